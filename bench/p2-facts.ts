import { sql } from 'kysely';
import { type Instant, instantOf } from '../src/kernel/instant.ts';
import { BinaryRows } from '../src/platform/database/binary-rows.ts';
import { copyIn } from '../src/platform/database/copy-in.ts';
import type { Database, Tx } from '../src/platform/database/database.ts';
import type { Columns } from '../src/sight/columns.ts';
import { NO_EARLIEST, NO_LATEST } from '../src/sight/day-bounds.ts';
import { FACT_NAMES } from '../src/sight/facts.ts';

const AT_ONCE = 20_000;
const FACT = [
  ...['child', 'entry', 'ordinal', 'name', 'earliest', 'latest', 'at', 'thread', 'episode', 'party', 'source'],
  'believed_from',
];

/** Ids in the order of the numbers that they are made of: so the children stand in the database as they stand in the columns. */
const idOf = (kind: number, first: number, second: number): string =>
  `${first.toString(16).padStart(8, '0')}-${kind.toString(16).padStart(4, '0')}-4000-8000-${second.toString(16).padStart(12, '0')}`;

/** Puts the facts of columns into an empty database, as appends would have left them. */
export async function fillFacts(db: Database, columns: Columns): Promise<void> {
  for (let child = 0; child < columns.children; child += AT_ONCE)
    await db.owner((tx) => copyChildren(tx, columns, child, Math.min(child + AT_ONCE, columns.children)));
  await db.owner((tx) => sql`analyze sight.fact, sight.retraction`.execute(tx));
}

async function copyChildren(tx: Tx, columns: Columns, first: number, end: number): Promise<void> {
  await sql`insert into sight.fact_name (name) select unnest(${[...FACT_NAMES]}::text[]) on conflict do nothing`.execute(
    tx,
  );
  const { rows } = await sql<{ code: number; name: string }>`select code, name from sight.fact_name`.execute(tx);
  const stored = new Map(rows.map(({ code, name }) => [name, code]));
  const [facts, corrected] = [new BinaryRows(), new BinaryRows()];
  for (let child = first; child < end; child += 1)
    for (let at = columns.offsets[child] as number; at < (columns.offsets[child + 1] as number); at += 1) {
      addFact(facts, columns, child, at, stored.get(FACT_NAMES[columns.code[at] as number] ?? '') as number);
      const until = columns.believedUntil[at] as number;
      if (until < Number.POSITIVE_INFINITY) {
        const entry = idOf(2, child, at);
        corrected
          .row(4)
          .uuid(entry)
          .uuid(idOf(1, child, 0))
          .instant(instantOf(until))
          .uuid(entry);
      }
    }
  await copyIn(tx, 'sight.fact', FACT, facts);
  await copyIn(tx, 'sight.retraction', ['entry', 'book', 'believed_until', 'corrected_by'], corrected);
}

function addFact(rows: BinaryRows, columns: Columns, child: number, at: number, name: number): void {
  const day = (value: number, none: number): number | null => (value === none ? null : value);
  const moment = columns.at[at] as number;
  const told: Instant | null = Number.isNaN(moment) ? null : instantOf(moment);
  rows
    .row(FACT.length)
    .uuid(idOf(1, child, 0))
    .uuid(idOf(2, child, at))
    .int2(0)
    .int2(name);
  rows.day(day(columns.earliest[at] as number, NO_EARLIEST)).day(day(columns.latest[at] as number, NO_LATEST));
  rows.instant(told).uuid(idOf(3, child, columns.thread[at] as number));
  rows.uuid(idOf(3, child, columns.episode[at] as number)).uuid(null);
  rows.text(columns.source[at] === 0 ? 'here' : 'cin-census').instant(instantOf(columns.believedFrom[at] as number));
}
