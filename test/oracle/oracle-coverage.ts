import type { Standing } from '../../src/sight/facts.ts';
import type { StateDuty } from '../../src/statute/duty.ts';
import { firstDay, type OracleAnswer } from './oracle-clocks.ts';
import { dayNumber, dayText } from './oracle-days.ts';
import { spokenOf, type Told } from './oracle-facts.ts';
import type { OracleLaw } from './oracle-law.ts';
import { everInForce } from './oracle-states.ts';

const OPENS = ['concern.raised', 'referral.received'];
const CLOSES = ['decision.no-further-action', 'closure.closed', 'closure.died', 'closure.transferred'];
const NEVER = Number.POSITIVE_INFINITY;

export type OracleCoverage = { open: string; allocated: string; assessed: string; seen: string; planned: string };
type Episode = { first: Told; key: string; over: number; mayBeOver: number };
const OF_NEED = (episode: Episode): boolean => OPENS.includes(episode.first.name);
const IN_CARE = (episode: Episode): boolean => episode.first.name === 'care.entered';

/** Periods in care and private fostering: from the first telling on a thread to the first end told on it, or a death. */
const besides = (facts: readonly Told[]): Episode[] =>
  [
    ['care.entered', 'care.ended'],
    ['private-fostering.aware', 'private-fostering.ended'],
  ].flatMap(([opens, closes]) => {
    const openings = facts.filter(({ name }) => name === opens);
    return [...new Set(openings.map(({ thread }) => thread))].map((key) => {
      const first = openings.filter(({ thread }) => thread === key).reduce((a, b) => (b.lo < a.lo ? b : a));
      const ends = facts.filter(
        ({ name, thread, hi }) => ((name === closes && thread === key) || name === 'born.died') && hi >= first.lo,
      );
      return {
        first,
        key,
        over: Math.min(NEVER, ...ends.map(({ hi }) => hi)),
        mayBeOver: Math.min(NEVER, ...ends.map(({ lo }) => lo)),
      };
    });
  });

/** Each thread of need with its first concern or referral, and the last day on which it may have ended. */
function episodesOfNeed(facts: readonly Told[]): Episode[] {
  const keys = [...new Set(facts.filter(({ name }) => OPENS.includes(name)).map(({ episode }) => episode))];
  return keys.map((key) => {
    const openings = facts.filter(({ name, episode }) => OPENS.includes(name) && episode === key);
    const first = openings.reduce((a, b) => (b.lo < a.lo ? b : a));
    const after = (fact: Told): boolean => fact.hi >= first.lo;
    const own = facts.filter((fact) => CLOSES.includes(fact.name) && fact.episode === key && after(fact));
    const referred = openings.some(({ name }) => name === 'referral.received');
    const next = facts.find((fact) => fact.name === 'referral.received' && after(fact));
    const carried = !referred && own.length === 0 && next ? [next] : [];
    const died = facts.filter((fact) => fact.name === 'born.died' && after(fact));
    const ends = [...own, ...carried, ...died];
    return {
      first,
      key,
      over: Math.min(NEVER, ...ends.map(({ hi }) => hi)),
      mayBeOver: Math.min(NEVER, ...ends.map(({ lo }) => lo)),
    };
  });
}

const episodesIn = (facts: readonly Told[]): Episode[] => [...episodesOfNeed(facts), ...besides(facts)];

const isOpen = ({ first, over }: Episode, on: number): boolean => firstDay(first) <= on && on < over;

