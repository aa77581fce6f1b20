import { z } from 'zod';
import { defineEntry } from '../../../../record/define-entry.ts';
import { said, someId, words } from '../../../../record/said.ts';
import { moduleEntry } from '../../../manifest.ts';
import { RELATIONS } from '../relation.ts';

/**
 * Who may read a paragraph: everybody who may open the record; those who see protected places; or whoever stands in one of
 * these relations to the child, or is one of these people.
 */
export const AUDIENCES = ['everyone', 'protected-readers'] as const;

/** `account`, `children.0.views`: names of fields and places in lists, joined by dots. */
const PATH = /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/;

/**
 * From now on, at every as-of, these may read that paragraph of that entry and of every version of it. Stands in the
 * entry's own book, on a thread that is the entry's id. A later one decides.
 */
export const audienceSet = defineEntry({
  type: 'audience-set',
  version: 1,
  books: ['child', 'adult', 'carer'],
  fields: {
    entry: someId,
    /** Where the paragraph stands in the entry's data. */
    path: z.string().max(200).regex(PATH),
    audience: z.union([z.enum(AUDIENCES), z.array(z.union([z.enum(RELATIONS), someId])).min(1)]),
    because: said(words),
  },
});

const TOLD = {
  everyone: 'Who may read. A paragraph was opened to everybody who may open the record.',
  'protected-readers': 'Who may read. A paragraph was kept to those who see protected places.',
} as const;

export const audienceSetEntry = moduleEntry({
  is: audienceSet.is,
  yields: [],
  facts: () => [],
  tells: ({ data: { audience } }) =>
    typeof audience === 'string' ? TOLD[audience] : 'Who may read. A paragraph was kept to some people.',
});
