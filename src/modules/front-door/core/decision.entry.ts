import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { code, isSaid, said, shortText, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';
import { episodeOfThread } from './episode.ts';

/**
 * What follows a referral. `further-action` is for a source that says only that something follows, not what.
 * Early help is something that follows: the child stays in sight until the episode is closed.
 */
export const NEXT_STEPS = [
  'assessment',
  'strategy-discussion',
  'section-17-services',
  'early-help',
  'further-action',
  'no-further-action',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

export const referralDecided = defineEntry({
  type: 'referral-decided',
  version: 1,
  books: ['child'],
  fields: {
    next: z.enum(NEXT_STEPS),
    primaryNeed: said(code),
    reasons: said(words),
    decidedBy: said(shortText),
  },
});

/** Whether the child needs a plan: from the day of a yes, a plan is owed. */
export const planNeedDecided = defineEntry({
  type: 'plan-need-decided',
  version: 1,
  books: ['child'],
  fields: {
    needed: z.boolean(),
    reasons: said(words),
    decidedBy: said(shortText),
  },
});

export const CLOSURE_REASONS = [
  'adopted',
  'died',
  'child-arrangements-order',
  'special-guardianship-order',
  'transferred-to-another-council',
  'transferred-to-adult-services',
  'services-ended',
  'no-further-action-after-assessment',
  'early-help-after-assessment',
] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

/** The episode ends. Closing undoes no miss: what was late stays late. */
export const childClosed = defineEntry({
  type: 'child-closed',
  version: 1,
  books: ['child'],
  fields: {
    reason: said(z.enum(CLOSURE_REASONS)),
    /** The code that a file gave, where its words are not one of ours. */
    reasonCode: said(code),
    primaryNeed: said(code),
    account: said(words),
    childTold: said(words),
    agreedBy: said(shortText),
  },
});

export const decisionEntries = [
  moduleEntry({
    is: referralDecided.is,
    yields: ['decision.proceed', 'decision.no-further-action'],
    facts: (entry) => [
      factOf(
        episodeOfThread(entry),
        entry.data.next === 'no-further-action' ? 'decision.no-further-action' : 'decision.proceed',
      ),
    ],
    tells: ({ data }) => `Decision on the referral: ${inWords(data.next)}.`,
  }),
  moduleEntry({
    is: planNeedDecided.is,
    yields: ['decision.plan-needed', 'decision.no-plan-needed'],
    facts: (entry) => [
      factOf(episodeOfThread(entry), entry.data.needed ? 'decision.plan-needed' : 'decision.no-plan-needed'),
    ],
    tells: ({ data }) => (data.needed ? 'Decision: the child needs a plan.' : 'Decision: the child needs no plan.'),
  }),
  moduleEntry({
    is: childClosed.is,
    yields: ['closure.closed', 'closure.died', 'closure.transferred'],
    facts: (entry) => [factOf(episodeOfThread(entry), closureOf(entry.data.reason))],
    tells: ({ data }) => (isSaid(data.reason) ? `Closed: ${inWords(data.reason)}.` : 'Closed. No reason was given.'),
  }),
];

const inWords = (choice: string): string => choice.replaceAll('-', ' ');

function closureOf(reason: unknown): 'closure.closed' | 'closure.died' | 'closure.transferred' {
  if (reason === 'died') return 'closure.died';
  return reason === 'transferred-to-another-council' ? 'closure.transferred' : 'closure.closed';
}