/** Is the latest allocation that stands one of a worker who is there? */
function heldOn(
  facts: readonly Told[],
  standings: readonly Standing[],
  known: string,
  leaveDays: (from: string) => number,
  on: number,
): 'yes' | 'no' | 'unknown' | 'silent' {
  const said = facts.filter(({ name, hi }) => name.startsWith('held.') && hi <= on);
  if (said.length === 0) return 'silent';
  const live = said.filter(
    (fact, at) =>
      fact.name !== 'held.ended' &&
      !said.some((end, later) => later > at && end.name === 'held.ended' && end.thread === fact.thread),
  );
  const last = live[live.length - 1];
  if (last?.name !== 'held.by-worker' || last.party === null) return 'no';
  const own = standings.filter(
    ({ party, believedFrom, believedUntil }) =>
      party === last.party && believedFrom <= known && (believedUntil === null || known < believedUntil),
  );
  if (own.length === 0) return 'unknown';
  const days = (state: string) =>
    own
      .filter((each) => each.state === state)
      .map((each) => ({ from: dayNumber(each.from), until: each.until === null ? NEVER : dayNumber(each.until) }));
  const on1 = ({ from, until }: { from: number; until: number }): boolean => from <= on && on <= until;
  if (!days('in-post').some(on1)) return 'no';
  const away = days('on-leave').some(
    (leave) =>
      on1(leave) &&
      (leave.until === NEVER
        ? on - leave.from + 1 > leaveDays(dayText(leave.from))
        : leave.until - leave.from + 1 > leaveDays(dayText(leave.from))),
  );
  if (away) return 'no';
  const lives = (opens: string, closes: readonly string[], same: (a: Told, b: Told) => boolean): boolean =>
    facts.some((opening) => {
      if (opening.name !== opens || firstDay(opening) > on) return false;
      return !facts.some(
        (end) => closes.includes(end.name) && end.hi >= opening.lo && end.hi <= on && same(opening, end),
      );
    });
  const protection = lives('plan.protection-begun', ['plan.protection-ended'], (a, b) => a.thread === b.thread);
  const enquiry = lives(
    'enquiry.begun',
    ['enquiry.concluded', 'enquiry.no-conference-needed', 'conference.initial-held'],
    (a, b) => a.episode === b.episode,
  );
  return (protection || enquiry) && !days('registered').some(on1) ? 'no' : 'yes';
}

export type Standings = {
  readonly standings: readonly Standing[];
  readonly known: string;
  readonly leaveDays: (from: string) => number;
};

const allocated = (
  facts: readonly Told[],
  open: readonly Episode[],
  { standings, known, leaveDays }: Standings,
  on: number,
): string => {
  const held = heldOn(facts, standings, known, leaveDays, on);
  if (held === 'yes' || held === 'no') return held;
  if (held === 'unknown') return 'cannot-tell';
  return open.some(({ first }) => first.here) ? 'no' : 'cannot-tell';
};

export function coverageOracle(facts: readonly Told[], standing: Standings, on: number): OracleCoverage {
  const open = episodesIn(facts).filter((episode) => isOpen(episode, on));
  if (open.length === 0)
    return { open: 'no', allocated: 'not-owed', assessed: 'not-owed', seen: 'not-owed', planned: 'not-owed' };
  const heard = ({ first }: Episode, names: readonly string[]): boolean => {
    if (first.here || facts.some((fact) => fact.here && names.includes(fact.name) && fact.hi <= first.lo)) return true;
    const spoken = spokenOf(facts, names);
    return spoken.covers(first.lo) && on <= spoken.endFrom(first.lo);
  };
  const plan = livePlan(facts, on);
  const assessed = open.map((episode) => {
    if (!OF_NEED(episode)) return 'not-owed';
    const own = facts.filter(
      ({ name, episode: of }) =>
        of === episode.key &&
        /^assessment\.(begun|completed|initial-begun|initial-completed|core-completed)$/.test(name),
    );
    if (plan === 'yes' || own.some(({ hi }) => hi <= on)) return 'yes';
    if (plan === 'cannot-tell' || own.some(({ lo }) => lo <= on)) return 'cannot-tell';
    return heard(episode, ['assessment.begun', 'assessment.completed']) ? 'no' : 'cannot-tell';
  });
  return {
    open: open.some(({ first }) => first.hi <= on) ? 'yes' : 'cannot-tell',
    allocated: allocated(facts, open, standing, on),
    assessed: worstOf(assessed),
    seen: seenBy(facts, open, heard, on),
    planned: plannedBy(facts, open, heard, plan, on),
  };
}

const worstOf = (answers: readonly string[]): string =>
  ['no', 'cannot-tell', 'yes', 'not-owed'].find((each) => answers.includes(each)) ?? '';

type Heard = (episode: Episode, names: readonly string[]) => boolean;

