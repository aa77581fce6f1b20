import type { Database } from '../../../platform/database/database.ts';
import { attemptWasRight, beginAttempt, type Subject } from './attempts.ts';
import { type Entrance, enter } from './enter.ts';
import { type Place, personOfPasskey } from './passkeys.ts';
import { DOORKEEPER } from './person-store.ts';
import type { SignInOutcome } from './sign-in.ts';

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
    await attemptWasRight(tx, [machine]);
    return enter(tx, person, { way: 'passkey', ...entrance });
  });
}
