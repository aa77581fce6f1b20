import { addDays, addMonths, type LocalDate } from '../../../kernel/local-date.ts';
import type { Standing } from '../../../sight/facts.ts';
import type { Grade } from '../../workforce/public.ts';

/** A stretch of days; `until` is the last of them, null where nobody knows it. */
export type Days = { readonly from: LocalDate; readonly until: LocalDate | null };

/** How a worker stands on a day. Leave is days alone: why somebody is away is their own affair. */
export type PostOnADay = {
  /** Null: nothing is recorded of them, so nobody can tell. */
  readonly inPost: boolean | null;
  readonly since: LocalDate | null;
  /** The last day in post, of somebody who has left by then. */
  readonly left: LocalDate | null;
  readonly leave: Days | null;
  /** Leave that is recorded ahead, the nearest first. */
  readonly nextLeave: Days | null;
  /** The registration that holds on the day, else the last that held before it. */
  readonly registration: Days | null;
  readonly registered: boolean;
};

const holds = ({ from, until }: Days, on: LocalDate): boolean => from <= on && (until === null || on <= until);

/** From what was believed of one worker at a moment. */
export function postOn(standings: readonly Standing[], on: LocalDate): PostOnADay {
  const of = (state: Standing['state']): Days[] =>
    standings
      .filter((each) => each.state === state)
      .map(({ from, until }) => ({ from, until }))
      .sort((a, b) => (a.from < b.from ? -1 : 1));
  const [posts, leaves, registrations] = [of('in-post'), of('on-leave'), of('registered')];
  const post = posts.findLast((each) => holds(each, on));
  const before = posts.findLast(({ from }) => from <= on);
  const registration = registrations.findLast((each) => holds(each, on));
  return {
    inPost: posts.length === 0 ? null : post !== undefined,
    since: (post ?? before)?.from ?? null,
    left: post ? null : (before?.until ?? null),
    leave: leaves.findLast((each) => holds(each, on)) ?? null,
    nextLeave: leaves.find(({ from }) => from > on) ?? null,
    registration: registration ?? registrations.findLast(({ from }) => from <= on) ?? null,
    registered: registration !== undefined,
  };
}

/**
 * Points that an ordinary caseload comes to. No law sets one. Local default: fifteen children at the six points that most work
 * weighs, which is about what the government's yearly count of children's social workers finds on average.
 */
export const ORDINARY_CASELOAD = 90;
/** Local default: a newly qualified worker's first year leaves a tenth of the caseload free for learning. */
export const PROTECTED_SHARE = 0.9;
/** The assessed and supported year in employment. */
const PROTECTED_MONTHS = 12;

/** The most points that a newly qualified worker holds in the first year in post; null for everybody else. */
export function protectedPoints(grade: Grade | null, since: LocalDate | null, on: LocalDate): number | null {
  if (grade !== 'newly-qualified-social-worker' || since === null) return null;
  const lastDay = addDays(addMonths(since, PROTECTED_MONTHS), -1);
  return on <= lastDay ? Math.floor(ORDINARY_CASELOAD * PROTECTED_SHARE) : null;
}
