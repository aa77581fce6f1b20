import { type ChildView, COVERS, type Coverage, isFromHere, isPresent, NEVER_SAYS, windowsOver } from './child-view.ts';
import { IN_THREAD } from './fact-roles.ts';
import { KNOWN, SOURCE_BEGINS_AFTER, START_DAY } from './running-clock.ts';

/** What must be so on the day of a starting fact; by its code. */
export type StartConditions = {
  readonly open: readonly CompiledCondition[];
  /** Only the first such fact of its thread, or only those after it. */
  readonly ordinal: 'first' | 'later' | null;
  /** Files (bits by source code) that speak of the starting fact: what lies before their days may hide an earlier one. */
  readonly speakers: number;
};

export type CompiledCondition = {
  readonly opens: number;
  readonly closes: number;
  readonly scope: number;
  readonly negated: boolean;
};

/** Three answers, worst first: of several conditions the least counts. */
const NO = 0;
const PERHAPS = 1;
const YES = 2;

/** Answers that the fact starts nothing. */
export const NEVER_STARTS = -1;

/**
 * Does the fact start a clock? KNOWN when it does, NEVER_STARTS when it does not, and otherwise the code of why that
 * cannot be told.
 */
export function startsBy(conditions: StartConditions | undefined, view: ChildView, start: number): number {
  if (!conditions) return KNOWN;
  let least = YES;
  for (const condition of conditions.open) {
    least = Math.min(least, holds(condition, view, start));
    if (least === NO) return NEVER_STARTS;
  }
  const order = conditions.ordinal ? orderOf(conditions, view, start) : KNOWN;
  return order === KNOWN && least === PERHAPS ? START_DAY : order;
}

function holds({ opens, closes, scope, negated }: CompiledCondition, view: ChildView, start: number): number {
  if (!isPresent(view, opens)) return negated ? YES : NO;
  let best = NO;
  for (let each = 0; each < view.size && best !== YES; each += 1) {
    const at = view.rows[each] as number;
    if (view.code[at] !== opens || (scope === IN_THREAD && view.thread[at] !== view.thread[start])) continue;
    best = Math.max(best, openThrough(view, start, at, closes));
  }
  return negated ? YES - best : best;
}

/** Was what this fact opened still open on the day of the start? From its own day to the day before it was closed. */
function openThrough(view: ChildView, start: number, opening: number, closes: number): number {
  const [s1, s2] = [view.earliest[start] as number, view.latest[start] as number];
  const opened = view.earliest[opening] as number;
  if (opened > s2) return NO;
  let open = (view.latest[opening] as number) <= s1 ? YES : PERHAPS;
  for (let each = 0; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    if (view.code[at] !== closes || view.thread[at] !== view.thread[opening]) continue;
    if ((view.latest[at] as number) < opened) continue;
    const surelyAfter = (view.earliest[at] as number) >= (view.latest[opening] as number);
    if (surelyAfter && (view.latest[at] as number) <= s1) return NO;
    if ((view.earliest[at] as number) <= s2) open = PERHAPS;
  }
  return open;
}

/** Is it the first such fact of its thread, or a later one, as the duty asks? */
function orderOf({ ordinal, speakers }: StartConditions, view: ChildView, start: number): number {
  const order = placeInThread(view, start);
  if (order === FOLLOWS) return ordinal === 'later' ? KNOWN : NEVER_STARTS;
  if (order === UNSURE) return START_DAY;
  if (mayFollowUnseen(view, speakers, start)) return SOURCE_BEGINS_AFTER;
  return ordinal === 'first' ? KNOWN : NEVER_STARTS;
}

const LEADS = 0;
const UNSURE = 1;
const FOLLOWS = 2;

/** Does another such fact of the thread come before this one? Of two on one day, the one recorded first does. */
function placeInThread(view: ChildView, start: number): number {
  const [s1, s2] = [view.earliest[start] as number, view.latest[start] as number];
  let order = LEADS;
  for (let each = 0; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    if (at === start || view.code[at] !== view.code[start] || view.thread[at] !== view.thread[start]) continue;
    const [from, until] = [view.earliest[at] as number, view.latest[at] as number];
    const onOneDay = from === until && s1 === s2 && from === s1;
    if (until < s1 || (onOneDay && at < start)) return FOLLOWS;
    if (from <= s2 && !onOneDay) order = UNSURE;
  }
  return order;
}

const answer: Coverage = { kind: NEVER_SAYS, until: 0 };

/**
 * A file told it, and its thread began before the days of which the file speaks without a gap: an earlier such fact may
 * have been left out.
 */
function mayFollowUnseen(view: ChildView, speakers: number, start: number): boolean {
  if (isFromHere(view, start)) return false;
  let begun = view.earliest[start] as number;
  for (let each = 0; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    if (view.thread[at] === view.thread[start]) begun = Math.min(begun, view.earliest[at] as number);
  }
  windowsOver(view, speakers, begun, answer);
  return answer.kind !== COVERS || answer.until < (view.latest[start] as number);
}
