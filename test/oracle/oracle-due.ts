import type { ClockDuty } from '../../src/statute/duty.ts';
import type { Link } from './oracle-clocks.ts';
import { lastDayOf, londonDay, monthsLater } from './oracle-days.ts';
import { inSameScope, speaksOfAll, type Told } from './oracle-facts.ts';
import { type Asks, asksOn, type OracleLaw } from './oracle-law.ts';

export type Span = { lo: number; hi: number };
const ALWAYS: Span = { lo: Number.NEGATIVE_INFINITY, hi: Number.NEGATIVE_INFINITY };
type Stage = { from: Span; due: Span };
export type Due = { stages: Stage[]; hours: number };

/** The stages of the due day, or why there is none. */
export function dueOf(
  law: OracleLaw,
  duty: ClockDuty,
  facts: readonly Told[],
  link: Link,
): Due | 'none' | 'start-day-not-known' | 'calendar-ends' {
  const { start, number } = link;
  const asked = asksBetween(law, duty, start);
  const ones = asked.filter((asks) => asks !== null && asks.limit !== null && asks.count !== null);
  if (ones.length === 0) return 'none';
  const key = (asks: Asks): string => (asks ? `${asks.limit} ${asks.next} ${asks.count}` : 'nothing');
  if (new Set(asked.map(key)).size > 1) return 'start-day-not-known';
  const asks = ones[0];
  if (!asks || asks.limit === null || asks.count === null) return 'none';
  const count = asks.count;
  const limit = number > 0 ? (asks.next ?? asks.limit) : asks.limit;
  const since = countedFrom(duty, facts, link);
  if (since === 'not-known') return 'start-day-not-known';
  const within = (value: number, way: string): Span | undefined => {
    const [lo, hi] = [lastDayOf(since.lo, value, way, law.holidays), lastDayOf(since.hi, value, way, law.holidays)];
    return lo === undefined || hi === undefined ? undefined : { lo, hi };
  };
  let due = within(limit, count);
  if (count === 'hours' && start.at !== null) {
    const last = londonDay(start.at + limit * 3_600_000);
    due = { lo: last, hi: last };
  }
  if (!due) return 'calendar-ends';
  const stages: Stage[] = [{ from: ALWAYS, due }];
  for (const { change, from } of switchesOf(duty, facts, link.origin)) {
    const before = stages[stages.length - 1] as Stage;
    if (from.lo > before.due.hi) break;
    const next = within(change.limit, change.count);
    if (!next) return 'calendar-ends';
    if (from.hi <= start.lo) stages[stages.length - 1] = { from: ALWAYS, due: next };
    else stages.push({ from, due: from.hi <= before.due.lo ? next : hull([next, before.due]) });
  }
  const latest = firstAfter(duty.dueNoLaterThan, facts, link.origin, start);
  if (latest && latest.lo < due.hi)
    stages.push({ from: latest, due: { lo: Math.min(due.lo, latest.lo), hi: Math.min(due.hi, latest.hi) } });
  return { stages, hours: count === 'hours' ? limit : 0 };
}

/** When the first of some facts can have happened, on or after the day of another; undefined when none can. */
function firstAfter(
  named: readonly { readonly fact: string; readonly in: string }[],
  facts: readonly Told[],
  origin: Told,
  start: Told,
): Span | undefined {
  const may = facts.filter(
    (fact) =>
      fact !== start &&
      fact.hi >= start.lo &&
      named.some((each) => each.fact === fact.name && inSameScope(each.in, origin, fact)),
  );
  if (may.length === 0) return undefined;
  const must = may.filter(({ lo }) => lo >= start.hi);
  return {
    lo: Math.max(start.lo, Math.min(...may.map(({ lo }) => lo))),
    hi: Math.min(Number.POSITIVE_INFINITY, ...must.map(({ hi }) => hi)),
  };
}

type Change = { readonly change: ClockDuty['switches'][number]; readonly from: Span };

