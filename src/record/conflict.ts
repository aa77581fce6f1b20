import type { Id } from '../kernel/id.ts';
import type { Act, Entry } from './entry.ts';

/** Somebody else wrote in the same thread since the writer looked: the writer sees both and chooses. */
export type Conflict = {
  readonly code: 'thread-moved';
  readonly threads: readonly { readonly book: Id; readonly about: Id; readonly theirs: readonly Entry[] }[];
};

type Decided = Act['decidedOn'][number];
type Placed = Pick<Entry, 'id' | 'book' | 'about' | 'seq'>;

/**
 * What each thread got after the entry that the writer had last seen of it. A thread that did not move is not
 * answered, so entries elsewhere in the book never disturb anybody. `thread` are the entries of the decided threads.
 */
export function movedThreads<Of extends Placed>(
  decidedOn: readonly Decided[],
  thread: readonly Of[],
): { book: Id; about: Id; theirs: Of[] }[] {
  return decidedOn
    .map(({ book, about, lastSeen }) => {
      const there = thread.filter((entry) => entry.book === book && entry.about === about);
      const seen = lastSeen === null ? 0 : (there.find((entry) => entry.id === lastSeen)?.seq ?? 0);
      return { book, about, theirs: there.filter((entry) => entry.seq > seen) };
    })
    .filter(({ theirs }) => theirs.length > 0);
}
