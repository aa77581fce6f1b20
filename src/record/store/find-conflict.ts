import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Conflict, movedThreads } from '../conflict.ts';
import type { Act } from '../entry.ts';
import type { EntryRegistry } from '../registry.ts';
import { readById } from './read-entries.ts';

type Placed = { readonly id: Id; readonly book: Id; readonly about: Id; readonly seq: number };

/** Did a thread that was decided on move, or has an entry that is to be corrected been corrected by somebody else? Ask with the books locked. */
export async function findConflict(tx: Tx, registry: EntryRegistry, acts: readonly Act[]): Promise<Conflict | null> {
  const decidedOn = acts.flatMap((act) => act.decidedOn);
  const moved = decidedOn.length === 0 ? [] : movedThreads(decidedOn, await threadsOf(tx, decidedOn));
  const overtaken = await correctedAlready(tx, acts);
  const threads = [
    ...moved,
    ...overtaken.map((theirs) => ({ book: theirs.book, about: theirs.about, theirs: [theirs] })),
  ];
  if (threads.length === 0) return null;
  const ids = threads.flatMap(({ theirs }) => theirs.map(({ id }) => id));
  const entries = new Map((await readById(tx, registry, ids)).map((entry) => [entry.id, entry]));
  return {
    code: 'thread-moved',
    threads: threads.map(({ book, about, theirs }) => ({
      book,
      about,
      theirs: theirs.flatMap(({ id }) => entries.get(id) ?? []),
    })),
  };
}

async function threadsOf(tx: Tx, decidedOn: Act['decidedOn']): Promise<Placed[]> {
  const { rows } = await sql<Placed>`
    select e.id, e.book, e.about, e.seq from record.entry e
    join (select distinct * from unnest(${decidedOn.map(({ book }) => book)}::uuid[],
      ${decidedOn.map(({ about }) => about)}::uuid[]) as decided (book, about)) as decided using (book, about)
    order by e.book, e.seq`.execute(tx);
  return rows;
}

/** The entries that already correct what these acts want to correct. Throws when an act corrects what is not in its book. */
async function correctedAlready(tx: Tx, acts: readonly Act[]): Promise<Placed[]> {
  const written = acts.flatMap((act) => act.entries);
  const correcting = written.filter((entry) => entry.corrects !== null);
  if (correcting.length === 0) return [];
  const wanted = correcting.map((entry) => entry.corrects);
  const { rows } = await sql<Placed & { corrects: Id | null }>`
    select id, book, about, seq, corrects from record.entry
    where id = any(${wanted}::uuid[]) or corrects = any(${wanted}::uuid[])`.execute(tx);
  const bookOf = new Map([...written, ...rows].map(({ id, book }) => [id, book]));
  for (const { id, corrects, book } of correcting)
    if (corrects && bookOf.get(corrects) !== book) throw new Error(`The entry ${id} corrects what is not in its book.`);
  return rows.filter((row) => row.corrects !== null && wanted.includes(row.corrects));
}
