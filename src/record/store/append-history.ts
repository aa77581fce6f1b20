import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { EntryRegistry } from '../registry.ts';
import type { Told } from '../told.ts';
import { append, type Projection } from './append.ts';
import { type Batch, batchesOf } from './history-batch.ts';
import { hasBeenRead, writeHistory } from './write-history.ts';

export type HistoryContext = {
  readonly registry: EntryRegistry;
  readonly projections: readonly Projection[];
};

const HISTORIAN = { person: 'history', purpose: 'command' } as const;
/** While PostgreSQL writes one batch, the next is made ready. */
const AT_ONCE = 2;
/** Entries after which plans for empty tables cost a reader more than a look at them. */
const WORTH_A_LOOK = 10_000;

/**
 * Writes years of invented history, each act as of the moment at which it was told: the entries, facts, tables and clocks
 * that as many calls of `append` would leave, in batches of whole families. What is told of one book, and of the books that
 * its acts share, must come in the order of `recordedAt`. It is quickest with workers, teams and policies first, then family
 * after family, each with its whole history together: a child's clocks are then reckoned once.
 *
 * Only for a database marked invented, and before anybody reads it: a mark that was served forbids earlier entries.
 * Breaking off and doing it again is safe: a batch is written whole or not at all, and an act that was written is not
 * written twice. Answers how many entries the acts have, written now or before. Throws where the database is not invented
 * or was read, and for an entry that does not fit.
 */
export async function appendHistory(db: Database, context: HistoryContext, told: Iterable<Told>): Promise<number> {
  await mustBeInvented(db);
  const writing = new Set<Promise<void>>();
  let fault: unknown;
  let entries = 0;
  for (const batch of batchesOf(told)) {
    while (writing.size >= (batch.apart ? 1 : AT_ONCE)) await Promise.race(writing);
    if (fault !== undefined) break;
    entries += batch.entries;
    const written = write(db, context, batch)
      .catch((thrown) => {
        fault ??= thrown;
      })
      .finally(() => writing.delete(written));
    writing.add(written);
    if (batch.apart) await written;
  }
  await Promise.all(writing);
  if (fault !== undefined) throw fault;
  // Until PostgreSQL has looked at what is new, which it does by itself within minutes, it plans as for empty tables.
  if (entries >= WORTH_A_LOOK) await db.owner((tx) => sql`analyze`.execute(tx));
  return entries;
}

const write = (db: Database, context: HistoryContext, batch: Batch): Promise<void> =>
  batch.decided ? writeDecided(db, context, batch.told) : db.owner((tx) => writeHistory(tx, context, batch.told));

/** What was decided on what stood there is written by itself, so that it is held to that. */
async function writeDecided(db: Database, context: HistoryContext, told: readonly Told[]): Promise<void> {
  for (const { recordedAt, recordedBy, act } of told) {
    const identity = { person: recordedBy, purpose: 'command' } as const;
    const outcome = await append(db, { ...context, identity, now: () => recordedAt, commandId: act.id }, [act]);
    if (!outcome.ok) throw new Error('What is told does not fit what is in the record.');
    if (outcome.value.entries.some((entry) => entry.recordedAt.slice(0, 16) !== recordedAt.slice(0, 16)))
      throw hasBeenRead();
  }
}

async function mustBeInvented(db: Database): Promise<void> {
  const { rows } = await db.as(HISTORIAN, (tx) => sql<{ mark: string }>`select mark from app.council`.execute(tx));
  if (rows[0]?.mark !== 'invented') throw new Error('Only a database marked invented is told a history.');
}
