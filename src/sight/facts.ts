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
  review: ['protection-held', 'in-need-held'],
  view: ['expressed', 'decided', 'told'],
  spoken: ['cin-census'],
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
export type Source = 'here' | 'cin-census';

/** What each file can speak of: inside its window, silence about these facts is evidence; about all others it never is. */
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
