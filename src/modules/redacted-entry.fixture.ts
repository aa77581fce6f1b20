import type { ReadEntry } from '../record/as-of.ts';
import type { NewEntry } from '../record/entry.ts';
import type { RedactedEntry } from '../record/redacted.ts';
import { storedEntries } from './stored-entry.fixture.ts';

/** For examples and tests of views: an entry of which this reader may see all. */
export const asShown = (entry: ReadEntry): RedactedEntry => entry as RedactedEntry;

/** Entries as they were written, all of which this reader may see. */
export const shownEntries = (...written: readonly NewEntry[]): RedactedEntry[] =>
  storedEntries(written).map((entry) => asShown({ ...entry, correctedBy: null }));
