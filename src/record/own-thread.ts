import type { Id } from '../kernel/id.ts';

/** What is said of a book over and over and belongs to no referral or plan of its own. */
const PLACES = { visits: 'a', holding: 'b', identity: 'c' } as const;

/**
 * The thread of a book on which all its visits stand, or all that is said of who holds the child, or of whose book it
 * is: two people who write of the same thing at once are shown each other. The same book always gives the same thread.
 */
export const ownThread = (book: Id, of: keyof typeof PLACES): Id =>
  `${book.slice(0, 14)}${PLACES[of]}${book.slice(15)}` as Id;
