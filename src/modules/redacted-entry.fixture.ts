import type { ReadEntry } from '../record/as-of.ts';
import type { RedactedEntry } from '../record/redacted.ts';

/** For examples and tests of views: an entry of which this reader may see all. */
export const asShown = (entry: ReadEntry): RedactedEntry => entry as RedactedEntry;
