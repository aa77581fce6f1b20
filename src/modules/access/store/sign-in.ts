import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/database.ts';
import type { SignedIn } from '../../../platform/http/page.ts';
import { DOORKEEPER } from './person-store.ts';
import { hashOf, isPassword } from './secrets.ts';
import { startSession } from './session-store.ts';

export type Attempt = { readonly email: string; readonly password: string; readonly from: string };

/** Signed in, with the secret of the new session; or why not. `wrong` never says which of the two was wrong. */
export type SignInOutcome =
  | { readonly is: 'in'; readonly person: SignedIn; readonly session: string }
  | { readonly is: 'wrong' }
  | { readonly is: 'too-many' };

/** Wrong passwords within a quarter of an hour before we stop listening: for one account, and from one machine. */
const LIMITS = { account: 10, machine: 60 } as const;

/** Signs somebody in with a password of this house. */
export async function signInWithPassword(db: Database, attempt: Attempt): Promise<SignInOutcome> {
  const email = attempt.email.trim().toLowerCase();
  const account = hashOf(`account ${email}`);
  const machine = hashOf(`machine ${attempt.from}`);
  const known = await db.as(DOORKEEPER, async (tx) => {
    if ((await failures(tx, account)) >= LIMITS.account || (await failures(tx, machine)) >= LIMITS.machine)
      return 'too-many';
    const { rows } = await sql<SignedIn & { hash: string }>`
      select p.id, p.name, p.email, p.roles, w.hash from access.person p join access.password w on w.person = p.id
      where p.email = ${email} and p.active`.execute(tx);
    return rows[0];
  });
  if (known === 'too-many') return { is: 'too-many' };
  const right = await isPassword(attempt.password, known?.hash); // outside any transaction: it takes 20 ms of a processor
  return db.as(DOORKEEPER, async (tx) => {
    if (!right || !known) {
      await sql`delete from access.failed_attempt where at < now() - interval '1 day'`.execute(tx);
      await sql`insert into access.failed_attempt (subject) values (${account}), (${machine})`.execute(tx);
      return { is: 'wrong' };
    }
    await sql`delete from access.failed_attempt where subject = ${account}`.execute(tx);
    const { hash: _, ...person } = known;
    return { is: 'in', person, session: await startSession(tx, person.id) };
  });
}

async function failures(tx: Tx, subject: Buffer): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from access.failed_attempt where subject = ${subject} and at > now() - interval '15 minutes'`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}
