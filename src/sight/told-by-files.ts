import type { FileKind } from '../record/entry.ts';
import type { FactName } from './facts.ts';

/**
 * What each file can speak of: inside its window, silence about these facts is evidence; about all others it never is. Only
 * what a file lists in full, with its day, stands here: a column that holds the latest of something ("date of last
 * visit", "allocated worker") says nothing of the days before, and neither does what is worked out from other columns.
 */
export const SPOKEN_BY: Record<FileKind, readonly FactName[]> = {
  'cin-census': [
    'born.born',
    'born.expected',
    'born.died',
    'referral.received',
    'referral.from-professional',
    'decision.proceed',
    'decision.no-further-action',
    'closure.closed',
    'closure.died',
    'closure.transferred',
    'assessment.needed',
    'assessment.begun',
    'assessment.completed',
    // Assessments are listed without their kind: an initial one would stand among them, as the first.
    'assessment.initial-completed',
    'strategy.enquiries-begun',
    'enquiry.begun',
    'enquiry.no-conference-needed',
    'conference.initial-held',
    // It gives the day of any conference that made a plan, though not which kind that was.
    'conference.transfer-in-held',
    'plan.in-need-begun',
    'plan.in-need-ended',
    'plan.protection-begun',
    'plan.protection-ended',
    'plan.protection-first',
    'plan.protection-repeat',
    'review.protection-held',
  ],
  ssda903: [
    'born.born',
    // Header and Episodes: each time in care, each legal status and each placement of the year. A death is only the end of one.
    'care.entered',
    'care.ended',
    'care.short-breaks-begun',
    'care.short-breaks-ended',
    'legal-status.accommodated',
    'legal-status.interim-care-order',
    'legal-status.care-order',
    'legal-status.placement-order',
    'legal-status.police-protection',
    'legal-status.emergency-protection',
    'legal-status.remanded',
    'legal-status.other',
    'placement.begun',
    'placement.first-begun',
    'placement.first-year-over',
    'placement.ended',
    // By the code of the placement. Emergency and temporary approvals, and distance, have none.
    'placement.with-parent-begun',
    'placement.unregulated-begun',
    'placement.supported-begun',
    'placement.hospital-begun',
    'placement.carer-holiday-begun',
    'placement.temporary-begun',
    // Reviews: all of the year, but not whether there was a meeting, nor what was sent out after it.
    'review.care-held',
    // Missing: every episode of the year, the short ones too.
    'missing.begun',
    'missing.found',
    // Not health (OC2: yes or no for the year, without a day), not leaving care (OC3: as it was about the birthday), and not
    // who holds the child (SWEpisodes: from 2023-24 on alone, and by a number that names nobody here).
  ],
  'annex-a': [
    'born.born',
    // List 3: referrals, and whether no further action followed, though not on which day.
    'referral.received',
    'decision.proceed',
    'decision.no-further-action',
    // List 4: assessments under way or authorised in the six months.
    'assessment.begun',
    'assessment.completed',
    // List 5: enquiries, from the strategy discussion that began each, and their conferences.
    'strategy.enquiries-begun',
    'enquiry.begun',
    'enquiry.no-conference-needed',
    'conference.initial-held',
    // List 6: whoever was closed in the six months, with the day and the reason.
    'closure.closed',
    'closure.died',
    'closure.transferred',
    // List 7: plans, and how many came before; of reviews and visits only the latest.
    'plan.protection-begun',
    'plan.protection-ended',
    'plan.protection-first',
    'plan.protection-repeat',
    // List 8: each child in care; of placements, reviews, visits, health and legal status only the latest. No short breaks.
    'care.entered',
    'care.ended',
    // Lists 1, 2, 9 and 10 are kept as what was observed: what they tell is not judged, or only as it last was.
  ],
};

/** What follows from other columns: birthdays from the day of birth, the rule for visits from legal status and placement. */
const FOLLOWS_FROM_BIRTH = ['age.five', 'age.sixteen', 'age.eighteen'] as const satisfies readonly FactName[];
const FOLLOWS_FROM_PLACEMENT = [
  'visiting.ordinary',
  'visiting.temporary-or-interim-order',
  'visiting.parent-care-order',
  'visiting.short-breaks',
  'visiting.not-known',
] as const satisfies readonly FactName[];

/** What a file tells too, but not all of it: the latest of its kind, or what follows from it. A miss never rests on it. */
export const ALSO_TOLD_BY: Record<FileKind, readonly FactName[]> = {
  'cin-census': [...FOLLOWS_FROM_BIRTH, 'enquiry.concluded'],
  ssda903: [...FOLLOWS_FROM_BIRTH, ...FOLLOWS_FROM_PLACEMENT],
  'annex-a': [
    ...FOLLOWS_FROM_BIRTH,
    ...FOLLOWS_FROM_PLACEMENT,
    'enquiry.concluded',
    'seen.alone',
    'seen.with-others',
    'review.protection-held',
    'review.care-held',
    'reviewing-officer.spoke-to-child',
    'health.dental-checked',
    'care.short-breaks-begun',
    'care.short-breaks-ended',
    'legal-status.accommodated',
    'legal-status.interim-care-order',
    'legal-status.care-order',
    'legal-status.placement-order',
    'legal-status.remanded',
    'legal-status.other',
    'placement.begun',
    'placement.first-year-over',
    'placement.with-parent-begun',
    'placement.supported-begun',
    'placement.hospital-begun',
    'placement.carer-holiday-begun',
    'placement.temporary-begun',
    'placement.out-of-area-begun',
    'leaving-care.adviser-in-touch',
    'leaving-care.plan-reviewed',
  ],
};

/** What a file tells without its day: yes or no, from which only the days between can be worked out. */
export const TOLD_WITHOUT_DAY: Record<FileKind, readonly FactName[]> = {
  'cin-census': ['decision.proceed', 'decision.no-further-action', 'enquiry.concluded', 'enquiry.no-conference-needed'],
  ssda903: [],
  'annex-a': ['decision.proceed', 'decision.no-further-action', 'enquiry.concluded', 'enquiry.no-conference-needed'],
};

/** What happens once on its thread: a later one there cannot hide an earlier one that a file left out. */
export const ONCE_ON_A_THREAD: readonly FactName[] = [
  'assessment.completed',
  'assessment.initial-completed',
  'assessment.core-completed',
  'enquiry.concluded',
  'conference.initial-held',
  'plan.in-need-ended',
  'plan.protection-ended',
  'care.entered',
  'care.ended',
  'placement.begun',
  'placement.ended',
];

/** What can be told of only once on its thread: two sources that give different days for it disagree. */
export const ATTESTED_ONCE: readonly FactName[] = [
  ...ONCE_ON_A_THREAD,
  'born.born',
  'born.died',
  'closure.closed',
  'missing.found',
];
