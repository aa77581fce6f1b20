import { z } from 'zod';
import { defineEntry } from '../../../../record/define-entry.ts';
import { moduleEntry } from '../../../manifest.ts';

/**
 * The cells of a row of Annex A that are of the day on which the lists were made (the allocated worker, how many, where) or
 * of what the record does not judge yet (contacts). An observation: it says nothing of the days before or after.
 */
export const annexObserved = defineEntry({
  type: 'annex-observed',
  version: 1,
  books: ['child'],
  fields: {
    list: z.number().int().min(1).max(11),
    cells: z.array(
      z.strictObject({ heading: z.string().max(120), value: z.union([z.string().max(200), z.number(), z.boolean()]) }),
    ),
  },
});

export const annexObservedEntry = moduleEntry({
  is: annexObserved.is,
  yields: [],
  facts: () => [],
  tells: ({ data }) => `Annex A, list ${data.list}. What it said on its day was kept.`,
});
