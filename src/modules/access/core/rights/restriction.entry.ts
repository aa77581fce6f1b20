import { z } from 'zod';
import { defineEntry } from '../../../../record/define-entry.ts';
import { someId, words } from '../../../../record/said.ts';
import { moduleEntry } from '../../../manifest.ts';

/** Only who is named may open the record, beside the child's own worker and that worker's manager. The last one holds. */
export const recordRestricted = defineEntry({
  type: 'record-restricted',
  version: 1,
  books: ['child'],
  fields: { people: z.array(someId), because: words },
});

export const restrictionLifted = defineEntry({
  type: 'restriction-lifted',
  version: 1,
  books: ['child'],
  fields: {
    /** The entry that restricted the record; any before it is lifted with it. */
    restriction: someId,
    because: words,
  },
});

export const restrictionEntries = [
  moduleEntry({
    is: recordRestricted.is,
    yields: [],
    facts: () => [],
    tells: () => 'Access. The record was restricted to those who are named.',
  }),
  moduleEntry({
    is: restrictionLifted.is,
    yields: [],
    facts: () => [],
    tells: () => 'Access. The record is no longer restricted.',
  }),
];
