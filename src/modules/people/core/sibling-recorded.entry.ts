import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { someId } from '../../../record/said.ts';
import { moduleEntry } from '../../manifest.ts';

export const SIBLING_AS = ['sibling', 'half-sibling', 'step-sibling', 'lives-together'] as const;

/** Another child who grows up with this one. The same act writes it into both books. */
export const siblingRecorded = defineEntry({
  type: 'sibling-recorded',
  version: 1,
  books: ['child'],
  fields: { with: someId, as: z.enum(SIBLING_AS) },
});

const said = {
  sibling: 'A brother or sister was recorded.',
  'half-sibling': 'A half-brother or half-sister was recorded.',
  'step-sibling': 'A stepbrother or stepsister was recorded.',
  'lives-together': 'A child who lives in the same home was recorded.',
} as const;

export const siblingRecordedEntry = moduleEntry({
  is: siblingRecorded.is,
  yields: [],
  facts: () => [],
  tells: ({ data }) => `People. ${said[data.as]}`,
});
