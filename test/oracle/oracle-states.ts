import type { ClockDuty, StateDuty } from '../../src/statute/duty.ts';
import { clocksOn, firstDay, type OracleAnswer } from './oracle-clocks.ts';
import { monthsLater } from './oracle-days.ts';
import { inSameScope, silenceOf, spokenOf, type Told } from './oracle-facts.ts';
import { asksOn, type OracleLaw } from './oracle-law.ts';

type Said = { verdict: string; because?: string };
const says = (verdict: string): Said => ({ verdict });
const unknown = (because: string): Said => ({ verdict: 'cannot-tell', because });

/** Every state check of a duty that there is on a day (who holds the child apart). */
export function statesOn(law: OracleLaw, duty: StateDuty, facts: readonly Told[], on: number): OracleAnswer[] {
  const { check } = duty;
  if (check.is === 'held-while-open') return [];
  if (check.is === 'reasoned-when-late') return reasonedOn(law, duty, check.duty, facts, on);
  const about = check.is === 'never-both' ? check.first.opens : check.for;
  return facts
    .filter((fact) => fact.name === about && on >= firstDay(fact) && everInForce(law, duty, fact))
    .flatMap((fact) => {
      const said = sayOf(check, facts, fact, on);
      if (!said) return [];
      const { thread, entry } = fact;
      return [
        {
          duty: duty.id,
          thread,
          startedBy: entry,
          verdict: said.verdict,
          because: said.because ?? null,
          dueFrom: null,
          dueUntil: null,
        },
      ];
    });
}

export function everInForce(law: OracleLaw, duty: StateDuty, { lo, hi }: Pick<Told, 'lo' | 'hi'>): boolean {
  const marks = [...Object.keys(duty.values), ...law.policies.map(({ from }) => from)].map(
    (text) => Date.parse(text) / 86_400_000,
  );
  const days = [lo, hi, ...marks.filter((mark) => mark >= lo && mark <= hi)].filter(Number.isFinite);
  return days.some((day) => asksOn(law, duty, day) !== null);
}

function sayOf(check: StateDuty['check'], facts: readonly Told[], about: Told, on: number): Said | undefined {
  if (check.is === 'accompanied') return accompanied(check, facts, about, on);
  if (check.is === 'not-preceded') return notPreceded(check, facts, about);
  return check.is === 'never-both' ? neverBoth(check, facts, about, on) : undefined;
}

function silenceFor(
  facts: readonly Told[],
  names: readonly string[],
  about: Told,
  from: number,
  here: (fact: Told) => boolean,
) {
  if (about.here || facts.some((fact) => fact.here && fact.hi <= from && here(fact)))
    return { until: Number.POSITIVE_INFINITY, why: '' };
  return silenceOf(spokenOf(facts, names), from);
}

function accompanied(
  check: Extract<StateDuty['check'], { is: 'accompanied' }>,
  facts: readonly Told[],
  about: Told,
  on: number,
): Said | undefined {
  const births = facts.filter(({ name }) => name === 'born.born');
  const first = births[0];
  const unborn = first ? first.lo > about.hi : facts.some(({ name }) => name === 'born.expected');
  if (check.sparesUnborn && unborn) return undefined;
  const beside = facts.filter((fact) => fact !== about && inSameScope(check.in, about, fact));
  const found = beside.filter(({ name }) => check.by.includes(name));
  const contrary = beside.filter(({ name }) => check.failsOn.includes(name));
  // A check that something fails outright hears nothing in silence.
  const silence =
    check.failsOn.length > 0
      ? ({ until: Number.NEGATIVE_INFINITY, why: 'source-never-says' } as const)
      : silenceFor(
          facts,
          check.by,
          about,
          about.lo,
          (fact) => check.by.includes(fact.name) && inSameScope(check.in, about, fact),
        );
  if (check.when === 'ever') {
    const last = [...found, ...contrary]
      .filter(({ hi }) => hi <= on)
      .sort((a, b) => facts.indexOf(a) - facts.indexOf(b))
      .at(-1);
    if (last) return says(found.includes(last) ? 'holds' : 'fails');
    if (found.some(({ lo }) => lo <= on)) return unknown('met-day-not-known');
    const heard = on <= silence.until || (found.length > 0 && silence.why !== 'source-never-says');
    return heard ? says('fails') : unknown(silence.why);
  }
  const surely = ({ lo, hi }: Told): boolean =>
    check.when === 'same-day'
      ? lo === hi && about.lo === about.hi && lo === about.lo
      : check.when === 'before'
        ? hi <= about.lo
        : hi < about.lo;
  const perhaps = ({ lo, hi }: Told): boolean =>
    check.when === 'same-day'
      ? lo <= about.hi && about.lo <= hi
      : check.when === 'before'
        ? lo <= about.hi
        : lo < about.hi;
  if (found.some(surely)) return says('holds');
  if (contrary.some(({ hi }) => hi <= on)) return says('fails');
  const near = found.find(perhaps);
  if (near) return unknown(near.lo === near.hi ? 'start-day-not-known' : 'met-day-not-known');
  return about.hi <= silence.until || on <= silence.until ? says('fails') : unknown(silence.why);
}

