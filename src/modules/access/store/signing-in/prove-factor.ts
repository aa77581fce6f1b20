import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { Entering, SignedIn } from '../../../../platform/http/page.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { DOORKEEPER } from '../person-store.ts';
import { endTheirs, renewSession } from '../session-store.ts';
import { attemptWasRight, beginAttempt, type Subject } from './attempts.ts';
import { useCode } from './authenticator.ts';
import { noteSignIn } from './enter.ts';
import { type Place, personOfPasskey } from './passkeys.ts';
import { keepRecoveryCodes, newRecoveryCodes, recoveryCodesLeft, useRecoveryCode } from './recovery-codes.ts';
import { keepInSession } from './session-notes.ts';

/** The secret of the new session; or why not. */
export type Proved =
  | { readonly is: 'proved'; readonly session: string; readonly by: 'code' | 'recovery-code' | 'passkey' }
  | { readonly is: 'wrong' | 'used' }
  | { readonly is: 'too-many'; readonly until: Instant };

const factorOf = ({ id }: SignedIn): Subject => ['factor', id];

/** Proves the second factor by a code of the app, or by a recovery code. */
export async function proveByCode(db: Database, keys: Keyring, who: Entering, typed: string): Promise<Proved> {
  const until = await db.as(DOORKEEPER, (tx) => beginAttempt(tx, [factorOf(who)]));
  if (until) return { is: 'too-many', until };
  const code = await db.as(DOORKEEPER, (tx) => useCode(tx, keys, who.id, typed));
  if (code === 'right') return proved(db, who, 'code');
  if (code === 'wrong' && (await useRecoveryCode(db, who.id, typed))) return proved(db, who, 'recovery-code');
  return { is: code };
}

/** Proves the second factor by a passkey of the same person. */
export async function proveByPasskey(db: Database, place: Place, who: Entering, answer: string): Promise<Proved> {
  const until = await db.as(DOORKEEPER, (tx) => beginAttempt(tx, [factorOf(who)]));
  if (until) return { is: 'too-many', until };
  const right = (await personOfPasskey(db, place, answer)) === who.id;
  if (!right) return { is: 'wrong' };
  await db.as(DOORKEEPER, (tx) => attemptWasRight(tx, [['challenge', who.id]]));
  return proved(db, who, 'passkey');
}

const proved = (db: Database, who: Entering, by: 'code' | 'recovery-code' | 'passkey'): Promise<Proved> =>
  db.as(DOORKEEPER, async (tx) => {
    await attemptWasRight(tx, [factorOf(who)]);
    await noteSignIn(tx, who.id);
    return { is: 'proved', session: await renewSession(tx, sessionOf(who)), by };
  });

/**
 * Changes a second factor or a password of somebody: every other session of theirs ends, and this one goes on under a new
 * secret, which is answered. Who had no recovery codes gets ten, kept in the session until they say that they have them.
 */
export async function changeWaysIn(
  db: Database,
  keys: Keyring,
  who: SignedIn,
  change: (tx: Tx) => Promise<void>,
  codes: 'new-codes' | 'codes-if-none' | 'no-codes',
): Promise<string> {
  const left = codes === 'codes-if-none' ? await db.as(DOORKEEPER, (tx) => recoveryCodesLeft(tx, who.id)) : 0;
  const made = codes === 'no-codes' || left > 0 ? undefined : await newRecoveryCodes();
  return db.as(DOORKEEPER, async (tx) => {
    await change(tx);
    const session = sessionOf(who);
    if (made) {
      await keepRecoveryCodes(tx, who.id, made.hashes);
      await keepInSession(tx, session, 'codes_sealed', keys.seal('second-factor', JSON.stringify(made.codes)));
    }
    await endTheirs(tx, who.id, { allBut: session });
    await noteSignIn(tx, who.id);
    return renewSession(tx, session);
  });
}

/** The session in which somebody asks; pages are asked in one. */
export function sessionOf({ session }: SignedIn): Id {
  if (!session) throw new Error('This page is asked within a session.');
  return session.id;
}
