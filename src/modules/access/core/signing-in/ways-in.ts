/** By what somebody signed in. */
export type Way = 'password' | 'passkey' | 'council';

/** What stands between a first proof and the house: to prove the second factor, or to set one up. */
export type Awaits = 'second-factor' | 'set-up';

/** The second factors that somebody has. */
export type Factors = { readonly authenticator: boolean; readonly passkeys: number };

export const hasFactor = ({ authenticator, passkeys }: Factors): boolean => authenticator || passkeys > 0;

/**
 * What somebody still has to do who signed in this way. A passkey that knew its owner is two factors by itself, and the
 * council's own sign-in asks for its own; after a password, who has a second factor proves it, and who has none sets one up
 * where the children are real.
 */
export function awaitsAfter(way: Way, factors: Factors, real: boolean): Awaits | null {
  if (way !== 'password') return null;
  if (hasFactor(factors)) return 'second-factor';
  return real ? 'set-up' : null;
}

/** Days after which an account that nobody uses stops. */
export const UNUSED_DAYS = 30;