function notPreceded(
  check: Extract<StateDuty['check'], { is: 'not-preceded' }>,
  facts: readonly Told[],
  about: Told,
): Said {
  const back = (day: number): number => (Number.isFinite(day) ? monthsLater(day, -check.withinMonths) : day);
  const earlier = facts.filter(
    (fact) =>
      fact !== about &&
      check.by.includes(fact.name) &&
      inSameScope(check.in, about, fact) &&
      !(fact.name === about.name && fact.thread === about.thread),
  );
  const surely = (fact: Told): boolean => fact.hi < about.lo && fact.lo >= back(about.hi);
  if (earlier.some(surely)) return says('fails');
  const near = earlier.findLast(({ lo, hi }) => lo < about.hi && hi >= back(about.lo));
  if (near) return unknown(near.lo === near.hi ? 'start-day-not-known' : 'met-day-not-known');
  const silence = silenceFor(facts, check.by, about, back(about.lo), () => false);
  return about.hi <= silence.until ? says('holds') : unknown(silence.why);
}

/** Walks over the days: on which were both open, surely or perhaps? */
function neverBoth(
  check: Extract<StateDuty['check'], { is: 'never-both' }>,
  facts: readonly Told[],
  about: Told,
  on: number,
): Said {
  const names = [check.second.opens, check.second.closes, check.first.closes];
  const spoken = spokenOf(facts, names);
  const times = (opening: Told, closes: string) => {
    const closings = facts.filter(
      (fact) => fact.name === closes && fact.thread === opening.thread && fact.hi >= opening.lo,
    );
    const silent = opening.here
      ? Number.POSITIVE_INFINITY
      : spoken.covers(opening.hi)
        ? spoken.endFrom(opening.hi)
        : opening.hi;
    return {
      opening,
      ended: closings.length > 0,
      surely: (day: number) =>
        opening.hi <= day && (closings.length > 0 ? closings.every(({ lo }) => day < lo) : day <= silent),
      perhaps: (day: number) => opening.lo <= day && closings.every(({ hi }) => day < hi),
    };
  };
  const own = times(about, check.first.closes);
  const others = facts
    .filter((fact) => fact.name === check.second.opens && fact !== about)
    .map((fact) => times(fact, check.second.closes));
  // Nothing changes before the first opening, so a walk from shortly before it sees all.
  const from = Math.min(...facts.flatMap(({ lo, hi }) => [lo, hi]).filter(Number.isFinite), on) - 1;
  let near: (typeof others)[number] | undefined;
  for (const other of others) {
    for (let day = from; day <= on; day += 1) {
      if (own.surely(day) && other.surely(day)) return says('fails');
      if (own.perhaps(day) && other.perhaps(day)) near ??= other;
    }
  }
  if (near) {
    const exact = about.lo === about.hi && near.opening.lo === near.opening.hi;
    return unknown(
      !exact ? 'start-day-not-known' : own.ended && near.ended ? 'end-day-not-known' : 'source-ends-before',
    );
  }
  const silence = silenceFor(facts, names, about, about.lo, (fact) => fact.name === check.second.opens);
  const overBy = (day: number): boolean => !own.perhaps(day + 1) && own.ended;
  return on <= silence.until || (Number.isFinite(silence.until) && overBy(silence.until))
    ? says('holds')
    : unknown(silence.why);
}

/** From the first day on which a clock is late, for good. */
function reasonedOn(law: OracleLaw, duty: StateDuty, of: string, facts: readonly Told[], on: number): OracleAnswer[] {
  const late = law.duties.find(({ id }) => id === of) as ClockDuty;
  const reasons = late.reasons.map(({ fact }) => fact);
  return clocksOn(law, late, facts, on).flatMap((clock) => {
    const start = facts.find(
      ({ entry, thread, name }) =>
        entry === clock.startedBy && thread === clock.thread && late.starts.some(({ fact }) => fact === name),
    );
    if (!start) return [];
    const wasLate = lateBefore(law, late, facts, clock, firstDay(start), on);
    if (!wasLate) return [];
    const given = facts.some(
      (fact) =>
        fact.hi <= on &&
        fact.hi >= start.lo &&
        late.reasons.some((each) => each.fact === fact.name && inSameScope(each.in, start, fact)),
    );
    const silence = start.here
      ? { until: Number.POSITIVE_INFINITY, why: '' }
      : silenceOf(spokenOf(facts, reasons), start.lo);
    const said = given ? says('holds') : on <= silence.until ? says('fails') : unknown(silence.why);
    return [
      {
        duty: duty.id,
        thread: clock.thread,
        startedBy: clock.startedBy,
        verdict: said.verdict,
        because: said.because ?? null,
        dueFrom: null,
        dueUntil: null,
      },
    ];
  });
}

function lateBefore(
  law: OracleLaw,
  late: ClockDuty,
  facts: readonly Told[],
  clock: OracleAnswer,
  from: number,
  on: number,
): boolean {
  const own = facts.filter(({ thread, entry }) => thread === clock.thread || entry === clock.startedBy);
  if (own.length === 0 || ['met', 'not-due', 'due-soon'].includes(clock.verdict)) return false;
  for (let day = on; day >= from; day -= 1) {
    const then = clocksOn(law, late, facts, day).find(
      ({ thread, startedBy }) => thread === clock.thread && startedBy === clock.startedBy,
    );
    if (then && ['overdue', 'met-late', 'reasoned-late'].includes(then.verdict)) return true;
  }
  return false;
}
