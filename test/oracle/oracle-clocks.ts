import type { ClockDuty } from '../../src/statute/duty.ts';
import { doubtOf } from './oracle-conditions.ts';
import { londonDay, monthsLater } from './oracle-days.ts';
import { type Due, dueDuring, dueOf, type Span } from './oracle-due.ts';
import { inSameScope, silenceOf, speaksOfAll, spokenOf, type Told } from './oracle-facts.ts';
import type { OracleLaw } from './oracle-law.ts';
import { HAPPENS_ONCE } from './oracle-sources.ts';

export type OracleAnswer = {
  readonly duty: string;
  readonly thread: string;
  readonly startedBy: string;
  readonly verdict: string;
  readonly because: string | null;
  readonly dueFrom: number | null;
  readonly dueUntil: number | null;
};

export type Link = {
  origin: Told;
  start: Told;
  number: number;
  met: Told | null;
  metLo: number;
  metHi: number;
  rest: Told[];
};

/** Every clock of a duty that has started by a day, worked out from the rules alone, for that day alone. */
export function clocksOn(law: OracleLaw, duty: ClockDuty, facts: readonly Told[], on: number): OracleAnswer[] {
  return linksOf(duty, facts).flatMap((link) => {
    const doubt = doubtOf(duty, facts, link.origin);
    const due = dueOf(law, duty, facts, link);
    if (due === 'none' || on < firstDay(link.start)) return [];
    const base = { duty: duty.id, thread: link.origin.thread, startedBy: link.start.entry };
    if (due === 'start-day-not-known' || due === 'calendar-ends' || doubt !== null) {
      const because = typeof due === 'string' ? due : doubt;
      return [{ ...base, verdict: 'cannot-tell', because, dueFrom: null, dueUntil: null }];
    }
    const judged = judge(duty, facts, link, due, on);
    return [
      {
        ...base,
        verdict: judged.verdict,
        because: judged.because ?? null,
        dueFrom: day(judged.due.lo),
        dueUntil: day(judged.due.hi),
      },
    ];
  });
}

const day = (value: number): number | null => (Number.isFinite(value) ? value : null);
export const firstDay = ({ lo, hi, recorded }: Told): number =>
  Number.isFinite(lo) ? lo : Number.isFinite(hi) ? hi : londonDay(recorded);

function endsOf(duty: ClockDuty, facts: readonly Told[], start: Told): Told[] {
  const ended = (kind: (end: ClockDuty['ends'][number]) => boolean) =>
    facts.filter(
      (fact) =>
        fact !== start &&
        fact.hi >= start.lo &&
        duty.ends.some((end) => kind(end) && end.fact === fact.name && inSameScope(end.in, start, fact)),
    );
  const voids = ended((end) => end.voids === true);
  return voids.length > 0 ? voids : ended(() => true);
}

function linksOf(duty: ClockDuty, facts: readonly Told[]): Link[] {
  const kinds = duty.starts.map(({ fact }) => fact);
  const ownKind = kinds.some((kind) => duty.meets.includes(kind));
  const links: Link[] = [];
  for (const origin of facts.filter((fact) => kinds.includes(fact.name) && doubtOf(duty, facts, fact) !== 'no start')) {
    const doubt = doubtOf(duty, facts, origin);
    const others = [...links];
    const taken = (start: Told) =>
      others.some((link) => link.origin.thread === origin.thread && link.start.hi === start.hi);
    if (duty.restarts && (taken(origin) || links.some((link) => link.start === origin))) continue;
    const scope = duty.starts.find(({ fact }) => fact === origin.name)?.meets ?? 'thread';
    const end = Math.min(...endsOf(duty, facts, origin).map(({ hi }) => hi), Number.POSITIVE_INFINITY);
    const meetings = facts.filter(
      (fact) => duty.meets.includes(fact.name) && fact !== origin && inSameScope(scope, origin, fact) && fact.lo <= end,
    );
    let start: Told | null = origin;
    for (let number = 0; start; number += 1) {
      const from: Told = start;
      const after = number > 0 || ownKind ? from.hi : from.lo;
      const rest = meetings.filter(
        (fact) => fact !== from && (duty.restarts || ownKind ? fact.hi > after : fact.hi >= after),
      );
      const met = rest[0] ?? null;
      links.push({
        origin,
        start,
        number,
        met,
        metLo: Math.min(...rest.map(({ lo }) => lo)),
        metHi: met?.hi ?? 0,
        rest,
      });
      const ownChain = met !== null && doubt !== null && kinds.includes(met.name) && doubtOf(duty, facts, met) === null;
      start = duty.restarts && met && !taken(met) && !ownChain ? met : null;
    }
  }
  return links;
}

/** Had something before the start met the clock at once? Perhaps: then the reason why a miss cannot be told. */
function beforeStart(duty: ClockDuty, facts: readonly Told[], { start, origin }: Link, always: boolean): string {
  const back = (from: number, months?: number): number => {
    if (months === undefined) return Number.NEGATIVE_INFINITY;
    return Number.isFinite(from) ? monthsLater(from, -months) : from;
  };
  const candidates = duty.orBefore.flatMap((each) =>
    facts
      .filter((fact) => fact !== start && fact.name === each.fact && inSameScope(each.in, origin, fact))
      .map((fact) => ({ fact, months: each.withinMonths })),
  );
  if (candidates.some(({ fact, months }) => fact.hi <= start.lo && fact.lo >= back(start.hi, months))) return 'met';
  if (candidates.some(({ fact, months }) => fact.lo <= start.hi && fact.hi >= back(start.lo, months)))
    return 'met-day-not-known';
  if (always || duty.orBefore.length === 0) return 'not met';
  const spoken = spokenOf(
    facts,
    duty.orBefore.map(({ fact }) => fact),
  );
  const silence = silenceOf(spoken, Math.min(...duty.orBefore.map((each) => back(start.lo, each.withinMonths))));
  return start.hi <= silence.until ? 'not met' : silence.why;
}

