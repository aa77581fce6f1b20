import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { FileKind } from '../record/entry.ts';

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
export type Source = 'here' | FileKind;

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
