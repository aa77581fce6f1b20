import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Tx } from '../../platform/database/database.ts';
import { entriesAsOf, type ReadEntry } from '../as-of.ts';
import type { Entry } from '../entry.ts';
import type { EntryRegistry } from '../registry.ts';
import { ENTRY_COLUMNS, type EntryRow, entryOf } from './entry-rows.ts';

/** Which entries are asked for. */
export type EntryQuestion = {
  readonly registry: EntryRegistry;
  readonly books: readonly Id[];
  /** What was known at that moment (take it from `settledMark`); null for all that is there, for a writer with locked books, or a reader who cuts it to a moment with `entriesAsOf`. */
  readonly knownAt: Instant | null;
  /** Only what may have happened by that day; all when left out. */
  readonly happenedBy?: LocalDate;
  readonly about?: Id;
  readonly type?: string;
};

export const FOR_EVER = '9999-12-31T23:59:59.999Z' as Instant;

/**
 * Entries in the order of their books and places, raised to the newest version of their type, each saying what corrected
 * it by then. Misfiled entries, and entries whose words were destroyed, are absent whatever moment is asked for.
 */
export async function readEntries(tx: Tx, question: EntryQuestion): Promise<ReadEntry[]> {
  const { registry, books, knownAt, happenedBy = null, about, type } = question;
  const known = knownAt ?? FOR_EVER;
  const rows = await select(tx, sql`e.book = any(${books}::uuid[]) and e.recorded_at <= ${known}`);
  const entries = rows.map((row) => entryOf(registry, row));
  return entriesAsOf(entries, new Set(), { happenedBy, knownAt: known }).filter(
    (entry) => (about === undefined || entry.about === about) && (type === undefined || entry.type === type),
  );
}

/** All entries of one type in these books as they stand now, for what is judged now whatever day is looked at. */
export async function readOfTypeNow(
  tx: Tx,
  registry: EntryRegistry,
  books: readonly Id[],
  type: string,
): Promise<Entry[]> {
  const rows = await select(tx, sql`e.book = any(${books}::uuid[]) and e.type = ${type}`);
  return rows.map((row) => entryOf(registry, row));
}

/** Which entry corrects which in these books, as far as is known now. */
export async function correctionsIn(tx: Tx, books: readonly Id[]): Promise<Pick<Entry, 'id' | 'corrects'>[]> {
  const { rows } = await sql<Pick<Entry, 'id' | 'corrects'>>`
    select id, corrects from record.entry where book = any(${books}::uuid[]) and corrects is not null`.execute(tx);
  return rows;
}

/** The entries that some acts wrote, in the order of books and places. */
export async function readActs(tx: Tx, registry: EntryRegistry, acts: readonly Id[]): Promise<Entry[]> {
  const rows = await select(tx, sql`e.act = any(${acts}::uuid[])`);
  return rows.map((row) => entryOf(registry, row));
}

/** Entries by their ids; those that are misfiled or destroyed are absent. */
export async function readById(tx: Tx, registry: EntryRegistry, ids: readonly Id[]): Promise<Entry[]> {
  const rows = await select(tx, sql`e.id = any(${ids}::uuid[])`);
  return rows.map((row) => entryOf(registry, row));
}

async function select(tx: Tx, which: RawBuilder<unknown>): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select ${sql.raw(ENTRY_COLUMNS)} from record.entry e join record.entry_data d using (book, seq)
    where ${which} and not exists (select from record.misfiling m where m.entry = e.id)
    order by e.book, e.seq`.execute(tx);
  return rows;
}

/** When this record learnt its first entry; null while it is empty. What was known before that cannot be told. */
export async function firstRecordedAt(tx: Tx): Promise<Instant | null> {
  const { rows } = await sql<{ first: Instant | null }>`select min(recorded_at) as first from record.entry`.execute(tx);
  return rows[0]?.first ?? null;
}
