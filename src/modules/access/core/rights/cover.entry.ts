import { defineEntry } from '../../../../record/define-entry.ts';
import { day, said, someId, words } from '../../../../record/said.ts';
import { moduleEntry } from '../../../manifest.ts';

/** Somebody stands in for somebody: they have the other's relations to children, and no more rights than their own. */
export const coverArranged = defineEntry({
  type: 'cover-arranged',
  version: 1,
  books: ['council'],
  fields: {
    by: someId,
    for: someId,
    from: day,
    /** The last day. */
    until: day,
    because: said(words),
  },
});

export const coverEnded = defineEntry({
  type: 'cover-ended',
  version: 1,
  books: ['council'],
  fields: {
    /** The entry that arranged it. */
    cover: someId,
    because: said(words),
  },
});

export const coverEntries = [
  moduleEntry({
    is: coverArranged.is,
    yields: [],
    facts: () => [],
    tells: ({ data }) => `Cover. Somebody stands in for somebody from ${data.from} until ${data.until}.`,
  }),
  moduleEntry({
    is: coverEnded.is,
    yields: [],
    facts: () => [],
    tells: () => 'Cover. It ended before its last day.',
  }),
];
