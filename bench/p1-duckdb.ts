import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  INTEGER,
  UTINYINT,
} from '@duckdb/node-api';
import { type Calendar, isWorkingDay } from '../src/kernel/working-days.ts';
import type { Columns } from '../src/sight/columns.ts';
import type { CompiledClock } from '../src/sight/compile.ts';
import { fastestOf } from './bench.ts';
import { answerSql, CHECK, TABLES } from './p1-duckdb-sql.ts';
import { statute } from './p1-duties.ts';

const ROWS_A_CHUNK = 2048;
const calendar = heldCalendar();

export type DuckDbAnswers = { readonly milliseconds: number; readonly clocks: number; readonly check: number };

/** Time of DuckDB for the same answers, on all cores, its tables warm in memory; how many, and what `checkOf` says of them. */
export async function duckDbAnswers(
  clocks: readonly CompiledClock[],
  columns: Columns,
  on: number,
  known: number,
): Promise<DuckDbAnswers> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(TABLES);
    await loadFacts(connection, columns);
    await loadLaw(connection, clocks);
    const sql = answerSql(on, known);
    const milliseconds = await fastestOf(3, () => connection.run(sql));
    const [row] = await (await connection.runAndReadAll(CHECK)).getRowObjects();
    return { milliseconds, clocks: Number(row?.clocks), check: Number(row?.sum) };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
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

/** The law as data, as ours is: dated limits, and the number of each working day. */
async function loadLaw(connection: DuckDBConnection, clocks: readonly CompiledClock[]): Promise<void> {
  const law = clocks.flatMap(({ index, values, switches }) =>
    values.flatMap(({ from, first }, at) => {
      const until = values[at + 1]?.from ?? 1_000_000;
      const change = switches[0];
      const after = change?.after;
      const later = change && after ? [after.limit.limit, change.table.limit.limit] : ['null', 'null'];
      return first ? [`(${[index, from, until, first.limit.limit, ...later].join(', ')})`] : [];
    }),
  );
  await connection.run(`insert into law values ${law.join(', ')}`);
  const days: string[] = [];
  const nth: string[] = [];
  for (let day = calendar.from, number = 0; day <= calendar.until; day += 1) {
    if (isWorkingDay(calendar, day)) {
      number += 1;
      nth.push(`(${number}, ${day})`);
    }
    days.push(`(${day}, ${number})`);
  }
  await connection.run(`insert into worked values ${days.join(', ')}; insert into nth_worked values ${nth.join(', ')}`);
}

function heldCalendar(): Calendar {
  const held = statute.calendars.get('england-and-wales');
  if (!held) throw new Error('no calendar');
  return held;
}
