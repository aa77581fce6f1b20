import { sql } from 'kysely';
import type { Instant } from '../../kernel/instant.ts';
import type { Database } from '../../platform/database/database.ts';
import { settledMark } from './in-flight.ts';

const READER = { person: 'settled-mark', purpose: 'job' } as const;

/**
 * The settled mark, raised so far that a moment gone by can be asked about: nothing is ever recorded at or before it from
 * then on. Answers a mark before `moment` when that lies ahead of the clock, or when something then is still being written.
 */
export async function settleUntil(db: Database, moment: Instant, now: Instant): Promise<Instant> {
  const mark = await settledMark(db, now);
  if (moment <= mark || moment > now) return mark;
  await db.as(READER, (tx) =>
    sql`update record.settled set floor = greatest(floor, ${moment}::timestamptz)`.execute(tx),
  );
  return settledMark(db, now);
}