type Judged = { verdict: string; because?: string; due: Span };

function judge(duty: ClockDuty, facts: readonly Told[], link: Link, { stages, hours }: Due, on: number): Judged {
  const { start, origin, met, metLo, metHi } = link;
  const scope = duty.starts.find(({ fact }) => fact === origin.name)?.meets ?? 'thread';
  const spokenHere = facts.some(
    (fact) => fact.here && fact.hi <= start.lo && duty.meets.includes(fact.name) && inSameScope(scope, origin, fact),
  );
  const always = start.here || spokenHere;
  const before = beforeStart(duty, facts, link, always);
  const spoken = spokenOf(facts, duty.meets);
  const silence = silenceOf(spoken, start.lo);
  const onlyOne = met !== null && HAPPENS_ONCE.includes(met.name) && met.thread === origin.thread;
  const listsAll = met !== null && (met.here || speaksOfAll(met.source, duty.meets));
  const cutOff =
    silence.why === 'source-begins-after' &&
    met !== null &&
    !onlyOne &&
    (!listsAll || spoken.beginsBetween(start.lo, metHi));
  const blind = !always && (silence.why === 'source-never-says' || cutOff);
  const atFirst = dueDuring(stages, { lo: firstDay(start), hi: firstDay(start) });
  const belongs = (each: readonly { fact: string; in: string }[], fact: Told) =>
    fact.hi >= start.lo && each.some((one) => one.fact === fact.name && inSameScope(one.in, origin, fact));
  const excused = facts.some(
    (fact) => belongs(duty.excuses, fact) && fact.hi <= atFirst.lo && londonDay(fact.recorded) <= atFirst.lo,
  );
  const reasoned = facts.some((fact) => belongs(duty.reasons, fact) && fact.hi <= on);
  const unknown = (because: string, due: Span): Judged => ({ verdict: 'cannot-tell', because, due });
  const today = dueDuring(stages, { lo: on, hi: on });

  const ends = endsOf(duty, facts, origin);
  const end = { lo: Math.min(...ends.map(({ lo }) => lo)), hi: Math.min(...ends.map(({ hi }) => hi)) };
  const voided = ends.some(({ name }) => duty.ends.some((each) => each.voids && each.fact === name));
  const open = (due: Span, missed: string): Judged => {
    if (!always && !(met && !blind)) {
      if (silence.until === Number.NEGATIVE_INFINITY) return unknown(silence.why, due);
      if (on > silence.until && !(due.hi < silence.until)) return unknown('source-ends-before', due);
    }
    if (on <= due.lo) {
      const soon = due.lo - Math.max(2, Math.ceil((due.lo - start.lo) / 5)) + 1;
      return { verdict: on >= soon ? 'due-soon' : 'not-due', due };
    }
    if (on <= due.hi) return unknown('start-day-not-known', due);
    return before === 'not met' ? { verdict: missed, due } : unknown(before, due);
  };
  if (before === 'met') return { verdict: 'met', due: dueDuring(stages, { lo: firstDay(start), hi: firstDay(start) }) };
  if (voided && end.lo <= on) {
    const due = dueDuring(stages, { lo: metLo, hi: metHi });
    if (met && metHi <= on && inTime(link, stages.length === 1 ? hours : 0, due) === 'yes')
      return { verdict: 'met', due };
    if (end.hi <= on) return { verdict: 'superseded', due: today };
    return on <= today.lo ? open(today, 'overdue') : unknown('end-day-not-known', today);
  }
  if (met && metHi <= on) {
    const due = dueDuring(stages, { lo: metLo, hi: metHi });
    const answer = inTime(link, stages.length === 1 ? hours : 0, due);
    if (answer === 'yes') return { verdict: 'met', due };
    if (blind) return unknown(silence.why, due);
    if (before !== 'not met') return unknown(before, due);
    if (answer !== 'no') return unknown(answer, due);
    return { verdict: excused ? 'excused' : reasoned ? 'reasoned-late' : 'met-late', due };
  }
  if (met && metLo <= on && on > today.lo) return unknown(blind ? silence.why : 'met-day-not-known', today);

  if (met || ends.length === 0 || end.lo > on) return open(today, excused ? 'excused' : 'overdue');
  const missed = excused ? 'excused' : reasoned ? 'reasoned-late' : 'overdue';
  const due = end.hi <= on ? dueDuring(stages, end) : today;
  if (end.hi <= on && end.hi <= due.lo) return { verdict: 'superseded', due };
  if (end.hi > on && on <= due.lo) return open(due, missed);
  return end.lo > due.hi ? open(due, missed) : unknown('end-day-not-known', due);
}

function inTime({ start, met, metLo, metHi }: Link, hours: number, due: Span): string {
  if (hours > 0) {
    if (start.at !== null && met?.at !== null && met?.at !== undefined)
      return met.at <= start.at + hours * 3_600_000 ? 'yes' : 'no';
    // From the first moment of one day to the last of another, and the other way about.
    if ((metHi - start.lo + 1) * 24 <= hours) return 'yes';
    if ((metLo - start.hi - 1) * 24 >= hours) return 'no';
    return start.lo === start.hi && metLo === metHi ? 'time-of-day-not-known' : 'met-day-not-known';
  }
  return metHi <= due.lo ? 'yes' : metLo > due.hi ? 'no' : 'met-day-not-known';
}
