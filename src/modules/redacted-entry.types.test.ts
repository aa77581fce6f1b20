import { expect, test } from 'vitest';
import type { ReadEntry } from '../record/as-of.ts';
import type { RedactedEntry } from '../record/redacted.ts';
import type { ToldEntry } from './child-page.ts';
import type { ShownConflict } from './showing.ts';

const told = (entry: RedactedEntry): ToldEntry['entry'] => entry;

test('an entry that nobody redacted cannot be shown', () => {
  const read = {} as ReadEntry;
  // @ts-expect-error the child’s page takes what `redact` answered, and nothing else
  told(read);
  // @ts-expect-error nor does a conflict
  const theirs: ShownConflict['threads'][number]['theirs'] = [read];
  expect(theirs).toHaveLength(1);
});
