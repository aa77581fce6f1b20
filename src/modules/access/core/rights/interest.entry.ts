import { z } from 'zod';
import { defineEntry } from '../../../../record/define-entry.ts';
import { said, shortText, someId, words } from '../../../../record/said.ts';
import { moduleEntry } from '../../../manifest.ts';

/** How somebody may know a child outside work. */
export const INTERESTS = ['own-child', 'relative', 'neighbour', 'friend', 'other'] as const;
export type Interest = (typeof INTERESTS)[number];

export const INTEREST_IN_WORDS: Readonly<Record<Interest, string>> = {
  'own-child': 'Their own child',
  relative: 'A relative',
  neighbour: 'A neighbour',
  friend: 'A friend, or a friend’s child',
  other: 'Known in another way',
};

/** Somebody knows a child outside work, and may therefore not open the record. */
export const interestDeclared = defineEntry({
  type: 'interest-declared',
  version: 1,
  books: ['council'],
  fields: {
    person: someId,
    /** Not said where nobody has the number that was typed: nobody is told which of the two it was. */
    child: said(someId),
    /** The council's number of the child, as it was typed. */
    numberTyped: said(shortText),
    kind: z.enum(INTERESTS),
    because: said(words),
  },
});

export const interestEnded = defineEntry({
  type: 'interest-ended',
  version: 1,
  books: ['council'],
  fields: {
    /** The entry that declared it. */
    interest: someId,
    because: words,
  },
});

export const interestEntries = [
  moduleEntry({
    is: interestDeclared.is,
    yields: [],
    facts: () => [],
    tells: () => 'Interest. Somebody knows a child outside work and may not open the record.',
  }),
  moduleEntry({
    is: interestEnded.is,
    yields: [],
    facts: () => [],
    tells: () => 'Interest. An interest that was declared no longer holds.',
  }),
];
