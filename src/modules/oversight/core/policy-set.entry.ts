import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { day, said, shortText, words } from '../../../record/said.ts';
import { moduleEntry } from '../../manifest.ts';

/**
 * The council sets a number for itself, from a day on: stricter than the law, or where the law leaves it open. Which
 * parameters there are, and how far each may go, stands in the duties' files.
 */
export const policySet = defineEntry({
  type: 'policy-set',
  version: 1,
  books: ['council'],
  fields: {
    parameter: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    value: z.union([z.number(), z.boolean(), day]),
    from: day,
    because: said(words),
    decidedBy: said(shortText),
  },
});

export const policySetEntry = moduleEntry({
  is: policySet.is,
  yields: [],
  facts: () => [],
  policy: ({ data }) => [{ parameter: data.parameter, value: data.value, from: data.from }],
  tells: ({ data }) => `The council set ${data.parameter} to ${data.value}, from ${data.from}.`,
});
