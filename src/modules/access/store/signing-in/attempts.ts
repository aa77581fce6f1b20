import { sql } from 'kysely';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { hashOf } from './secrets.ts';

/** Within a quarter of an hour, so many that were wrong, before we stop listening: for one account, from one machine, for one second factor; and so many challenges that were asked for and answered by nobody. */
const LIMITS = { account: 10, machine: 60, factor: 5, challenge: 120 } as const;
const MINUTES = 15;

/** Whose attempts are counted: an account by its e-mail address, a machine by its network address, a second factor by its person, a challenge by whoever asks for it: a person, or a machine. */
export type Subject = readonly [kind: keyof typeof LIMITS, of: string];

/** The database keeps only hashes of them. */
const hashed = ([kind, of]: Subject): Buffer => hashOf(`${kind} ${of}`);

/**
 * Begins an attempt: it counts as wrong until it was right, so that a thousand at once are counted as a thousand. Answers
 * until when nobody listens, by the machine's clock, when there were too many; then it is not counted.
 */
export async function beginAttempt(tx: Tx, subjects: readonly Subject[]): Promise<Instant | undefined> {
  await sql`delete from access.failed_attempt where at < now() - interval '1 day'`.execute(tx);
  const locks = subjects.map((subject) => hashed(subject).readInt32BE()).sort((a, b) => a - b);
  for (const lock of locks) await sql`select pg_advisory_xact_lock(${ATTEMPTS}, ${lock})`.execute(tx);
  const waits: Instant[] = [];
  for (const subject of subjects) {
    const { rows } = await sql<{ until: Instant }>`
      select at + make_interval(mins => ${MINUTES}) as until from access.failed_attempt
      where subject = ${hashed(subject)} and at > now() - make_interval(mins => ${MINUTES})
      order by at desc offset ${LIMITS[subject[0]] - 1} limit 1`.execute(tx);
    if (rows[0]) waits.push(rows[0].until);
  }
  if (waits.length > 0) return waits.sort().at(-1);
  for (const subject of subjects)
    await sql`insert into access.failed_attempt (subject) values (${hashed(subject)})`.execute(tx);
  return undefined;
}
const ATTEMPTS = 4_070;

/** An attempt was right: for an account and a second factor it wipes out what was wrong before; of a machine, and of challenges, only it is forgotten. */
export async function attemptWasRight(tx: Tx, subjects: readonly Subject[]): Promise<void> {
  for (const subject of subjects) {
    const those =
      subject[0] === 'machine' || subject[0] === 'challenge'
        ? sql`ctid = (select ctid from access.failed_attempt where subject = ${hashed(subject)} order by at desc limit 1)`
        : sql`subject = ${hashed(subject)}`;
    await sql`delete from access.failed_attempt where ${those}`.execute(tx);
  }
}
