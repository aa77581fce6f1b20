import fc from 'fast-check';
import type { Id } from '../../src/kernel/id.ts';
import type { Instant } from '../../src/kernel/instant.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { Fact, FactName, Policy, Source, Standing } from '../../src/sight/facts.ts';
import type { Duty } from '../../src/statute/duty.ts';
import { dayNumber, dayText } from './oracle-days.ts';

/** Histories cross a change of rules and an Easter (spring 2013), or the end of a census and a Christmas (winter 2025). */
const STRETCHES = [
  { from: dayNumber('2013-03-10'), days: 110 },
  { from: dayNumber('2025-12-08'), days: 130 },
] as const;

export type History = {
  readonly facts: readonly Fact[];
  readonly standings: readonly Standing[];
  readonly policies: readonly Policy[];
  /** The days around which it lies. */
  readonly from: number;
  readonly until: number;
};

const id = (kind: string, n: number): Id =>
  `${kind.padEnd(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`.replace(/[^0-9a-f-]/g, 'f') as Id;
const CHILD = id('c', 1);
const moment = (day: number, minute: number): Instant =>
  new Date(day * 86_400_000 + minute * 60_000).toISOString() as Instant;

/** Kinds that make a story more often than all the rest. */
const COMMON: readonly FactName[] = [
  'referral.received',
  'decision.proceed',
  'assessment.begun',
  'assessment.completed',
  'strategy.enquiries-begun',
  'enquiry.begun',
  'enquiry.no-conference-needed',
  'conference.initial-held',
  'plan.protection-begun',
  'plan.protection-ended',
  'review.protection-held',
  'seen.alone',
  'seen.with-others',
  'held.by-worker',
];
/** Of a child in care. */
const IN_CARE: readonly FactName[] = [
  'care.entered',
  'care.ended',
  'review.care-held',
  'placement.begun',
  'placement.first-begun',
  'placement.first-year-over',
  'placement.permanent',
  'placement.ended',
  'visiting.ordinary',
  'visiting.parent-not-assessed',
  'health.initial-assessed',
  'care-plan.agreed',
  'seen.alone',
  'seen.with-others',
];
const STORIES = [COMMON, IN_CARE] as const;
/** Days that are foreseen: written down long before they come. */
const FORESEEN = new Set<FactName>(['placement.first-year-over', 'age.five', 'age.sixteen', 'age.eighteen']);
const FORESEEN_BY = 60;

const days = fc.oneof(
  { weight: 12, arbitrary: fc.record({ spread: fc.constant(0), open: fc.constant('none' as const) }) },
  { weight: 4, arbitrary: fc.record({ spread: fc.integer({ min: 1, max: 40 }), open: fc.constant('none' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      spread: fc.constant(3),
      open: fc.constantFrom('earliest' as const, 'latest' as const, 'both' as const),
    }),
  },
);

const sketch = (story: readonly FactName[], names: readonly FactName[], length: number) =>
  fc.record({
    name: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...story) },
      { weight: 2, arbitrary: fc.constantFrom(...names) },
    ),
    day: fc.integer({ min: 0, max: length }),
    days,
    thread: fc.constantFrom(0, 0, 0, 1),
    episode: fc.constantFrom(0, 0, 1),
    source: fc.constantFrom<Source>('here', 'here', 'here', 'here', 'cin-census', 'ssda903'),
    minute: fc.option(fc.integer({ min: 0, max: 1439 }), { freq: 2 }),
    party: fc.integer({ min: 0, max: 1 }),
    delay: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }) },
    ),
    corrected: fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }) },
    ),
  });
type Sketch = ReturnType<typeof sketch> extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const BIRTH = new Set<FactName>(['born.born', 'born.expected']);