function seenBy(facts: readonly Told[], open: readonly Episode[], heard: Heard, on: number): string {
  const since = Math.min(...open.map(({ first }) => first.lo));
  const seen = facts.filter(({ name }) => name === 'seen.alone' || name === 'seen.with-others');
  if (seen.some(({ lo, hi }) => lo >= since && hi <= on)) return 'yes';
  const births = facts.filter(({ name }) => name === 'born.born');
  if (births.length > 0 ? births.every(({ lo }) => lo > on) : facts.some(({ name }) => name === 'born.expected'))
    return 'not-owed';
  if (seen.some(({ lo, hi }) => lo <= on && hi >= since)) return 'cannot-tell';
  if (facts.some(({ name, here, hi }) => name.startsWith('seen.') && here && hi <= on)) return 'no';
  return open.every((episode) => heard(episode, ['seen.alone', 'seen.with-others'])) ? 'no' : 'cannot-tell';
}

function plansOf(facts: readonly Told[]) {
  return facts
    .filter(({ name }) => ['plan.in-need-begun', 'plan.protection-begun', 'care-plan.agreed'].includes(name))
    .map((begun) => {
      const closing = begun.name === 'care-plan.agreed' ? /^care\.ended$/ : /^plan\.(in-need|protection)-ended$/;
      const ends = facts.filter(
        ({ name, thread, hi }) => closing.test(name) && thread === begun.thread && hi >= begun.lo,
      );
      return {
        begun,
        ends,
        over: Math.min(NEVER, ...ends.map(({ hi }) => hi)),
        mayBeOver: Math.min(NEVER, ...ends.map(({ lo }) => lo)),
      };
    });
}

function livePlan(facts: readonly Told[], on: number): 'yes' | 'no' | 'cannot-tell' {
  const live = plansOf(facts).filter(({ begun, over }) => firstDay(begun) <= on && on < over);
  if (live.length === 0) return 'no';
  const ofPlans = spokenOf(facts, ['plan.in-need-ended', 'plan.protection-ended']);
  const ofCare = spokenOf(facts, ['care.ended']);
  const spokenOn = ({ name }: Told): boolean => (name === 'care-plan.agreed' ? ofCare : ofPlans).covers(on);
  const surely = live.some(
    ({ begun, ends, mayBeOver }) =>
      begun.hi <= on && on < mayBeOver && (begun.here || ends.length > 0 || spokenOn(begun)),
  );
  return surely ? 'yes' : 'cannot-tell';
}

function plannedBy(facts: readonly Told[], open: readonly Episode[], heard: Heard, plan: string, on: number): string {
  if (plan !== 'no') return plan;
  const inCare = open.filter(IN_CARE).map((episode) => {
    const surely = episode.first.hi <= on && on < episode.mayBeOver;
    return surely && heard(episode, ['care-plan.agreed']) ? 'no' : 'cannot-tell';
  });
  return worstOf([...inCare, plannedForNeed(facts, open.filter(OF_NEED), heard, on)]);
}

function plannedForNeed(facts: readonly Told[], open: readonly Episode[], heard: Heard, on: number): string {
  const last = facts.findLast(({ name, hi }) => /^decision\.(no-)?plan-needed$/.test(name) && hi <= on);
  if (!last) return open.every((episode) => heard(episode, ['decision.plan-needed'])) ? 'not-owed' : 'cannot-tell';
  if (last.name === 'decision.no-plan-needed') return 'not-owed';
  return plansOf(facts).some(({ begun, over }) => begun.lo >= last.lo && over <= on) ? 'not-owed' : 'no';
}

/** The check of who holds the child: one for each episode that is open on the day. */
export function heldWhileOpenOn(
  law: OracleLaw,
  duty: StateDuty,
  facts: readonly Told[],
  standing: Standings,
  on: number,
): OracleAnswer[] {
  const words: Record<string, string> = { yes: 'holds', no: 'fails', 'cannot-tell': 'cannot-tell' };
  return episodesIn(facts)
    .filter((episode) => isOpen(episode, on) && everInForce(law, duty, episode.first))
    .map((episode) => {
      const verdict = words[allocated(facts, [episode], standing, on)] ?? dayText(on);
      const { thread, entry } = episode.first;
      return {
        duty: duty.id,
        thread,
        startedBy: entry,
        verdict,
        because: verdict === 'cannot-tell' ? 'source-never-says' : null,
        dueFrom: null,
        dueUntil: null,
      };
    });
}
