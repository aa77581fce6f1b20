import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { movedThreads } from './conflict.ts';

const book = 'book' as Id;
const placed = (seq: number, about: string) => ({ id: `${seq}` as Id, book, about: about as Id, seq });

test('a thread moved exactly when something was written in it after what was seen, wherever else others wrote', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }), fc.nat(12), (threads, seen) => {
      const entries = threads.map((about, i) => placed(i + 1, about));
      const lastSeen = entries.filter(({ about, seq }) => about === 'a' && seq <= seen).at(-1)?.id ?? null;
      const theirs = entries.filter(({ about, seq }) => about === 'a' && seq > seen);
      const moved = movedThreads([{ book, about: 'a' as Id, lastSeen }], entries);
      expect(moved.flatMap((each) => each.theirs)).toEqual(theirs);
    }),
  );
});
