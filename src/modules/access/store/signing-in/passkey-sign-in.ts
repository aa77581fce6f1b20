import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { DOORKEEPER } from '../person-store.ts';
import { attemptWasRight, beginAttempt, type Subject } from './attempts.ts';
import { type Entrance, enter } from './enter.ts';
import { beginPasskeySignIn, type Place, personOfPasskey } from './passkeys.ts';
import type { SignInOutcome } from './sign-in.ts';

/** What a passkey is to sign; or until when this machine, or this person, is given nothing to sign: too much was asked for. */
export async function challengePasskey(
  db: Database,
  place: Place & { readonly from: string },
  person?: Id,
): Promise<
  { readonly is: 'challenged'; readonly options: unknown } | { readonly is: 'too-many'; readonly until: Instant }
> {
  const until = await db.as(DOORKEEPER, (tx) => beginAttempt(tx, [['challenge', person ?? place.from]]));
  if (until) return { is: 'too-many', until };
  return { is: 'challenged', options: await beginPasskeySignIn(db, place, person) };
}

/** Signs somebody in by a passkey that the browser chose. Wrong ones count against the machine that sent them. */
export async function signInWithPasskey(
  db: Database,
  place: Place,
  answer: string,
  entrance: Omit<Entrance, 'way'>,
): Promise<SignInOutcome> {
  const machine: Subject = ['machine', entrance.origin.from];
  const until = await db.as(DOORKEEPER, (tx) => beginAttempt(tx, [machine]));
  if (until) return { is: 'too-many', until };
  const person = await personOfPasskey(db, place, answer);
  if (!person) return { is: 'wrong' };
  return db.as(DOORKEEPER, async (tx) => {
    await attemptWasRight(tx, [machine, ['challenge', entrance.origin.from]]);
    return enter(tx, person, { way: 'passkey', ...entrance });
  });
}
