import type { LocalDate } from '../../../kernel/local-date.ts';
import type { FactDraft, FactName } from '../../../sight/facts.ts';

/** What is being done for a child (or a carer) just now. One child may be several of these at once. */
export const WORK_KINDS = [
  'court',
  'protection-plan',
  'enquiry',
  'entering-care',
  'looked-after',
  'assessment',
  'child-in-need-plan',
  'private-fostering',
  'leaving-care',
  'short-breaks',
  'open-only',
  'carer',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/**
 * Points for each kind of work. No law and no national guidance sets any: councils that weight caseloads give each child 4 to 10
 * points by what the work is, with two ranks for children in care (so the caseload weighting schemes in the procedures of
 * Berkshire and of Swindon, 2013 and 2014). Every number here is a local default on that scale, for a council to set its own.
 */
export const CASELOAD_WEIGHTS: Readonly<Record<WorkKind, number>> = {
  /** Local default. An interim care order: proceedings run, with statements, hearings and a timetable of weeks. */
  court: 10,
  /** Local default. Visits and core groups within weeks, and a conference to report to. */
  'protection-plan': 8,
  /** Local default. Short, and nothing else can be done meanwhile. */
  enquiry: 8,
  /** Local default. The first months in care hold the most visits, plans and reviews: up to the second review. */
  'entering-care': 8,
  /** Local default. After the second review. */
  'looked-after': 6,
  /** Local default. */
  assessment: 6,
  /** Local default. */
  'child-in-need-plan': 5,
  /** Local default. Visits every six weeks. */
  'private-fostering': 4,
  /** Local default. */
  'leaving-care': 4,
  /** Local default. */
  'short-breaks': 4,
  /** Local default. A child who is open and for whom no work is recorded takes time all the same. */
  'open-only': 4,
  /** Local default. A foster carer whom a worker supervises. */
  carer: 4,
};

type Lasts = { readonly kind: WorkKind; readonly opens: readonly FactName[]; readonly closes: readonly FactName[] };

const LASTING_CARE: Lasts = { kind: 'looked-after', opens: ['care.entered'], closes: ['care.ended'] };
const LASTING: readonly Lasts[] = [
  {
    kind: 'court',
    opens: ['legal-status.interim-care-order'],
    closes: ['legal-status.accommodated', 'legal-status.care-order', 'legal-status.placement-order', 'care.ended'],
  },
  { kind: 'protection-plan', opens: ['plan.protection-begun'], closes: ['plan.protection-ended'] },
  {
    kind: 'enquiry',
    opens: ['enquiry.begun'],
    closes: ['enquiry.concluded', 'enquiry.no-conference-needed', 'conference.initial-held'],
  },
  LASTING_CARE,
  { kind: 'assessment', opens: ['assessment.begun'], closes: ['assessment.completed'] },
  { kind: 'child-in-need-plan', opens: ['plan.in-need-begun'], closes: ['plan.in-need-ended'] },
  { kind: 'private-fostering', opens: ['private-fostering.aware'], closes: ['private-fostering.ended'] },
  { kind: 'leaving-care', opens: ['leaving-care.entitled'], closes: ['leaving-care.ended'] },
  { kind: 'short-breaks', opens: ['care.short-breaks-begun'], closes: ['care.short-breaks-ended'] },
  { kind: 'carer', opens: ['carer.approved'], closes: ['carer.ended'] },
];

/** The facts that `workOn` reads: no other need be fetched. */
export const WORK_FACTS: readonly FactName[] = [
  ...new Set([...LASTING.flatMap(({ opens, closes }) => [...opens, ...closes]), 'review.care-held' as const]),
];

type Told = Pick<FactDraft, 'name' | 'earliest' | 'latest' | 'thread'>;

/**
 * What is being done for a child on a day, from the facts of all their books. Work lasts from its beginning until the day of
 * its end, which is no longer part of it. It counts from the first day on which it may have begun and to the last on which
 * it may still run: a caseload is rather counted too heavy than too light.
 */
export function workOn(facts: readonly Told[], on: LocalDate): readonly WorkKind[] {
  const live = LASTING.filter((lasts) => threadsLive(facts, lasts, on).length > 0).map(({ kind }) => kind);
  const work = live.map((kind) => (kind === 'looked-after' && isEnteringCare(facts, on) ? 'entering-care' : kind));
  return work.length === 0 ? ['open-only'] : work;
}

function threadsLive(facts: readonly Told[], { opens, closes }: Lasts, on: LocalDate): readonly Told[] {
  const begun = facts.filter(({ name, earliest }) => opens.includes(name) && (earliest === null || earliest <= on));
  return begun.filter(
    (start) =>
      !facts.some(
        ({ name, thread, latest }) =>
          closes.includes(name) &&
          thread === start.thread &&
          latest !== null &&
          latest <= on &&
          (start.earliest === null || latest >= start.earliest),
      ),
  );
}

/** The review that ends the first months in care: the second of its period. */
const SETTLED_AFTER_REVIEWS = 2;

function isEnteringCare(facts: readonly Told[], on: LocalDate): boolean {
  const periods = new Set(threadsLive(facts, LASTING_CARE, on).map(({ thread }) => thread));
  return [...periods].some(
    (period) =>
      facts.filter(
        ({ name, thread, latest }) =>
          name === 'review.care-held' && thread === period && latest !== null && latest <= on,
      ).length < SETTLED_AFTER_REVIEWS,
  );
}

/** What one child weighs, and the work for which they weigh it: the heaviest alone, so that a scheme stays one line long. */
export type Weight = { readonly points: number; readonly because: WorkKind };

/** The heaviest work of a child. Throws on no work at all: ask `workOn`, which always answers some. */
export function weightOf(
  work: readonly WorkKind[],
  weights: Readonly<Record<WorkKind, number>> = CASELOAD_WEIGHTS,
): Weight {
  const [first, ...rest] = work;
  if (first === undefined) throw new Error('Nothing to weigh.');
  const because = rest.reduce((heaviest, kind) => (weights[kind] > weights[heaviest] ? kind : heaviest), first);
  return { points: weights[because], because };
}

/** A whole caseload: how many children and carers, how many points, and how many for each kind of work. */
export type Caseload = { readonly held: number; readonly points: number; readonly by: ReadonlyMap<WorkKind, number> };

export function caseloadOf(weights: readonly Weight[]): Caseload {
  const by = new Map<WorkKind, number>();
  for (const kind of WORK_KINDS) {
    const of = weights.filter(({ because }) => because === kind).length;
    if (of > 0) by.set(kind, of);
  }
  return { held: weights.length, points: weights.reduce((sum, { points }) => sum + points, 0), by };
}
