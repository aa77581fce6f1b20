import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/kernel/instant.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { ClockPiece } from '../../src/sight/clock.ts';
import { clocksOf, verdictOn } from '../../src/sight/clocks.ts';
import { compileStatute } from '../../src/sight/compile.ts';
import { type Covered, coverageOnDay, coveredOf } from '../../src/sight/coverage.ts';
import type { FactName } from '../../src/sight/facts.ts';
import { type GapSpan, gapSpansOf, visitsOnly } from '../../src/sight/gaps.ts';
import { laneOfDuty } from '../../src/sight/lane-of-duty.ts';
import { CHILD, compiledFor, coverageByOracle, NAMES, statute } from './oracle-compare.ts';
import { dayText } from './oracle-days.ts';
import { type History, historyOf } from './oracle-histories.fixture.ts';

const LATER = '2100-01-01T00:00:00.000Z' as Instant;
const COVERING = /^(care|care-plan|private-fostering|concern|referral|closure|decision|plan|seen|held|enquiry|born)\./;
const covering: readonly FactName[] = NAMES.filter((name) => COVERING.test(name));
const picks = fc.noBias(fc.array(fc.nat(9999), { minLength: 6, maxLength: 6 }));
const seed = 20130415;
const visits = new Set(
  compileStatute(statute, [])
    .clocks.filter((duty) => laneOfDuty(duty) === 'seen')
    .map(({ id }) => id),
);

type Told = {
  readonly history: History;
  readonly covered: Covered;
  readonly pieces: readonly ClockPiece[];
  readonly spans: readonly GapSpan[];
};

function tell(history: History): Told {
  const compiled = compiledFor(history);
  const pieces = clocksOf(compiled, CHILD, history.facts, LATER, history.standings);
  const covered = coveredOf(history.facts, history.standings, LATER, compiled.leaveDays);
  const spans = gapSpansOf(compiled, covered, pieces);
  const alone = visitsOnly(compiled);
  const visiting = clocksOf(alone, CHILD, history.facts, LATER, history.standings);
  expect(gapSpansOf(alone, covered, visiting)).toEqual(spans);
  return { history, covered, pieces, spans };
}

/** On some days of a history, and a year beyond it. */
const overDays = (names: readonly FactName[], numRuns: number, check: (told: Told, on: number) => void): void =>
  fc.assert(
    fc.property(historyOf(statute.duties, names), picks, (history, picked) => {
      const told = tell(history);
      const days = picked.map((pick) => history.from + (pick % (history.until - history.from)));
      for (const on of [...days, history.until + 365]) check(told, on);
    }),
    { seed, numRuns, endOnFailure: true },
  );

const holdOn = (spans: readonly GapSpan[], on: number): GapSpan[] =>
  spans.filter(({ from, until }) => from <= on && (until === null || on < until));
const kinds = (spans: readonly GapSpan[], ...wanted: string[]): string[] =>
  [...new Set(spans.map(({ is }) => is))].filter((is) => wanted.includes(is)).sort();

/** The oracle's answers as spans would have them. */
function expected(history: History, on: number): string[] {
  const { open, allocated, assessed, planned } = coverageByOracle(history, LATER, on);
  const said = [
    open === 'no' ? '' : 'open',
    allocated === 'no' ? 'no-worker' : '',
    assessed === 'no' ? 'not-assessed' : '',
    planned === 'no' ? 'no-plan' : '',
    allocated === 'cannot-tell' ? 'cannot-tell:allocated' : '',
    assessed === 'cannot-tell' ? 'cannot-tell:assessed' : '',
    planned === 'cannot-tell' ? 'cannot-tell:planned' : '',
  ];
  return said.filter((each) => each !== '').sort();
}

const LANES = [
  'open',
  'no-worker',
  'not-assessed',
  'no-plan',
  'cannot-tell:allocated',
  'cannot-tell:assessed',
] as const;

describe('spans that were written once', () => {
  it('say on any day, and a year ahead, what the oracle says of that day', () =>
    overDays(covering, 150, ({ history, spans }, on) =>
      expect(kinds(holdOn(spans, on), ...LANES, 'cannot-tell:planned')).toEqual(expected(history, on)),
    ));

  it('say that a child is not seen while a visit is owed and late, by each duty that says so', () =>
    overDays(NAMES, 60, ({ history, pieces, spans: all }, on) => {
      const { open, seen } = coverageByOracle(history, LATER, on);
      const owed = verdictOn(pieces, dayText(on) as LocalDate).filter(
        ({ duty, metBy, endedBy }) => open !== 'no' && visits.has(duty) && metBy === null && endedBy === null,
      );
      const late = owed.filter(({ verdict }) => verdict === 'overdue').map(({ duty }) => duty);
      const untold = seen === 'cannot-tell' || owed.some(({ verdict }) => verdict === 'cannot-tell');
      const spans = holdOn(all, on);
      const told = spans.filter(({ is }) => is === 'not-seen');
      expect([...new Set(told.map(({ duty }) => duty))].sort()).toEqual([...new Set(late)].sort());
      expect(new Set(told.map(({ because }) => because)).has('never-seen')).toBe(late.length > 0 && seen === 'no');
      const says = late.length === 0 && open !== 'no' && untold;
      expect(kinds(spans, 'cannot-tell:seen')).toEqual(says ? ['cannot-tell:seen'] : []);
    }));

  it('of one kind, reason and entry never overlap, and no gap lies outside the open time', () =>
    overDays(covering, 40, ({ covered, spans }) => {
      const byKey = new Map<string, GapSpan[]>();
      for (const span of spans) {
        const key = [span.is, span.because, span.party, span.duty, span.is === 'open' ? '' : span.entry].join(' ');
        byKey.set(key, [...(byKey.get(key) ?? []), span]);
      }
      for (const same of byKey.values())
        same.reduce((before, next) => {
          expect(before.until).not.toBeNull();
          expect(next.from).toBeGreaterThan(before.until as number);
          return next;
        });
      for (const { is, from, until } of spans) {
        expect(coverageOnDay(covered, from).open, is).not.toBe('no');
        if (until !== null) expect(coverageOnDay(covered, until - 1).open, is).not.toBe('no');
      }
    }));
});
