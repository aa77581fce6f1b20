import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { EntryRegistry } from '../registry.ts';
import type { Told } from '../told.ts';
import { append, type Projection } from './append.ts';

export type HistoryContext = {
  readonly registry: EntryRegistry;
  readonly projections: readonly Projection[];
};

const HISTORIAN = { person: 'history', purpose: 'command' } as const;

/**
 * Writes years of invented history, each act as of the moment at which it was told, through the same pure functions as
 * `append`. What is told of one book, and of the books that its acts share, must come in the order of `recordedAt`. It is
 * quickest with workers, teams and policies first, then family after family, each with its whole history together: a
 * child's clocks are then reckoned once.
 *
 * Only for a database marked invented, and before anybody reads it: a mark that was served forbids earlier entries.
 * Breaking off and doing it again is safe: an act that was written is not written twice. Answers how many entries the
 * acts have, written now or before. Throws where the database is not invented or was read, and for an entry that does
 * not fit.
 */
export async function appendHistory(db: Database, context: HistoryContext, told: Iterable<Told>): Promise<number> {
  await mustBeInvented(db);
  let entries = 0;
  for (const { recordedAt, recordedBy, act } of told) {
    const identity = { person: recordedBy, purpose: 'command' } as const;
    const outcome = await append(db, { ...context, identity, now: () => recordedAt, commandId: act.id }, [act]);
    if (!outcome.ok) throw new Error('What is told does not fit what is in the record.');
    const written = outcome.value.entries;
    if (written.some((entry) => entry.recordedAt.slice(0, 16) !== recordedAt.slice(0, 16)))
      throw new Error('History is told before anybody reads: this record has been read.');
    entries += written.length;
  }
  return entries;
}

async function mustBeInvented(db: Database): Promise<void> {
  const { rows } = await db.as(HISTORIAN, (tx) => sql<{ mark: string }>`select mark from app.council`.execute(tx));
  if (rows[0]?.mark !== 'invented') throw new Error('Only a database marked invented is told a history.');
}
