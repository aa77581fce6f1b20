import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { said, shortText, someId, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';

const episode = z.union([someId, z.null()]);

/** A plan for a child in need was agreed: its own thread. What the plan is to change is the point of it. */
export const childInNeedPlanAgreed = defineEntry({
  type: 'child-in-need-plan-agreed',
  version: 1,
  books: ['child'],
  fields: { episode, changes: said(words), agreedBy: said(shortText) },
});

export const childInNeedPlanReviewed = defineEntry({
  type: 'child-in-need-plan-reviewed',
  version: 1,
  books: ['child'],
  fields: { episode, account: said(words), chairedBy: said(shortText) },
});

export const childInNeedPlanEnded = defineEntry({
  type: 'child-in-need-plan-ended',
  version: 1,
  books: ['child'],
  fields: { episode, because: said(words) },
});

export const childInNeedPlanEntries = [
  moduleEntry({
    is: childInNeedPlanAgreed.is,
    yields: ['plan.in-need-begun'],
    facts: (entry) => [factOf(entry, 'plan.in-need-begun')],
    tells: () => 'Child in need plan. Agreed.',
  }),
  moduleEntry({
    is: childInNeedPlanReviewed.is,
    yields: ['review.in-need-held'],
    facts: (entry) => [factOf(entry, 'review.in-need-held')],
    tells: () => 'Child in need plan. Reviewed.',
  }),
  moduleEntry({
    is: childInNeedPlanEnded.is,
    yields: ['plan.in-need-ended'],
    facts: (entry) => [factOf(entry, 'plan.in-need-ended')],
    tells: () => 'Child in need plan. Ended.',
  }),
];
