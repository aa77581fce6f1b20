import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { accepted, type Result, refused } from '../kernel/result.ts';
import { RESTORING } from '../platform/backup/restore-backup.ts';
import { type Clock, realClock, standingClock } from '../platform/clock/house-clock.ts';
import type { Database, Identity, Tx } from '../platform/database/database.ts';
import { openBooks } from '../record/store/lock-books.ts';

export type Mark = 'invented' | 'real';

/** Whose database it is, for ever. */
export type Council = {
  readonly name: string;
  readonly mark: Mark;
  /** The council's own book: its policies. */
  readonly book: Id;
  readonly createdAt: Instant;
};

/** Who asks before anybody is known: starting, creating, printing the head of a page. */
export const HOUSE: Identity = { person: 'house', purpose: 'command' };

/** The present day of an invented database: the reference date of a census. */
export const INVENTED_TODAY = '2026-03-31' as LocalDate;

/**
 * Whose database it is; undefined when nobody has created one here. It must be migrated. Throws a sentence where a restore
 * was not finished: words may stand there that were destroyed since the backup.
 */
export async function readCouncil(db: Database): Promise<Council | undefined> {
  const { rows } = await db.as(HOUSE, (tx) =>
    sql<Council & { restoring: boolean }>`
      select name, mark, book, created_at as "createdAt", to_regclass(${RESTORING}) is not null as restoring
      from app.council`.execute(tx),
  );
  if (!rows[0]) return undefined;
  const { restoring, ...council } = rows[0];
  if (restoring) throw new Error('A restore into this database was not finished. Restore again, into an empty place.');
  return council;
}

/** Marks an empty database and opens the council's book. False when it is marked already. */
export async function markDatabase(tx: Tx, name: string, mark: Mark, now: Instant): Promise<boolean> {
  const book = randomUUID() as string as Id;
  const { numAffectedRows } = await sql`
    insert into app.council (name, mark, book, created_at) values (${name}, ${mark}, ${book}, ${now})
    on conflict do nothing`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  await openBooks(tx, [{ book, kind: 'council' }], now, HOUSE.person);
  return true;
}

/** From now on every page says that trial files are here. The database refuses it when it is real. */
export async function noteTrialFiles(tx: Tx, now: Instant): Promise<void> {
  await sql`insert into app.trial (since) values (${now}) on conflict do nothing`.execute(tx);
}

/** Does the database hold trial files? */
export async function holdsTrialFiles(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ trial: boolean }>`select exists (select from app.trial) as trial`.execute(tx);
  return rows[0]?.trial === true;
}

/** The clock by which a database lives. The refusal is a sentence: nobody moves the day of real children. */
export function clockOf(mark: Mark, today: LocalDate | undefined): Result<Clock, string> {
  if (mark === 'invented') return accepted(standingClock(today ?? INVENTED_TODAY));
  if (today !== undefined)
    return refused('SIGHTLINE_TODAY moves the clock of an invented database only; this one is real.');
  return accepted(realClock());
}

/** Tells the database the day by which it lives, so that relations begin and end by it; a real one lives by the wall's clock. */
export async function keepDay(db: Database, mark: Mark, clock: Clock): Promise<void> {
  if (mark === 'real') return;
  await db.as(HOUSE, (tx) =>
    sql`insert into app.standing_day (today) values (${clock.today()})
      on conflict (only_row) do update set today = excluded.today where app.standing_day.today <> excluded.today`.execute(
      tx,
    ),
  );
}