function factFrom(drawn: Sketch, at: number, stretch: (typeof STRETCHES)[number]): Fact {
  const atAge = BIRTH.has(drawn.name) && drawn.minute === null ? 5 * 365 + 1 : 0;
  const first = stretch.from + drawn.day - atAge;
  const last = first + drawn.days.spread;
  const { open } = drawn.days;
  const dated = open === 'none';
  const recorded = last + drawn.delay + atAge - (FORESEEN.has(drawn.name) ? FORESEEN_BY : 0);
  const exact = dated && first === last;
  const ownThread =
    drawn.name === 'referral.received' || drawn.name.startsWith('decision.') || drawn.name.startsWith('closure.');
  return {
    name: drawn.name,
    earliest: open === 'earliest' || open === 'both' ? null : (dayText(first) as LocalDate),
    latest: open === 'latest' || open === 'both' ? null : (dayText(last) as LocalDate),
    at: exact && drawn.minute !== null ? moment(first, drawn.minute) : null,
    thread: ownThread ? id('e', drawn.episode) : id('d', drawn.thread * 2 + drawn.episode),
    episode: id('e', drawn.episode),
    party: drawn.name.startsWith('held.by') ? id('b', drawn.party) : null,
    child: CHILD,
    entry: id('a', at),
    source: drawn.source,
    believedFrom: moment(recorded, 600 + at),
    believedUntil: drawn.corrected === null ? null : moment(recorded + drawn.corrected, 601 + at),
  };
}

function windowFrom(file: Exclude<Source, 'here'>, from: number, until: number, at: number): Fact {
  return {
    name: `spoken.${file}`,
    earliest: dayText(from) as LocalDate,
    latest: dayText(until) as LocalDate,
    at: null,
    thread: id('f', at),
    episode: null,
    party: null,
    child: CHILD,
    entry: id('f', at),
    source: file,
    believedFrom: moment(until, 1),
    believedUntil: null,
  };
}

const standingOf = (from: number, length: number) =>
  fc
    .record({
      party: fc.integer({ min: 0, max: 1 }),
      state: fc.constantFrom<Standing['state']>('in-post', 'in-post', 'on-leave', 'registered'),
      day: fc.integer({ min: -20, max: length }),
      until: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 2 }),
    })
    .map(
      ({ party, state, day, until }): Standing => ({
        party: id('b', party),
        state,
        from: dayText(from + day) as LocalDate,
        until: until === null ? null : (dayText(from + day + until) as LocalDate),
        believedFrom: moment(from + day, 30),
        believedUntil: null,
      }),
    );

function policyOf(duties: readonly Duty[], from: number, length: number): fc.Arbitrary<Policy> {
  const parameters = duties.flatMap((duty) => duty.parameters);
  return fc
    .record({
      parameter: fc.constantFrom(...parameters),
      day: fc.integer({ min: -40, max: length }),
      value: fc.integer({ min: 1, max: 40 }),
    })
    .map(
      ({ parameter, day, value }): Policy => ({
        parameter: parameter.name,
        value: valueFor(parameter.sets, value, from),
        from: dayText(from + day) as LocalDate,
        believedFrom: moment(from + day, value),
        believedUntil: null,
      }),
    );
}

function valueFor(sets: string, drawn: number, from: number): Policy['value'] {
  if (sets === 'limit' || sets === 'leave-days') return drawn;
  if (sets === 'begins-on' || sets === 'ends-on') return dayText(from + drawn * 2) as LocalDate;
  return drawn % 3 > 0;
}

/** Histories of one child over the facts that these duties name. */
export function historyOf(duties: readonly Duty[], names: readonly FactName[]): fc.Arbitrary<History> {
  return fc.tuple(fc.constantFrom(...STRETCHES), fc.constantFrom(...STORIES)).chain(([stretch, story]) => {
    const windows = fc.array(
      fc.record({
        file: fc.constantFrom('cin-census' as const, 'cin-census' as const, 'ssda903' as const),
        from: fc.integer({ min: -40, max: 60 }),
        days: fc.integer({ min: 5, max: 60 }),
      }),
      { maxLength: 3 },
    );
    return fc
      .record({
        facts: fc.noBias(fc.array(sketch(story, names, stretch.days), { minLength: 2, maxLength: 18, size: 'max' })),
        windows,
        standings: fc.array(standingOf(stretch.from, stretch.days), { maxLength: 5 }),
        policies: fc.array(policyOf(duties, stretch.from, stretch.days), { maxLength: 4 }),
      })
      .map(({ facts, windows, standings, policies }) => ({
        facts: [
          ...facts.map((drawn, at) => factFrom(drawn, at, stretch)),
          ...windows.map((each, at) =>
            windowFrom(each.file, stretch.from + each.from, stretch.from + each.from + each.days, at),
          ),
        ],
        standings,
        policies,
        from: stretch.from - 10,
        until: stretch.from + stretch.days + 60,
      }));
  });
}
