import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { dayInLondon, type Instant } from '../../kernel/instant.ts';
import { accepted, type Result, refused } from '../../kernel/result.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Conflict } from '../conflict.ts';
import { type Act, type Entry, happenedOn, type NewEntry } from '../entry.ts';
import { entryMisfiled } from '../record-entries.ts';
import { type AppendContext, append } from './append.ts';

/** Who opened a book, and when: what the access log knows. */
export type Opening = { readonly person: string; readonly at: Instant };

export type Misfiling = {
  /** The entry that stands in the wrong book. Its corrections go with it. */
  readonly entry: Id;
  readonly reason: string;
  /** The same again where it belongs; null when it belongs nowhere here. */
  readonly again: Act | null;
  /** Asks the access log who opened a book from a moment on. */
  readonly openings: (tx: Tx, book: Id, since: Instant) => Promise<readonly Opening[]>;
};

export type Misfiled = {
  /** What was written: that entries are misfiled, and the same again where they belong. */
  readonly written: readonly Entry[];
  /** Everybody who opened the wrong book while the entry stood in it. */
  readonly openedBy: readonly Opening[];
};

type Found = { readonly id: Id; readonly book: Id; readonly about: Id; readonly recorded_at: Instant };

/**
 * Takes an entry, with its corrections, out of a book that it does not belong in: absent from now on whatever moment is
 * asked for. It is written again where it belongs in the same transaction, and everybody who may have read it is named.
 */
export async function misfile(
  db: Database,
  context: AppendContext,
  misfiling: Misfiling,
): Promise<Result<Misfiled, Conflict | 'no such entry'>> {
  const found = await db.as(context.identity, (tx) => withCorrections(tx, misfiling.entry));
  const [first] = found;
  if (!first) return refused('no such entry');
  const told: Act = {
    id: randomUUID() as Id,
    entries: found.map((entry) => misfiledEntry(entry, misfiling.reason, context.now())),
    decidedOn: [],
  };
  const hide = (tx: Tx, written: readonly Entry[]) => hideEntries(tx, written, told.id);
  const acts = misfiling.again ? [told, misfiling.again] : [told];
  const outcome = await append(db, { ...context, projections: [hide, ...context.projections] }, acts);
  if (!outcome.ok) return outcome;
  const openedBy = await db.as(context.identity, (tx) => misfiling.openings(tx, first.book, first.recorded_at));
  return accepted({ written: outcome.value.entries, openedBy });
}

/** An entry, what it corrected and what corrected it, in the order of writing. None when it is not there or already gone. */
async function withCorrections(tx: Tx, entry: Id): Promise<Found[]> {
  const { rows } = await sql<Found>`
    with recursive chain (id, corrects) as (
      select id, corrects from record.entry where id = ${entry}
      union
      select e.id, e.corrects from chain c join record.entry e on e.corrects = c.id or e.id = c.corrects
    )
    select e.id, e.book, e.about, e.recorded_at from chain join record.entry e using (id)
    where not exists (select from record.misfiling m where m.entry = e.id)
    order by e.seq`.execute(tx);
  return rows;
}

const misfiledEntry = (entry: Found, reason: string, now: Instant): NewEntry => ({
  id: randomUUID() as Id,
  book: entry.book,
  about: entry.about,
  type: entryMisfiled.type,
  version: entryMisfiled.version,
  happened: happenedOn(dayInLondon(now)),
  onBehalfOf: null,
  source: { kind: 'here' },
  data: { entry: entry.id },
  corrects: null,
  reason,
});

/** Goes before every other projection, so that facts and tables are made without what is misfiled. */
async function hideEntries(tx: Tx, written: readonly Entry[], act: Id): Promise<void> {
  const said = written.filter((entry) => entry.act === act);
  await sql`
    insert into record.misfiling (entry, book, by_act, since)
    select entry, book, ${act}, since from unnest(${said.map(({ data }) => (data as { entry: Id }).entry)}::uuid[],
      ${said.map(({ book }) => book)}::uuid[], ${said.map(({ recordedAt }) => recordedAt)}::timestamptz[])
      as said (entry, book, since)`.execute(tx);
}
