import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Entry } from '../../record/entry.ts';
import type { Projection } from '../../record/store/append.ts';
import { type Compiler, compilerOf, type Law, reckonClocks } from './reckon-clocks.ts';
import { type SpeakingEntry, speakersOf } from './speaking-entry.ts';
import { type Written, writeFacts } from './write-facts.ts';

/** What the modules' entries say, and the law that clocks are reckoned by. */
export type SightRules = { readonly entries: readonly SpeakingEntry[]; readonly law: Law };

/**
 * What every append changes in the line of sight: facts, standings and policies, then the clocks of every child that they
 * touch. Goes after the modules' own tables, since whose book a book is, is theirs.
 */
export function sightProjection({ entries, law }: SightRules): Projection {
  const speakers = speakersOf(entries);
  const compile = compilerOf(law);
  return async (tx, written) => {
    const said = await writeFacts(tx, speakers, written);
    await awaitWorkers(tx, said);
    await reckonMany(tx, law, compile, await childrenTouched(tx, written, said), said.begun);
  };
}

/** The class of the locks on workers, apart from all others. */
const WORKER = 82;

/**
 * Who names a worker and who writes how a worker stands wait here for each other: the later sees what the earlier wrote. In
 * the order of the workers' ids, and before any child is claimed, so that nobody waits in a ring.
 */
async function awaitWorkers(tx: Tx, { named, standing }: Written): Promise<void> {
  if (named.length > 0)
    await sql`select pg_advisory_xact_lock_shared(${WORKER}, hashtext(worker::text))
      from (select worker from unnest(${named}::uuid[]) as worker order by hashtext(worker::text)) as inorder`.execute(
      tx,
    );
  if (standing.length > 0)
    await sql`select pg_advisory_xact_lock(${WORKER}, hashtext(worker::text))
      from (select worker from unnest(${standing}::uuid[]) as worker order by hashtext(worker::text)) as inorder`.execute(
      tx,
    );
}

/** Reckons every child's clocks again: after a new version of the law. Answers how many books there were. */
export async function reckonAll(tx: Tx, { law }: Pick<SightRules, 'law'>): Promise<number> {
  const books = await allBooks(tx);
  await reckonMany(tx, law, compilerOf(law), books);
  return books.length;
}

const BOOKS_AT_ONCE = 500;

/** Some books at a time, in the order of their ids: a policy touches every child, and all their facts are too many to hold. */
async function reckonMany(
  tx: Tx,
  law: Law,
  compile: Compiler,
  books: readonly Id[],
  begun?: Written['begun'],
): Promise<void> {
  const sorted = books.length > BOOKS_AT_ONCE ? books.toSorted() : books;
  for (let at = 0; at < sorted.length; at += BOOKS_AT_ONCE)
    await reckonClocks(tx, law, compile, sorted.slice(at, at + BOOKS_AT_ONCE), begun);
}

/** The books whose clocks may differ now; only children's and carers' have any. A policy touches every child; a worker's leave, all whom they hold. */
async function childrenTouched(tx: Tx, written: readonly Entry[], said: Written): Promise<Id[]> {
  if (said.policies) return allBooks(tx);
  const books = [...new Set(written.map(({ book }) => book))];
  const undone = written.some(({ corrects, type }) => corrects !== null || type === 'entry-misfiled');
  if (undone && (await setsPolicy(tx, written))) return allBooks(tx);
  if (said.standing.length === 0 && !undone) return books;
  const { rows } = await sql<{ child: Id }>`
    select distinct child from sight.fact where party = any(${books}::uuid[])`.execute(tx);
  return [...new Set([...books, ...rows.map(({ child }) => child)])];
}

async function setsPolicy(tx: Tx, written: readonly Entry[]): Promise<boolean> {
  const { rows } = await sql<{ does: boolean }>`
    select exists(select from sight.policy
      where entry = any(${written.map(({ corrects }) => corrects)}::uuid[])) as does`.execute(tx);
  return rows[0]?.does ?? false;
}

async function allBooks(tx: Tx): Promise<Id[]> {
  const { rows } = await sql<{
    id: Id;
  }>`select id from record.book where kind in ('child', 'carer') order by id`.execute(tx);
  return rows.map(({ id }) => id);
}
