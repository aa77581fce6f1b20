import { sql } from 'kysely';
import type { Instant } from '../../../kernel/instant.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { hashOf } from './secrets.ts';

/** Within a quarter of an hour, so many that were wrong, before we stop listening: for one account, from one machine, for one second factor. */
const LIMITS = { account: 10, machine: 60, factor: 5 } as const;
const MINUTES = 15;

/** Whose attempts are counted: an account by its e-mail address, a machine by its network address, a second factor by its person. */
export type Subject = readonly [kind: keyof typeof LIMITS, of: string];

/** The database keeps only hashes of them. */
const hashed = ([kind, of]: Subject): Buffer => hashOf(`${kind} ${of}`);

/** When one may try again by the machine's clock; undefined when at once. */
export async function waitUntil(tx: Tx, subjects: readonly Subject[]): Promise<Instant | undefined> {
  const waits: Instant[] = [];
  for (const subject of subjects) {
    const { rows } = await sql<{ until: Instant }>`
      select at + make_interval(mins => ${MINUTES}) as until from access.failed_attempt
      where subject = ${hashed(subject)} and at > now() - make_interval(mins => ${MINUTES})
      order by at desc offset ${LIMITS[subject[0]] - 1} limit 1`.execute(tx);
    if (rows[0]) waits.push(rows[0].until);
  }
  return waits.sort().at(-1);
}

/** Writes down an attempt that was wrong. */
export async function noteFailure(tx: Tx, subjects: readonly Subject[]): Promise<void> {
  await sql`delete from access.failed_attempt where at < now() - interval '1 day'`.execute(tx);
  for (const subject of subjects)
    await sql`insert into access.failed_attempt (subject) values (${hashed(subject)})`.execute(tx);
}

/** What was right wipes out what was wrong before it. */
export async function forgetFailures(tx: Tx, subject: Subject): Promise<void> {
  await sql`delete from access.failed_attempt where subject = ${hashed(subject)}`.execute(tx);
}
