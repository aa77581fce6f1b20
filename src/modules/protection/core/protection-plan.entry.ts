import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { isSaid, said, shortText, someId, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';

const episode = z.union([someId, z.null()]);
export const ABUSE_CATEGORIES = ['neglect', 'physical', 'sexual', 'emotional', 'multiple'] as const;
export type AbuseCategory = (typeof ABUSE_CATEGORIES)[number];
const category = said(z.enum(ABUSE_CATEGORIES));

/** A protection plan: its own thread, on which its core groups and reviews stand. */
export const protectionPlanAgreed = defineEntry({
  type: 'protection-plan-agreed',
  version: 1,
  books: ['child'],
  fields: {
    episode,
    category,
    /** How many protection plans the child has had before this one, anywhere. */
    previousPlans: said(z.number().int().min(0)),
    dangers: said(words),
  },
});

export const protectionPlanCategoryChanged = defineEntry({
  type: 'protection-plan-category-changed',
  version: 1,
  books: ['child'],
  fields: { episode, category },
});

export const protectionPlanEnded = defineEntry({
  type: 'protection-plan-ended',
  version: 1,
  books: ['child'],
  fields: { episode, because: said(words) },
});

export const coreGroupHeld = defineEntry({
  type: 'core-group-held',
  version: 1,
  books: ['child'],
  fields: { episode, attended: said(z.array(shortText)), account: said(words) },
});

export const protectionPlanEntries = [
  moduleEntry({
    is: protectionPlanAgreed.is,
    yields: ['plan.protection-begun', 'plan.protection-first', 'plan.protection-repeat'],
    facts: (entry) => {
      const begun = factOf(entry, 'plan.protection-begun');
      const { previousPlans } = entry.data;
      if (!isSaid(previousPlans)) return [begun];
      return [begun, factOf(entry, previousPlans === 0 ? 'plan.protection-first' : 'plan.protection-repeat')];
    },
    tells: ({ data }) => `Protection plan. Agreed${isSaid(data.category) ? `: ${harm[data.category]}` : ''}.`,
  }),
  moduleEntry({
    is: protectionPlanCategoryChanged.is,
    yields: [],
    facts: () => [],
    tells: ({ data }) =>
      `Protection plan. The kind of harm was changed${isSaid(data.category) ? ` to ${harm[data.category]}` : ''}.`,
  }),
  moduleEntry({
    is: protectionPlanEnded.is,
    yields: ['plan.protection-ended'],
    facts: (entry) => [factOf(entry, 'plan.protection-ended')],
    tells: () => 'Protection plan. Ended.',
  }),
  moduleEntry({
    is: coreGroupHeld.is,
    yields: ['core-group.held'],
    facts: (entry) => [factOf(entry, 'core-group.held')],
    tells: () => 'Core group. Met.',
  }),
];

const harm = {
  neglect: 'neglect',
  physical: 'physical abuse',
  sexual: 'sexual abuse',
  emotional: 'emotional abuse',
  multiple: 'more than one kind of harm',
} as const;
