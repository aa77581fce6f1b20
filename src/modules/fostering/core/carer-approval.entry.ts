import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { isSaid, said, saidOrNull, shortText, someId, words } from '../../../record/said.ts';
import { factMonthsAfter, factOf } from '../../draft-fact.ts';
import { happeningOfPeriod } from '../../happening.ts';
import { type ModuleEntry, moduleEntry } from '../../manifest.ts';

/** A connected person is a relative or friend who is approved for children of their own circle. */
export const CARER_KINDS = ['mainstream', 'connected-person'] as const;

/** Somebody asks to foster: opens the carer's book, and the thread of the approval that may follow. */
export const carerAssessmentBegun = defineEntry({
  type: 'carer-assessment-begun',
  version: 1,
  books: ['carer'],
  fields: { name: said(shortText), kind: said(z.enum(CARER_KINDS)) },
});

/** All of this file stands on the thread of the approval. */
export const carerApproved = defineEntry({
  type: 'carer-approved',
  version: 1,
  books: ['carer'],
  fields: {
    name: said(shortText),
    kind: said(z.enum(CARER_KINDS)),
    /** For whom and how many, in the words of the decision. */
    terms: said(words),
    places: said(z.number().int().min(0)),
  },
});

export const carerReviewed = defineEntry({
  type: 'carer-reviewed',
  version: 1,
  books: ['carer'],
  fields: { toPanel: said(z.boolean()), outcome: said(words) },
});

/** For a review: of the carer, of the children placed, of the councils that placed them. */
export const carerViewsRecorded = defineEntry({
  type: 'carer-views-recorded',
  version: 1,
  books: ['carer'],
  fields: { of: said(z.array(z.enum(['carer', 'children', 'placing-councils']))), account: said(words) },
});

export const carerApprovalEnded = defineEntry({
  type: 'carer-approval-ended',
  version: 1,
  books: ['carer'],
  fields: { because: said(words) },
});

/** The council receives a carer's notice to resign: the approval ends 28 days later. */
export const carerResigned = defineEntry({
  type: 'carer-resigned',
  version: 1,
  books: ['carer'],
  fields: { because: said(words) },
});

export const supervisingWorkerAllocated = defineEntry({
  type: 'supervising-worker-allocated',
  version: 1,
  books: ['carer'],
  fields: {
    /** The worker's book. */
    worker: said(someId),
    workerName: said(shortText),
  },
});

export const supervisingWorkerEnded = defineEntry({
  type: 'supervising-worker-ended',
  version: 1,
  books: ['carer'],
  fields: { because: said(words) },
});

export const carerVisitedUnannounced = defineEntry({
  type: 'carer-visited-unannounced',
  version: 1,
  books: ['carer'],
  fields: { worker: said(someId), account: said(words) },
});

/** The standards of training, support and development. */
export const carerTrainingCompleted = defineEntry({
  type: 'carer-training-completed',
  version: 1,
  books: ['carer'],
  fields: { account: said(words) },
});

export const carerApprovalEntries: readonly ModuleEntry[] = [
  happeningOfPeriod(carerAssessmentBegun, 'carer.assessment-begun', 'Carer. The assessment began.'),
  moduleEntry({
    is: carerApproved.is,
    yields: ['carer.approved', 'carer.first-year-over'],
    facts: (entry) => [
      factOf(entry, 'carer.approved', { episode: entry.about }),
      factMonthsAfter(entry, 'carer.first-year-over', 12, { episode: entry.about }),
    ],
    tells: ({ data }) => (isSaid(data.kind) ? `Carer. Approved${kindInWords[data.kind]}.` : 'Carer. Approved.'),
  }),
  happeningOfPeriod(carerReviewed, 'carer.reviewed', ({ toPanel }) =>
    toPanel === true ? 'Carer. The approval was reviewed, by the panel.' : 'Carer. The approval was reviewed.',
  ),
  happeningOfPeriod(carerViewsRecorded, 'carer.views-recorded', 'Carer. Views for the review were recorded.'),
  happeningOfPeriod(carerApprovalEnded, 'carer.ended', 'Carer. The approval ended.'),
  happeningOfPeriod(carerResigned, 'carer.resigned', 'Carer. Gave notice to resign.'),
  moduleEntry({
    is: supervisingWorkerAllocated.is,
    yields: ['carer.worker-allocated'],
    facts: (entry) => [
      factOf(entry, 'carer.worker-allocated', { episode: entry.about, party: saidOrNull(entry.data.worker) }),
    ],
    tells: () => 'Supervising social worker. Allocated.',
  }),
  happeningOfPeriod(
    supervisingWorkerEnded,
    'carer.worker-ended',
    'Supervising social worker. Ended; nobody supervises.',
  ),
  happeningOfPeriod(carerVisitedUnannounced, 'carer.visited-unannounced', 'Carer. Visited unannounced.'),
  happeningOfPeriod(
    carerTrainingCompleted,
    'carer.training-completed',
    'Carer. The training standards were completed.',
  ),
];

const kindInWords = { mainstream: '', 'connected-person': ' as a connected person' } as const;
