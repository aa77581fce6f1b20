import { sql } from 'kysely';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { SignedIn } from '../../../../platform/http/page.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { DOORKEEPER } from '../person-store.ts';
import { attemptWasRight, beginAttempt, type Subject } from './attempts.ts';
import { setPassword } from './one-time-link.ts';
import { changeWaysIn } from './prove-factor.ts';
import { hashPassword, isPassword } from './secrets.ts';

export type PasswordChange =
  | { readonly is: 'changed'; readonly session: string }
  | { readonly is: 'wrong' }
  | { readonly is: 'too-many'; readonly until: Instant };

/** Has somebody a password here? Who comes by the council's own sign-in may have none. */
export async function hasPassword(db: Database, { id }: SignedIn): Promise<boolean> {
  const { rows } = await db.as(DOORKEEPER, (tx) => sql`select from access.password where person = ${id}`.execute(tx));
  return rows.length > 0;
}

/** Changes somebody's password, when they know the present one. Their other sessions end; wrong ones count as at sign-in. */
export async function changePassword(
  db: Database,
  keys: Keyring,
  who: SignedIn,
  { present, next }: { readonly present: string; readonly next: string },
): Promise<PasswordChange> {
  const account: Subject = ['account', who.email];
  const { until, hash } = await db.as(DOORKEEPER, async (tx) => {
    const { rows } = await sql<{ hash: string }>`select hash from access.password where person = ${who.id}`.execute(tx);
    return { until: await beginAttempt(tx, [account]), hash: rows[0]?.hash };
  });
  const right = await isPassword(present, hash);
  if (until) return { is: 'too-many', until };
  if (!right) return { is: 'wrong' };
  const made = await hashPassword(next);
  const session = await changeWaysIn(
    db,
    keys,
    who,
    async (tx) => {
      await setPassword(tx, who.id, made);
      await attemptWasRight(tx, [account]);
    },
    'no-codes',
  );
  return { is: 'changed', session };
}
