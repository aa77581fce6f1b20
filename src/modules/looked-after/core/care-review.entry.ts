import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { isSaid, said, saidOrNull, shortText, someId, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { happening, happeningOfPeriod } from '../../happening.ts';
import { type ModuleEntry, moduleEntry } from '../../manifest.ts';

/** How the child took part in a review: PN0 to PN7 of the looked-after return in words. */
export const REVIEW_PARTICIPATION = [
  'under-four',
  'spoke-for-self',
  'spoke-through-advocate',
  'attended-with-symbols',
  'attended-without-speaking',
  'absent-advocate-spoke',
  'absent-views-sent',
  'absent-no-views',
] as const;

/** The care plan of a period of care: on its thread, like everything in this file but a dispute. */
export const carePlanAgreed = defineEntry({
  type: 'care-plan-agreed',
  version: 1,
  books: ['child'],
  fields: { permanencePlan: said(shortText) },
});

export const reviewingOfficerAppointed = defineEntry({
  type: 'reviewing-officer-appointed',
  version: 1,
  books: ['child'],
  fields: {
    /** The officer's book, a worker's. */
    officer: said(someId),
    name: said(shortText),
  },
});

export const reviewingOfficerSpokeToChild = defineEntry({
  type: 'reviewing-officer-spoke-to-child',
  version: 1,
  books: ['child'],
  fields: { alone: said(z.boolean()), words: said(words) },
});

export const careReviewHeld = defineEntry({
  type: 'care-review-held',
  version: 1,
  books: ['child'],
  fields: {
    tookPart: said(z.enum(REVIEW_PARTICIPATION)),
    chairedBy: said(shortText),
    /** Whether people met: in long-term fostering not every review needs a meeting. */
    meeting: said(z.boolean()),
  },
});

export const careReviewDecisionsSent = defineEntry({
  type: 'care-review-decisions-sent',
  version: 1,
  books: ['child'],
  fields: { sentTo: said(z.array(shortText)) },
});

export const careReviewRecordSent = defineEntry({
  type: 'care-review-record-sent',
  version: 1,
  books: ['child'],
  fields: { sentTo: said(z.array(shortText)) },
});

const episode = z.union([someId, z.null()]);

/** The reviewing officer begins the formal way to resolve a dispute. Its own thread; the care period is its episode. */
export const reviewDisputeRaised = defineEntry({
  type: 'review-dispute-raised',
  version: 1,
  books: ['child'],
  fields: { episode, matter: said(words), raisedBy: said(shortText) },
});

export const reviewDisputeResolved = defineEntry({
  type: 'review-dispute-resolved',
  version: 1,
  books: ['child'],
  fields: { episode, outcome: said(words) },
});

export const careReviewEntries: readonly ModuleEntry[] = [
  happeningOfPeriod(carePlanAgreed, 'care-plan.agreed', 'Care plan. Agreed.'),
  moduleEntry({
    is: reviewingOfficerAppointed.is,
    yields: ['reviewing-officer.appointed'],
    facts: (entry) => [
      factOf(entry, 'reviewing-officer.appointed', { episode: entry.about, party: saidOrNull(entry.data.officer) }),
    ],
    tells: () => 'Independent reviewing officer. Appointed.',
  }),
  happeningOfPeriod(
    reviewingOfficerSpokeToChild,
    'reviewing-officer.spoke-to-child',
    ({ words: own }) =>
      `Independent reviewing officer. Spoke to the child.${isSaid(own) ? ' The child’s own words were written down.' : ''}`,
  ),
  moduleEntry({
    is: careReviewHeld.is,
    yields: ['review.care-held', 'review.care-meeting-held'],
    facts: (entry) => [
      factOf(entry, 'review.care-held', { episode: entry.about }),
      ...(entry.data.meeting === true ? [factOf(entry, 'review.care-meeting-held', { episode: entry.about })] : []),
    ],
    tells: ({ data }) => {
      const held = data.meeting === false ? 'Review of care. Held without a meeting' : 'Review of care. Held';
      return isSaid(data.tookPart) ? `${held}; ${partInWords[data.tookPart]}.` : `${held}.`;
    },
  }),
  happeningOfPeriod(careReviewDecisionsSent, 'review.care-decisions-sent', 'Review of care. The decisions were sent.'),
  happeningOfPeriod(careReviewRecordSent, 'review.care-record-sent', 'Review of care. The full record was sent.'),
  happening(
    reviewDisputeRaised,
    'dispute.raised',
    'Independent reviewing officer. A dispute with the council was raised.',
  ),
  happening(reviewDisputeResolved, 'dispute.resolved', 'Independent reviewing officer. The dispute was resolved.'),
];

const partInWords: Record<(typeof REVIEW_PARTICIPATION)[number], string> = {
  'under-four': 'the child was under four',
  'spoke-for-self': 'the child was there and spoke',
  'spoke-through-advocate': 'the child was there and somebody spoke for them',
  'attended-with-symbols': 'the child was there and made their views known without words',
  'attended-without-speaking': 'the child was there and gave no views',
  'absent-advocate-spoke': 'the child was not there and somebody spoke for them',
  'absent-views-sent': 'the child was not there and sent their views',
  'absent-no-views': 'the child was not there and gave no views',
};
