import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Columns, emptyColumns } from '../columns.ts';
import { sourceCode } from '../compile.ts';
import { NO_EARLIEST, NO_LATEST } from '../day-bounds.ts';
import { codeOf, type FactName, isFactName, type Source } from '../facts.ts';

/** Facts of many children in columns, and the identity of each child by its number. */
export type ChildColumns = { readonly columns: Columns; readonly children: readonly Id[] };

type Row = {
  readonly identity: Id;
  readonly name: number;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly at: number | null;
  readonly thread: Id;
  readonly episode: Id;
  readonly source: Source;
  readonly from: number;
  readonly until: number | null;
};

const AT_ONCE = 5000;
const milliseconds = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/**
 * What was believed at a moment of every child, straight into columns and in their order: for the figures of a county. Days
 * and moments come as numbers, so that nothing is parsed twice.
 */
export async function columnsAt(tx: Tx, knownAt: Instant): Promise<ChildColumns> {
  const codes = await namesByCode(tx);
  const size = await countBelieved(tx, knownAt);
  const columns = emptyColumns(size.children, size.facts);
  const children: Id[] = [];
  const numbers = new Map<Id, number>();
  let at = 0;
  await sql`declare believed no scroll cursor for ${believed(knownAt)}
    order by identity, f.latest nulls last, f.earliest nulls first, f.believed_from, f.entry, n.name collate "C"`.execute(
    tx,
  );
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.raw(String(AT_ONCE))} from believed`.execute(tx);
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.identity !== children.at(-1)) {
        columns.offsets[children.length] = at;
        children.push(row.identity);
        numbers.clear();
      }
      fill(columns, at, row, codes, numbers);
      at += 1;
    }
  }
  await sql`close believed`.execute(tx);
  columns.offsets[children.length] = at;
  return { columns, children };
}

const believed = (knownAt: Instant) => sql`
  select coalesce(i.identity, f.child) as identity, f.name, f.earliest - date '1970-01-01' as earliest,
    f.latest - date '1970-01-01' as latest, ${milliseconds('f.at')} as at, f.thread, coalesce(f.episode, f.thread) as episode,
    f.source, ${milliseconds('f.believed_from')} as from, ${milliseconds('r.believed_until')} as until
  from sight.fact f join sight.fact_name n on n.code = f.name
  left join people.child_identity i on i.book = f.child
  left join sight.retraction r on r.entry = f.entry
  where f.believed_from <= ${knownAt} and (r.believed_until is null or r.believed_until > ${knownAt})
    and not exists (select from record.misfiling m where m.entry = f.entry)`;

async function countBelieved(tx: Tx, knownAt: Instant): Promise<{ facts: number; children: number }> {
  const { rows } = await sql<{ facts: number; children: number }>`
    select count(*) as facts, count(distinct identity) as children from (${believed(knownAt)}) as b`.execute(tx);
  return rows[0] ?? { facts: 0, children: 0 };
}

/** The engine's code of each name by this database's code for it. */
async function namesByCode(tx: Tx): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ code: number; name: string }>`select code, name from sight.fact_name`.execute(tx);
  return new Map(
    rows.flatMap(({ code, name }) => (isFactName(name) ? [[code, codeOf(name as FactName)] as const] : [])),
  );
}

function fill(
  columns: Columns,
  at: number,
  row: Row,
  codes: ReadonlyMap<number, number>,
  numbers: Map<Id, number>,
): void {
  const code = codes.get(row.name);
  if (code === undefined)
    throw new Error(`The database holds a fact (code ${row.name}) that this version does not know.`);
  columns.code[at] = code;
  columns.thread[at] = numberOf(numbers, row.thread);
  columns.episode[at] = numberOf(numbers, row.episode);
  columns.earliest[at] = row.earliest ?? NO_EARLIEST;
  columns.latest[at] = row.latest ?? NO_LATEST;
  if (row.at !== null) columns.at[at] = row.at;
  columns.believedFrom[at] = row.from;
  if (row.until !== null) columns.believedUntil[at] = row.until;
  columns.source[at] = sourceCode(row.source);
}

function numberOf(numbers: Map<Id, number>, id: Id): number {
  const known = numbers.get(id);
  if (known !== undefined) return known;
  numbers.set(id, numbers.size);
  return numbers.size - 1;
}
