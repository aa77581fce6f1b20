import { defineEntry } from '../../../record/define-entry.ts';
import { said, someId, words } from '../../../record/said.ts';
import { moduleEntry } from '../../manifest.ts';

/**
 * Two books are of one child. The same act writes one into each book, so that each tells the whole story; entries
 * never move. A later `books-unlinked` ends exactly this link and leaves every other one standing.
 */
export const booksLinked = defineEntry({
  type: 'books-linked',
  version: 1,
  books: ['child'],
  fields: {
    /** The same id in both books. */
    link: someId,
    with: someId,
    because: said(words),
  },
});

export const booksUnlinked = defineEntry({
  type: 'books-unlinked',
  version: 1,
  books: ['child'],
  fields: {
    link: someId,
    with: someId,
    because: said(words),
  },
});

/** Two books that looked like one child's are of two children: a person looked and decided. Ends the doubt. */
export const booksFoundDifferent = defineEntry({
  type: 'books-found-different',
  version: 1,
  books: ['child'],
  fields: {
    with: someId,
    because: said(words),
  },
});

const silent = { yields: [], facts: () => [] } as const;
export const linkEntries = [
  moduleEntry({
    ...silent,
    is: booksLinked.is,
    tells: () => 'Found to be one child in two books: the books were joined.',
  }),
  moduleEntry({
    ...silent,
    is: booksUnlinked.is,
    tells: () => 'Found not to be one child after all: the books were parted again.',
  }),
  moduleEntry({
    ...silent,
    is: booksFoundDifferent.is,
    tells: () => 'Checked against a child with the same number: not the same child.',
  }),
];
