import type { Entering, SignedIn } from '../../../../../platform/http/page.ts';

export const SET_UP = '/second-factor/set-up';

/** Minutes after signing in within which one may change how one signs in; later one shows anew who one is. */
const FRESH_MINUTES = 15;

/**
 * Who may set up a second factor: somebody signed in a short while ago, or on the way in without one. Never who has one and
 * has not proved it. `stale`: signed in, but too long ago.
 */
export function whoSetsUp(
  { person, entering }: { readonly person: SignedIn | undefined; readonly entering: Entering | undefined },
  wall: number = Date.now(),
): SignedIn | 'stale' | undefined {
  if (entering) return entering.awaits === 'set-up' ? entering : undefined;
  if (!person) return undefined;
  return isFresh(person, wall) ? person : 'stale';
}

/** Did somebody sign in a short while ago? */
export const isFresh = ({ session }: SignedIn, wall: number = Date.now()): boolean =>
  session !== undefined && wall - Date.parse(session.startedAt) < FRESH_MINUTES * 60_000;
