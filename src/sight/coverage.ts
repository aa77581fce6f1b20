import type { Instant } from '../kernel/instant.ts';
import { type EpochDay, type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import { believedFacts, type Dated, episodeOf, isBelieved, named, windowOver } from './believed.ts';
import type { CompiledStatute } from './compile.ts';
import { episodesOf, isOfCare, isOfNeed, type Lasting, lastingThings, lastsOn } from './episodes.ts';
import type { Fact, FactName, Standing } from './facts.ts';
import { type Held, type HeldHistory, heldHistory, heldOn } from './holding.ts';

export type Answer = 'yes' | 'no' | 'not-owed' | 'cannot-tell';

/** How far a child is covered on a day. The four answers are of a child who is open; of others they are not owed. */
export type CoverageAnswers = {
  readonly open: 'yes' | 'no' | 'cannot-tell';
  readonly allocated: Answer;
  readonly assessed: Answer;
  readonly seen: Answer;
  readonly planned: Answer;
};

/** One child's facts and what is intersected with them, read once and asked about many days. */
export type Covered = {
  readonly facts: readonly Dated[];
  readonly held: HeldHistory;
  readonly episodes: readonly Lasting[];
  readonly plans: readonly Lasting[];
  /** Enquiries and protection plans: while one is live, only a registered social worker holds the child. */
  readonly enquiries: readonly Lasting[];
  readonly assessing: readonly Dated[];
  readonly visits: readonly Dated[];
  readonly decisions: readonly Dated[];
  readonly births: readonly Dated[];
  readonly needsRegistration: (on: EpochDay) => boolean;
};

const PLAN_BEGUN: readonly FactName[] = ['plan.in-need-begun', 'plan.protection-begun'];
const PLAN_ENDED: readonly FactName[] = ['plan.in-need-ended', 'plan.protection-ended'];
const ASSESSING: readonly FactName[] = [
  'assessment.begun',
  'assessment.completed',
  'assessment.initial-begun',
  'assessment.initial-completed',
  'assessment.core-completed',
];
const ENQUIRY_OVER: readonly FactName[] = [
  'enquiry.concluded',
  'enquiry.no-conference-needed',
  'conference.initial-held',
];
const ALLOCATING: readonly FactName[] = ['held.by-worker', 'held.by-placeholder', 'held.ended'];
const SEEN: readonly FactName[] = ['seen.alone', 'seen.with-others'];

export function coveredOf(
  facts: readonly Fact[],
  standings: readonly Standing[],
  known: Instant,
  leaveDays: CompiledStatute['leaveDays'],
): Covered {
  const believed = believedFacts(facts, known);
  const plans = [
    ...lastingThings(believed, PLAN_BEGUN, PLAN_ENDED),
    ...lastingThings(believed, ['care-plan.agreed'], ['care.ended']),
  ];
  const protection = lastingThings(believed, ['plan.protection-begun'], ['plan.protection-ended']);
  const enquiries = lastingThings(believed, ['enquiry.begun'], ENQUIRY_OVER, true);
  const registered = [...protection, ...enquiries];
  return {
    facts: believed,
    held: heldHistory(
      named(believed, ALLOCATING),
      standings.filter((standing) => isBelieved(standing, known)),
      leaveDays,
    ),
    episodes: episodesOf(believed),
    plans,
    enquiries: registered,
    assessing: named(believed, ASSESSING),
    visits: named(believed, [...SEEN, 'seen.not-seen']),
    decisions: named(believed, ['decision.plan-needed', 'decision.no-plan-needed']),
    births: named(believed, ['born.born', 'born.expected']),
    needsRegistration: (on) => registered.some((each) => lastsOn(each, on) !== 'no'),
  };
}

/** The definitions of the record's design, section 4: what is open, allocated, assessed, seen and planned on a day. */
export function coverageOn(question: {
  readonly facts: readonly Fact[];
  readonly standings: readonly Standing[];
  readonly leaveDays: CompiledStatute['leaveDays'];
  readonly on: LocalDate;
  readonly known: Instant;
}): CoverageAnswers {
  const { facts, standings, known, leaveDays, on } = question;
  return coverageOnDay(coveredOf(facts, standings, known, leaveDays), toEpochDay(on));
}

/** In what the child is open on a day, or may be. */
export const openOn = (child: Covered, on: EpochDay): readonly Lasting[] =>
  child.episodes.filter((episode) => lastsOn(episode, on) !== 'no');

/** `held`: who holds the child on that day, where it is known already. */
export function coverageOnDay(child: Covered, on: EpochDay, held?: Held): CoverageAnswers {
  const open = openOn(child, on);
  if (open.length === 0) {
    return { open: 'no', allocated: 'not-owed', assessed: 'not-owed', seen: 'not-owed', planned: 'not-owed' };
  }
  return {
    open: open.some((episode) => episode.from2 <= on) ? 'yes' : 'cannot-tell',
    allocated: allocatedOn(child, open, on, held),
    assessed: worst(open.map((episode) => assessedOn(child, episode, on))),
    seen: seenOn(child, open, on),
    planned: plannedOn(child, open, on),
  };
}

const ORDER: readonly Answer[] = ['no', 'cannot-tell', 'yes', 'not-owed'];
const worst = (answers: readonly Answer[]): Answer => ORDER.find((each) => answers.includes(each)) ?? 'cannot-tell';

/** Owed to every open child: a manager as placeholder, a team or an absent worker does not hold a child. */
export function allocatedOn(
  child: Covered,
  open: readonly Lasting[],
  on: EpochDay,
  held: Held = holderOn(child, on),
): Answer {
  if (held.why === null) return 'yes';
  if (held.why === 'not-known') return 'cannot-tell';
  return held.by !== null || open.some(isFromHere) ? 'no' : 'cannot-tell';
}

/** Who holds the child on a day, and why not. */
export const holderOn = (child: Covered, on: EpochDay): Held => heldOn(child.held, child.needsRegistration, on);

const isFromHere = ({ opened }: Lasting): boolean => opened.fact.source === 'here';

/** Is silence about these facts, from the episode's first day to this one, evidence? */
function isSilenceHeard(child: Covered, episode: Lasting, names: readonly FactName[], on: EpochDay): boolean {
  if (isFromHere(episode)) return true;
  if (named(child.facts, names).some(({ fact, n2 }) => fact.source === 'here' && n2 <= episode.from1)) return true;
  const window = windowOver(child.facts, names, episode.from1);
  return window !== undefined && on <= window.until;
}

/** Owed for a concern: coming into care, or living with somebody else's family, is not one of itself. */
export function assessedOn(child: Covered, episode: Lasting, on: EpochDay): Answer {
  if (!isOfNeed(episode)) return 'not-owed';
  const own = child.assessing.filter((each) => episodeOf(each) === episodeOf(episode.opened));
  if (own.some(({ n2 }) => n2 <= on)) return 'yes';
  const live = livePlan(child, on);
  if (live === 'yes') return 'yes';
  if (live === 'cannot-tell' || own.some(({ n1 }) => n1 <= on)) return 'cannot-tell';
  return isSilenceHeard(child, episode, ['assessment.begun', 'assessment.completed'], on) ? 'no' : 'cannot-tell';
}

/** A plan recorded here lives until its end is recorded; one that a file told of, until the end of the file's window. */
function livePlan(child: Covered, on: EpochDay): Answer {
  const live = child.plans.filter((plan) => lastsOn(plan, on) !== 'no');
  if (live.length === 0) return 'no';
  const surely = live.some((plan) => lastsOn(plan, on) === 'yes' && isStillSpokenOf(child, plan, on));
  return surely ? 'yes' : 'cannot-tell';
}

function isStillSpokenOf(child: Covered, plan: Lasting, on: EpochDay): boolean {
  if (isFromHere(plan) || plan.closed !== null) return true;
  const ended: readonly FactName[] = plan.opened.fact.name === 'care-plan.agreed' ? ['care.ended'] : PLAN_ENDED;
  return windowOver(child.facts, ended, on) !== undefined;
}

function seenOn(child: Covered, open: readonly Lasting[], on: EpochDay): Answer {
  const since = Math.min(...open.map(({ from1 }) => from1));
  const visits = child.visits.filter(({ fact }) => fact.name !== 'seen.not-seen');
  if (visits.some(({ n1, n2 }) => n2 <= on && n1 >= since)) return 'yes';
  if (isUnborn(child, on)) return 'not-owed';
  if (visits.some(({ n1, n2 }) => n1 <= on && n2 >= since)) return 'cannot-tell';
  const heard = child.visits.some(({ fact, n2 }) => fact.source === 'here' && n2 <= on);
  return heard || open.every((episode) => isSilenceHeard(child, episode, SEEN, on)) ? 'no' : 'cannot-tell';
}

function isUnborn(child: Covered, on: EpochDay): boolean {
  const births = child.births.filter(({ fact }) => fact.name === 'born.born');
  return births.length > 0 ? births.every(({ n1 }) => n1 > on) : child.births.length > 0;
}

function plannedOn(child: Covered, open: readonly Lasting[], on: EpochDay): Answer {
  const live = livePlan(child, on);
  if (live !== 'no') return live;
  const inCare = open.filter(isOfCare).map((episode) => plannedInCare(child, episode, on));
  return worst([...inCare, plannedForNeed(child, open.filter(isOfNeed), on)]);
}

/** A child in care is owed a plan from the day of coming in, without anybody deciding so. */
function plannedInCare(child: Covered, episode: Lasting, on: EpochDay): Answer {
  if (lastsOn(episode, on) !== 'yes') return 'cannot-tell';
  return isSilenceHeard(child, episode, ['care-plan.agreed'], on) ? 'no' : 'cannot-tell';
}

function plannedForNeed(child: Covered, open: readonly Lasting[], on: EpochDay): Answer {
  const last = child.decisions.findLast(({ n2 }) => n2 <= on);
  if (last?.fact.name === 'decision.plan-needed') return isPlanOver(child, last, on) ? 'not-owed' : 'no';
  if (last) return 'not-owed';
  return open.every((episode) => isSilenceHeard(child, episode, ['decision.plan-needed'], on))
    ? 'not-owed'
    : 'cannot-tell';
}

/** The plan that was decided on has been made, and has ended since. */
const isPlanOver = (child: Covered, decision: Dated, on: EpochDay): boolean =>
  child.plans.some((plan) => plan.from1 >= decision.n1 && plan.until2 <= on);
