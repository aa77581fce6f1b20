import { z } from 'zod';
import { defineEntry } from '../../../../record/define-entry.ts';
import { day, said, someId, words } from '../../../../record/said.ts';
import { moduleEntry } from '../../../manifest.ts';

/** The parts in a child's life that no allocation tells. */
export const NAMED_RELATIONS = ['conference-chair', 'reviewing-officer', 'legal', 'supervising'] as const;
export type NamedRelation = (typeof NAMED_RELATIONS)[number];

export const relationNamed = defineEntry({
  type: 'relation-named',
  version: 1,
  books: ['child'],
  fields: {
    person: someId,
    as: z.enum(NAMED_RELATIONS),
    from: day,
    /** The last day; not said while nobody knows it. */
    until: said(day),
  },
});

export const relationEnded = defineEntry({
  type: 'relation-ended',
  version: 1,
  books: ['child'],
  fields: {
    /** The entry that named it. */
    relation: someId,
    because: said(words),
  },
});

const named: Readonly<Record<NamedRelation, string>> = {
  'conference-chair': 'Somebody chairs the child’s conferences',
  'reviewing-officer': 'Somebody is the child’s independent reviewing officer',
  legal: 'Somebody advises on the child in law',
  supervising: 'Somebody supervises the child’s carers',
};

export const namedRelationEntries = [
  moduleEntry({
    is: relationNamed.is,
    yields: [],
    facts: () => [],
    tells: ({ data }) => `Access. ${named[data.as]} and may open the record.`,
  }),
  moduleEntry({
    is: relationEnded.is,
    yields: [],
    facts: () => [],
    tells: () => 'Access. Somebody who had a part in the child’s life has it no longer.',
  }),
];
