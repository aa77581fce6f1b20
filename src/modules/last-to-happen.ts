import type { Entry } from '../record/entry.ts';

/** What sorts entries by when they happened: the latest day and moment; what has no day comes first. */
export const whenHappened = ({ happened }: Entry): string => `${happened.latest ?? ''} ${happened.at ?? ''}`;

/** In the order in which they happened, not in which they were written; among equals, in the order of writing. */
export const inOrderOfHappening = <Any extends Entry>(entries: readonly Any[]): Any[] =>
  entries.toSorted((a, b) => (whenHappened(a) < whenHappened(b) ? -1 : whenHappened(a) > whenHappened(b) ? 1 : 0));

/** The last by its latest day and moment; among equals, and where no day is known, the last written. */
export const lastToHappen = <Any extends Entry>(entries: readonly Any[]): Any | undefined =>
  inOrderOfHappening(entries).at(-1);
