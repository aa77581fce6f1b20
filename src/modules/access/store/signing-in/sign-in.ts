import { sql } from 'kysely';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { SignedIn } from '../../../../platform/http/page.ts';
import { DOORKEEPER } from '../person-store.ts';
import { attemptWasRight, beginAttempt, type Subject } from './attempts.ts';
import { type Entered, type Entrance, enter } from './enter.ts';
import { isPassword } from './secrets.ts';

export type Attempt = Omit<Entrance, 'way'> & { readonly email: string; readonly password: string };

/** In; or why not. `wrong` never says which of the two was wrong, and who may not try yet is told when. */
export type SignInOutcome = Entered | { readonly is: 'wrong' } | { readonly is: 'too-many'; readonly until: Instant };

/** Signs somebody in with a password of this house. Whatever comes of it costs the same time. */
export async function signInWithPassword(
  db: Database,
  { email: typed, password, ...entrance }: Attempt,
): Promise<SignInOutcome> {
  const email = typed.trim().toLowerCase();
  const account: Subject = ['account', email];
  const machine: Subject = ['machine', entrance.origin.from];
  const { until, known } = await db.as(DOORKEEPER, async (tx) => {
    const { rows } = await sql<SignedIn & { hash: string }>`
      select p.id, p.name, p.email, p.roles, w.hash from access.person p join access.password w on w.person = p.id
      where p.email = ${email} and p.active`.execute(tx);
    return { until: await beginAttempt(tx, [account, machine]), known: rows[0] };
  });
  const right = await isPassword(password, known?.hash); // outside any transaction: it takes 20 ms of a processor
  if (until) return { is: 'too-many', until };
  if (!right || !known) return { is: 'wrong' };
  return db.as(DOORKEEPER, async (tx) => {
    await attemptWasRight(tx, [account, machine]);
    return enter(tx, known.id, { way: 'password', ...entrance });
  });
}
