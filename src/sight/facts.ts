import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';

/**
 * The closed vocabulary between books and law. Modules' entries are mapped to these; duties are written over these;
 * neither knows the other. A new fact is added here, yielded by a module's manifest, and only then named by a duty.
 */
export const FACTS = {
  born: ['born', 'expected', 'died'],
  concern: ['raised', 'triaged'],
  referral: ['received', 'from-professional', 'received-by-phone', 'confirmed-in-writing', 'referrer-told'],
  decision: ['proceed', 'no-further-action', 'plan-needed', 'no-plan-needed'],
  closure: ['closed', 'died', 'transferred'],
  assessment: [
    'needed',
    'begun',
    'completed',
    'initial-begun',
    'initial-completed',
    'core-needed',
    'core-completed',
    'review-point',
    'overrun-reason',
    'early-help-agreed',
    'early-help-completed',
  ],
  seen: ['alone', 'with-others', 'not-seen'],
  held: ['by-worker', 'by-placeholder', 'ended'],
  /** Who stands in for a worker, beside `held.by-placeholder` of the same entry. */
  placeholder: ['manager', 'team', 'duty', 'in-transit', 'awaiting-closure'],
  strategy: ['harm-suspected', 'held', 'enquiries-begun'],
  enquiry: ['begun', 'led-by-social-worker', 'led-by-other', 'concluded', 'no-conference-needed'],
  conference: ['initial-held', 'transfer-in-notified', 'transfer-in-held', 'report-shared', 'minutes-sent'],
  plan: [
    'in-need-begun',
    'in-need-ended',
    'protection-begun',
    'protection-ended',
    'protection-first',
    'protection-repeat',
  ],
  'core-group': ['held'],
  review: [
    'protection-held',
    'in-need-held',
    'care-held',
    'care-meeting-held',
    'care-decisions-sent',
    'care-record-sent',
  ],
  view: ['expressed', 'decided', 'told'],
  /** Birthdays, foreseen from the day of birth. */
  age: ['five', 'sixteen', 'eighteen'],
  care: ['entered', 'ended', 'approved-to-end', 'short-breaks-begun', 'short-breaks-ended'],
  'legal-status': [
    'accommodated',
    'interim-care-order',
    'care-order',
    'placement-order',
    'police-protection',
    'emergency-protection',
    'remanded',
    'other',
  ],
  'care-plan': ['agreed'],
  'reviewing-officer': ['appointed', 'spoke-to-child'],
  dispute: ['raised', 'resolved'],
  placement: [
    'begun',
    'first-begun',
    'first-year-over',
    'ended',
    'plan-agreed',
    'notified',
    'permanent',
    'long-term-agreed',
    'with-parent-begun',
    'with-parent-approved',
    'temporary-approval-begun',
    'temporary-approval-extended',
    'temporary-approval-ended',
    'out-of-area-begun',
    'out-of-area-approved',
    'distant-begun',
    'distant-approved',
    'unregulated-begun',
    'supported-begun',
    'supported-registered',
    'hospital-begun',
    'carer-holiday-begun',
    'temporary-begun',
    'emergency-begun',
    'emergency-approved',
  ],
  /** Which part of the regulations governs the visits to a placement, from that day on. */
  visiting: [
    'ordinary',
    'parent-not-assessed',
    'temporary-or-interim-order',
    'parent-care-order',
    'other-arrangements',
    'short-breaks',
    'not-known',
  ],
  health: ['initial-assessed', 'review-assessed', 'dental-checked', 'immunised', 'strengths-recorded'],
  education: ['plan-begun', 'plan-reviewed', 'school-place-needed', 'school-place-found'],
  missing: ['begun', 'found', 'reported', 'interview-offered', 'interview-held'],
  'leaving-care': [
    'entitled',
    'needs-assessed',
    'plan-agreed',
    'plan-reviewed',
    'adviser-appointed',
    'adviser-in-touch',
    'adviser-visited',
    'accommodation-begun',
    'detained',
    'released',
    'ended',
  ],
  /** Of a foster carer's own book. */
  carer: [
    'approved',
    'first-year-over',
    'reviewed',
    'ended',
    'worker-allocated',
    'worker-ended',
    'visited-unannounced',
    'supervised',
    'supervision-signed',
    'views-recorded',
    'recommended',
    'decided',
    'resigned',
    'independent-review-notified',
    'papers-sent',
    'notifiable-event',
    'event-notified',
    'assessment-begun',
    'training-completed',
    'child-placed',
    'child-left',
  ],
  'private-fostering': ['notified', 'aware', 'inspected', 'ended'],
  spoken: ['cin-census', 'ssda903', 'annex-a'],
} as const satisfies Record<string, readonly string[]>;

