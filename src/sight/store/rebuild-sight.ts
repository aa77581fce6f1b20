import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { EntryRegistry } from '../../record/registry.ts';
import { readEntries } from '../../record/store/read-entries.ts';
import type { Rebuilt } from '../../record/store/turn-page.ts';
import { reckonAll, type SightRules } from './sight-projection.ts';
import { speakersOf } from './speaking-entry.ts';
import { writeFacts } from './write-facts.ts';

/** What is made again, and how a row that stood is left out of the comparison: what misfiled entries said is not written again. */
const UNLESS_MISFILED = 'where not exists (select from record.misfiling m where m.entry = was.entry)';
const TABLES: readonly { readonly name: string; readonly compared: string }[] = [
  { name: 'sight.fact', compared: UNLESS_MISFILED },
  { name: 'sight.standing', compared: UNLESS_MISFILED },
  { name: 'sight.policy', compared: UNLESS_MISFILED },
  { name: 'sight.retraction', compared: UNLESS_MISFILED },
  { name: 'sight.clock', compared: '' },
  { name: 'sight.span', compared: '' },
];

const BOOKS_AT_ONCE = 500;

/**
 * Makes the line of sight again from the books: facts, standings, policies, clocks and spans. What stood is kept beside it,
 * compared, and gives way when the transaction ends; until then readers see the old rows and writers wait. Ask it as the owner.
 */
export async function rebuildSight(tx: Tx, registry: EntryRegistry, rules: SightRules): Promise<Rebuilt[]> {
  for (const { name } of TABLES) await setAside(tx, name);
  const speakers = speakersOf(rules.entries);
  for (let after: Id | null = null; ; ) {
    const books: Id[] = await nextBooks(tx, after);
    const last = books.at(-1);
    if (last === undefined) break;
    await writeFacts(tx, speakers, await readEntries(tx, { registry, books, knownAt: null }));
    after = last;
  }
  await reckonAll(tx, rules);
  const rebuilt: Rebuilt[] = [];
  for (const table of TABLES) rebuilt.push(await compare(tx, table));
  return rebuilt;
}

const stood = (name: string): string => `stood_${name.replace('.', '_')}`;

async function setAside(tx: Tx, name: string): Promise<void> {
  await sql.raw(`lock table ${name} in exclusive mode`).execute(tx);
  await sql.raw(`create temporary table ${stood(name)} on commit drop as select * from ${name}`).execute(tx);
  await sql.raw(`delete from ${name}`).execute(tx);
}

async function nextBooks(tx: Tx, after: Id | null): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from record.book where ${after}::uuid is null or id > ${after}::uuid
    order by id limit ${BOOKS_AT_ONCE}`.execute(tx);
  return rows.map(({ id }) => id);
}

async function compare(tx: Tx, { name, compared }: (typeof TABLES)[number]): Promise<Rebuilt> {
  const before = `select was.* from ${stood(name)} was ${compared}`;
  const { rows } = await sql
    .raw<{ rows: number; differed: number }>(
      `select (select count(*) from ${name}) as rows, (select count(*) from (
        (${before} except select * from ${name}) union all (select * from ${name} except ${before})) as difference) as differed`,
    )
    .execute(tx);
  return { table: name, rows: rows[0]?.rows ?? 0, differed: rows[0]?.differed ?? 0 };
}
