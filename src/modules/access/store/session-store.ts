import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { SignedIn } from '../../../platform/http/page.ts';
import { DOORKEEPER } from './person-store.ts';
import { hashOf, newSecret } from './secrets.ts';

/** A session ends after an hour without a request, and after a working day in any case. */
const QUIET_MINUTES = 60;
const LONGEST_HOURS = 12;

/** Begins a session. Answers the secret for the cookie; the database keeps only its hash. */
export async function startSession(tx: Tx, person: Id): Promise<string> {
  const secret = newSecret();
  await sql`delete from access.session where started_at < now() - make_interval(hours => ${LONGEST_HOURS})`.execute(tx);
  await sql`insert into access.session (hash, person) values (${hashOf(secret)}, ${person})`.execute(tx);
  return secret;
}

/** Whose session it is, with the roles of this moment; undefined when it ended or the person was stopped. */
export function personOfSession(db: Database, secret: string): Promise<SignedIn | undefined> {
  const hash = hashOf(secret);
  return db.as(DOORKEEPER, async (tx) => {
    const { rows } = await sql<SignedIn & { stale: boolean }>`
      select p.id, p.name, p.email, p.roles, s.seen_at < now() - interval '1 minute' as stale
      from access.session s join access.person p on p.id = s.person and p.active
      where s.hash = ${hash}
        and s.seen_at > now() - make_interval(mins => ${QUIET_MINUTES})
        and s.started_at > now() - make_interval(hours => ${LONGEST_HOURS})`.execute(tx);
    if (!rows[0]) return undefined;
    const { stale, ...person } = rows[0];
    if (stale) await sql`update access.session set seen_at = now() where hash = ${hash}`.execute(tx);
    return person;
  });
}

export async function endSession(db: Database, secret: string): Promise<void> {
  await db.as(DOORKEEPER, (tx) => sql`delete from access.session where hash = ${hashOf(secret)}`.execute(tx));
}

/** Ends every session of somebody: their password changed. */
export async function endSessionsOf(tx: Tx, person: Id): Promise<void> {
  await sql`delete from access.session where person = ${person}`.execute(tx);
}
