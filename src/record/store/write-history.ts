import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { type Instant, millisecondsOf } from '../../kernel/instant.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Entry } from '../entry.ts';
import type { EntryRegistry } from '../registry.ts';
import type { Told } from '../told.ts';
import { checkBooks, type Prepared, type Projection, prepare } from './append.ts';
import { takeOffMany } from './in-flight.ts';
import { type Head, lockBooks, openBooksAt } from './lock-books.ts';
import { asEntry, chained, type End, endsOf, insertEntries, type Row } from './write-entries.ts';

type Context = { readonly registry: EntryRegistry; readonly projections: readonly Projection[] };

export const hasBeenRead = (): Error =>
  new Error('History is told before anybody reads: this record has been read, or what is told is out of order.');

/** Writes what was told and was not written before: all of it, or nothing. */
export async function writeHistory(tx: Tx, context: Context, told: readonly Told[]): Promise<void> {
  const first = await takeOffMany(
    tx,
    earliest(told),
    told.map(({ act, recordedBy }) => ({ id: act.id, by: recordedBy })),
  );
  const fresh = told.filter(({ act }) => first.has(act.id));
  if (fresh.length === 0) return;
  await openBooksAt(
    tx,
    fresh.flatMap(({ act, recordedAt: at, recordedBy: by }) => (act.opens ?? []).map((each) => ({ ...each, at, by }))),
  );
  const books = new Set(fresh.flatMap(({ act }) => act.entries.map(({ book }) => book)));
  const heads = await lockBooks(tx, [...books]);
  await checkCorrections(tx, fresh);
  const { rows, entries, ends } = chain(context.registry, fresh, heads);
  await insertEntries(tx, rows, ends);
  for (const project of context.projections) await project(tx, entries);
}

const earliest = (told: readonly Told[]): Instant =>
  told.reduce((first, { recordedAt }) => (recordedAt < first ? recordedAt : first), told[0]?.recordedAt as Instant);

type Chained = { readonly rows: Row[]; readonly entries: Entry[]; readonly ends: ReadonlyMap<Id, End> };

/** Gives every entry its place, time and hash, as one append after another would. */
function chain(registry: EntryRegistry, told: readonly Told[], heads: ReadonlyMap<Id, Head>): Chained {
  const ends = endsOf(heads);
  const floor = [...heads.values()].reduce((most, head) => Math.max(most, millisecondsOf(head.floor)), 0);
  const rows: Row[] = [];
  const entries: Entry[] = [];
  for (const { act, recordedAt, recordedBy } of told) {
    const prepared = prepare(registry, [act]);
    checkBooks(registry, prepared, heads);
    setClocks(prepared, recordedAt, floor, ends);
    for (const entry of prepared) {
      const row = chained(entry, recordedBy, ends.get(entry.book) as End);
      rows.push(row);
      entries.push(asEntry(registry, entry, row));
    }
  }
  return { rows, entries, ends };
}

/** Each book of an act goes on from the moment of telling, or from just after the last entry of any of its books. */
function setClocks(entries: readonly Prepared[], recordedAt: Instant, floor: number, ends: Map<Id, End>): void {
  const books = [...new Set(entries.map(({ book }) => book))].map((book) => ends.get(book) as End);
  const told = millisecondsOf(recordedAt);
  const from = Math.max(told, floor + 1, ...books.map(({ at }) => at + 1));
  if (Math.floor(from / 60_000) !== Math.floor(told / 60_000)) throw hasBeenRead();
  for (const end of books) end.at = from - 1;
}

/** Throws when an entry corrects what is not in its book. What is corrected twice is refused by the table itself. */
async function checkCorrections(tx: Tx, told: readonly Told[]): Promise<void> {
  const written = told.flatMap(({ act }) => act.entries);
  const correcting = written.filter(({ corrects }) => corrects !== null);
  if (correcting.length === 0) return;
  const bookOf = new Map<Id, Id>(written.map(({ id, book }) => [id, book]));
  const elsewhere = correcting.flatMap(({ corrects }) => (corrects && !bookOf.has(corrects) ? [corrects] : []));
  const { rows } = await sql<{ id: Id; book: Id }>`
    select id, book from record.entry where id = any(${elsewhere}::uuid[])`.execute(tx);
  for (const { id, book } of rows) bookOf.set(id, book);
  for (const { id, corrects, book } of correcting)
    if (corrects && bookOf.get(corrects) !== book) throw new Error(`The entry ${id} corrects what is not in its book.`);
}