export type FactKind = keyof typeof FACTS;
/** `kind.value`, as in `referral.received`. */
export type FactName = { [Kind in FactKind]: `${Kind}.${(typeof FACTS)[Kind][number]}` }[FactKind];

/** Every fact name, in a fixed order. The place in this list is the code that columns hold (0 to 255). */
export const FACT_NAMES: readonly FactName[] = Object.entries(FACTS).flatMap(([kind, values]) =>
  values.map((value) => `${kind}.${value}` as FactName),
);
export const isFactName = (text: string): text is FactName => (FACT_NAMES as readonly string[]).includes(text);
/** The column code of a fact name. */
export const codeOf = (name: FactName): number => FACT_NAMES.indexOf(name);
export const kindOf = (name: FactName): FactKind => name.slice(0, name.indexOf('.')) as FactKind;

/** Who speaks: this record itself, or a file that a council loaded. */
export type Source = 'here' | 'cin-census' | 'ssda903' | 'annex-a';

/**
 * What each file can speak of: inside its window, silence about these facts is evidence; about all others it never is. Only
 * what a file lists in full, with its day, stands here: a column that holds the latest of something ("date of last
 * visit", "allocated worker") says nothing of the days before, and neither does what is worked out from other columns.
 */
export const SPOKEN_BY: Record<Exclude<Source, 'here'>, readonly FactName[]> = {
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
export const ALSO_TOLD_BY: Record<Exclude<Source, 'here'>, readonly FactName[]> = {
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
export const TOLD_WITHOUT_DAY: Record<Exclude<Source, 'here'>, readonly FactName[]> = {
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

/** What one entry says, before it is known whose book it is in and when it was written. */
export type FactDraft = {
  readonly name: FactName;
  /** First and last day on which it may have happened; null where there is no bound. Equal when the day is known. */
  readonly earliest: LocalDate | null;
  readonly latest: LocalDate | null;
  /** The moment, when the time of day is known. */
  readonly at: Instant | null;
  /** The thing that it belongs to: this enquiry, this plan. */
  readonly thread: Id;
  /** The episode of need (the referral) that the thread belongs to; null when it belongs to none. */
  readonly episode: Id | null;
  /** The worker or carer whom it names, by the id of their book. */
  readonly party: Id | null;
};

/** Narrow, append-only, free of text: the unit of as-of and the seam of permission. */
export type Fact = FactDraft & {
  readonly child: Id;
  readonly entry: Id;
  readonly source: Source;
  readonly believedFrom: Instant;
  /** When a later entry corrected it; null while it stands. */
  readonly believedUntil: Instant | null;
};

/** The state of a person or carer, from their own book. */
export type Standing = {
  readonly party: Id;
  readonly state: 'in-post' | 'registered' | 'on-leave';
  readonly from: LocalDate;
  /** Last day; null while it lasts or its end is not known. */
  readonly until: LocalDate | null;
  readonly believedFrom: Instant;
  readonly believedUntil: Instant | null;
};

/** What the council has set for itself, from its own book. In force from `from` until a later one for the same parameter. */
export type Policy = {
  readonly parameter: string;
  readonly value: number | boolean | LocalDate;
  readonly from: LocalDate;
  readonly believedFrom: Instant;
  readonly believedUntil: Instant | null;
};
