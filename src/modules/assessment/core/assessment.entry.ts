import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { code, day, isSaid, said, shortText, someId, words } from '../../../record/said.ts';
import { factOf, factOn } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';

/** `initial` and `core` are the two assessments of before 15 April 2013; `single` is the one that replaced them. */
export const ASSESSMENT_KINDS = ['single', 'initial', 'core', 'early-help'] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];
export const ASSESSED_BECAUSE = ['referral', 'new-information'] as const;

const episode = z.union([someId, z.null()]);

/** An assessment is begun: its own thread, in the episode that it belongs to. */
export const assessmentBegun = defineEntry({
  type: 'assessment-begun',
  version: 1,
  books: ['child'],
  fields: {
    episode,
    kind: z.enum(ASSESSMENT_KINDS),
    because: said(z.enum(ASSESSED_BECAUSE)),
    /** For a child already known: the day on which the need for it was seen, where that was before it began. */
    neededOn: said(day),
    /** The day planned for this child: a limit is not a plan. */
    plannedFor: said(day),
    assessedBy: said(shortText),
  },
});

/** A manager looked at how it goes, and whether the child has been seen. */
export const assessmentReviewed = defineEntry({
  type: 'assessment-reviewed',
  version: 1,
  books: ['child'],
  fields: { episode, childSeen: said(z.boolean()), account: said(words) },
});

/** A manager has authorised it: a decision on what follows is possible. */
export const assessmentCompleted = defineEntry({
  type: 'assessment-completed',
  version: 1,
  books: ['child'],
  fields: {
    episode,
    kind: z.enum(ASSESSMENT_KINDS),
    factors: said(z.array(code)),
    analysis: said(words),
    authorisedBy: said(shortText),
  },
});

/** Why it took longer than the limit. It is late all the same. */
export const assessmentOverrunExplained = defineEntry({
  type: 'assessment-overrun-explained',
  version: 1,
  books: ['child'],
  fields: { episode, explanation: said(words) },
});

const begunAs = {
  single: 'assessment.begun',
  initial: 'assessment.initial-begun',
  core: 'assessment.core-needed',
  'early-help': 'assessment.early-help-agreed',
} as const;
const completedAs = {
  single: 'assessment.completed',
  initial: 'assessment.initial-completed',
  core: 'assessment.core-completed',
  'early-help': 'assessment.early-help-completed',
} as const;
const named = (kind: AssessmentKind): string =>
  ({
    single: 'Assessment',
    initial: 'Initial assessment',
    core: 'Core assessment',
    'early-help': 'Early help assessment',
  })[kind];

export const assessmentEntries = [
  moduleEntry({
    is: assessmentBegun.is,
    yields: [...Object.values(begunAs), 'assessment.needed'],
    facts: (entry) => {
      const begun = factOf(entry, begunAs[entry.data.kind]);
      if (entry.data.because !== 'new-information') return [begun];
      const { neededOn } = entry.data;
      return [
        isSaid(neededOn) ? factOn(entry, 'assessment.needed', neededOn) : factOf(entry, 'assessment.needed'),
        begun,
      ];
    },
    tells: ({ data }) =>
      `${named(data.kind)}. Begun${data.because === 'new-information' ? ', because of something new' : ''}.`,
  }),
  moduleEntry({
    is: assessmentReviewed.is,
    yields: ['assessment.review-point'],
    facts: (entry) => [factOf(entry, 'assessment.review-point')],
    tells: ({ data }) =>
      isSaid(data.childSeen)
        ? `Assessment. Looked at by a manager: the child ${data.childSeen ? 'has' : 'has not'} been seen.`
        : 'Assessment. Looked at by a manager.',
  }),
  moduleEntry({
    is: assessmentCompleted.is,
    yields: Object.values(completedAs),
    facts: (entry) => [factOf(entry, completedAs[entry.data.kind])],
    tells: ({ data }) => `${named(data.kind)}. Completed and authorised.`,
  }),
  moduleEntry({
    is: assessmentOverrunExplained.is,
    yields: ['assessment.overrun-reason'],
    facts: (entry) => [factOf(entry, 'assessment.overrun-reason')],
    tells: () => 'Assessment. A reason was recorded for taking longer than the limit.',
  }),
];
