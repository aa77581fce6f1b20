import { z } from 'zod';
import { defineEntry } from '../../../../record/define-entry.ts';
import { day, shortText, someId, words } from '../../../../record/said.ts';
import { moduleEntry } from '../../../manifest.ts';

/** Files drawn for an audit or an inspection: these people may open these children, and no others, in that time. */
export const sampleDrawn = defineEntry({
  type: 'sample-drawn',
  version: 1,
  books: ['council'],
  fields: {
    title: shortText,
    people: z.array(someId),
    children: z.array(someId),
    from: day,
    /** The last day on which the files may be opened. */
    until: day,
  },
});

export const sampleEnded = defineEntry({
  type: 'sample-ended',
  version: 1,
  books: ['council'],
  fields: {
    /** The entry that drew it. */
    sample: someId,
    because: words,
  },
});

export const sampleEntries = [
  moduleEntry({
    is: sampleDrawn.is,
    yields: [],
    facts: () => [],
    tells: ({ data }) =>
      `Sample. Files were drawn: ${data.children.length} for ${data.people.length} to read, from ${data.from} until ${data.until}.`,
  }),
  moduleEntry({
    is: sampleEnded.is,
    yields: [],
    facts: () => [],
    tells: () => 'Sample. The files that were drawn are closed again.',
  }),
];