/** The switches that can be foreseen or have come, in the order of their days where a fact makes one. */
function switchesOf(duty: ClockDuty, facts: readonly Told[], origin: Told): Change[] {
  const changes = duty.switches.flatMap((change): Change[] => {
    if ('at' in change) {
      const from = firstAfter([{ fact: change.at, in: change.in }], facts, origin, origin);
      return from && from.lo < Number.POSITIVE_INFINITY ? [{ change, from }] : [];
    }
    const since = 'atAge' in change ? birthOf(facts) : origin;
    const months = 'atAge' in change ? change.atAge * 12 : change.afterMonths;
    const later = (each: number): number => (Number.isFinite(each) ? monthsLater(each, months) : each);
    return [
      {
        change,
        from: { lo: later(since?.lo ?? Number.NEGATIVE_INFINITY), hi: later(since?.hi ?? Number.POSITIVE_INFINITY) },
      },
    ];
  });
  if (!duty.switches.some((change) => 'at' in change)) return changes;
  const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
  return changes.sort((a, b) => compare(a.from.lo, b.from.lo) || compare(a.from.hi, b.from.hi));
}

/** The days from which a link counts: its start's, or those of the last meeting by then since its thread began. */
function countedFrom(duty: ClockDuty, facts: readonly Told[], { origin, start, number }: Link): Span | 'not-known' {
  const asked = duty.starts.find(({ fact }) => fact === start.name);
  const own = { lo: start.lo, hi: start.hi };
  if (number > 0 || asked?.counts !== 'from-last-meeting') return own;
  const thread = facts.filter(({ thread }) => thread === start.thread);
  const begun = { lo: Math.min(...thread.map(({ lo }) => lo)), hi: Math.min(...thread.map(({ hi }) => hi)) };
  const may = facts.filter(
    (fact) =>
      fact !== start &&
      duty.meets.includes(fact.name) &&
      inSameScope(asked.meets, origin, fact) &&
      fact.lo <= start.hi &&
      fact.hi >= begun.lo,
  );
  // A file that lists no such meetings tells of none of them that it was the last.
  const heard = start.here || may.some(({ here }) => here) || speaksOfAll(start.source, duty.meets);
  if (!heard) return 'not-known';
  if (may.length === 0) return own;
  const must = may.filter(({ lo, hi }) => hi <= start.lo && lo >= begun.hi);
  if (must.length === 0)
    return { lo: Math.min(start.lo, Math.max(begun.lo, Math.min(...may.map(({ lo }) => lo)))), hi: start.hi };
  return {
    lo: Math.max(...must.map(({ lo }) => lo)),
    hi: Math.max(...may.map(({ hi }) => Math.min(hi, start.hi))),
  };
}

function asksBetween(law: OracleLaw, duty: ClockDuty, { lo, hi }: Told): Asks[] {
  const days = [
    ...Object.keys(duty.values),
    ...law.policies.flatMap(({ from, value }) => [from, typeof value === 'string' ? value : from]),
  ];
  const marks = days.map((text) => Date.parse(text) / 86_400_000).filter((mark) => mark > lo && mark <= hi);
  const asked = [lo, ...marks, hi].filter(Number.isFinite).map((each) => asksOn(law, duty, each));
  if (lo === Number.NEGATIVE_INFINITY) asked.push(null);
  if (hi === Number.POSITIVE_INFINITY) asked.push(asksOn(law, duty, 100_000));
  return asked;
}

const birthOf = (facts: readonly Told[]): Told | undefined =>
  facts.find(({ name }) => name === 'born.born') ?? facts.findLast(({ name }) => name === 'born.expected');

const hull = (spans: readonly Span[]): Span => ({
  lo: Math.min(...spans.map(({ lo }) => lo)),
  hi: Math.max(...spans.map(({ hi }) => hi)),
});

/** The due days that may apply on some day of a span, found by asking each stage. */
export function dueDuring(stages: readonly Stage[], { lo, hi }: Span): Span {
  let first = 0;
  stages.forEach((stage, at) => {
    if (stage.from.hi <= lo && stages.slice(0, at + 1).every(({ from }) => from.hi <= lo)) first = at;
  });
  const later = stages.slice(first + 1);
  const reached = later.findIndex(({ from }) => from.lo > hi);
  return hull([(stages[first] as Stage).due, ...(reached < 0 ? later : later.slice(0, reached)).map(({ due }) => due)]);
}
