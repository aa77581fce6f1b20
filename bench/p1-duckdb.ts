import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  INTEGER,
  UTINYINT,
} from '@duckdb/node-api';
import type { Columns } from '../src/sight/columns.ts';
import type { Judged } from '../src/sight/judge.ts';
import { dueOn } from '../src/statute/due-on.ts';
import { fastestOf } from './bench.ts';
import { answerSql, CHECK, TABLES } from './p1-duckdb-sql.ts';
import { statute } from './p1-duties.ts';

const ROWS_A_CHUNK = 2048;
const calendar = statute.calendars.get('england-and-wales');

/** Time of DuckDB for the same answers, its table warm in memory; and whether they are the same to the last due day. */
export async function duckDbAnswers(
  columns: Columns,
  ours: Judged,
  on: number,
  known: number,
): Promise<{ milliseconds: number; agrees: boolean }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(TABLES);
    await loadFacts(connection, columns);
    await loadDueDays(connection);
    const sql = answerSql(on, known);
    const milliseconds = await fastestOf(2, () => connection.run(sql));
    const [row] = await (await connection.runAndReadAll(CHECK)).getRowObjects();
    const agrees = row?.clocks === ours.size && row.sum === checkOf(ours);
    return { milliseconds, agrees };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function checkOf({ size, start, due, verdict, duty }: Judged): number {
  let sum = 0;
  for (let at = 0; at < size; at += 1) {
    const clock =
      (start[at] as number) * 31 + (due[at] as number) * 7 + (verdict[at] as number) * 1009 + (duty[at] as number) * 13;
    sum += clock % 1_000_003;
  }
  return sum;
}

async function loadFacts(connection: DuckDBConnection, columns: Columns): Promise<void> {
  const types: DuckDBType[] = [
    INTEGER,
    INTEGER,
    UTINYINT,
    INTEGER,
    INTEGER,
    INTEGER,
    INTEGER,
    DOUBLE,
    DOUBLE,
    UTINYINT,
  ];
  const appender = await connection.createAppender('fact');
  const children = new Int32Array(columns.code.length);
  for (let child = 0; child < columns.children; child += 1)
    children.fill(child, columns.offsets[child] as number, columns.offsets[child + 1] as number);
  const rows = columns.code.length;
  for (let from = 0; from < rows; from += ROWS_A_CHUNK) {
    const until = Math.min(from + ROWS_A_CHUNK, rows);
    const part = (column: Int32Array | Uint8Array | Float64Array): number[] => Array.from(column.subarray(from, until));
    const chunk = DuckDBDataChunk.create(types, until - from);
    const places = Array.from({ length: until - from }, (_, at) => from + at);
    const { code, thread, episode, earliest, latest, believedFrom, believedUntil, source } = columns;
    chunk.setColumns([
      part(children),
      places,
      ...[code, thread, episode, earliest, latest, believedFrom, believedUntil, source].map(part),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.flushSync();
  appender.closeSync();
}

/** The working days, worked out beforehand as ours are. */
async function loadDueDays(connection: DuckDBConnection): Promise<void> {
  if (!calendar) throw new Error('no calendar');
  const rows: string[] = [];
  for (let day = calendar.from; day <= calendar.until; day += 1) {
    const due = [1, 10, 15, 20].map((limit) => dueOn({ limit, count: 'working-days+' }, day, calendar) ?? 'null');
    rows.push(`(${[day, ...due].join(', ')})`);
  }
  await connection.run(`insert into due values ${rows.join(', ')}`);
}
