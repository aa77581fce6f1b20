import { type ChildView, inScope, isFromHere, isPresent } from './child-view.ts';
import { addSwitches, valueAt } from './clock-due.ts';
import type { CompiledClock } from './compile.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import { dueDayOf, NO_DUE_DAY } from './due-table.ts';
import type { Workbench } from './engine.ts';
import { CALENDAR_ENDS, KNOWN, START_DAY } from './running-clock.ts';

/** What only some duties ask of a due day: days counted from an earlier meeting, switches of the limit, a fact as the latest day. */
export function refineDue(duty: CompiledClock, view: ChildView, bench: Workbench): void {
  const { clock } = bench;
  if (clock.link === 0 && duty.countsFromLast[view.code[clock.start] as number] === 1)
    countFromLastMeeting(duty, view, bench);
  if (duty.switches.length > 0) addSwitches(duty, clock);
  if (duty.noLaterThan.length > 0 && clock.unknown === KNOWN) addLatestDay(duty, view, bench);
  if (clock.unknown === KNOWN) clock.unknown = clock.doubt;
}

/** The due day under the value of the starting day, counted from the last meeting by then. */
function countFromLastMeeting(duty: CompiledClock, view: ChildView, bench: Workbench): void {
  const { clock } = bench;
  if (clock.unknown === START_DAY) return;
  const isHeard = setCountedFrom(view, bench) || isFromHere(view, clock.start);
  if (!isHeard && !(duty.speakers & (1 << (view.source[clock.start] as number)))) {
    // A file that does not list such meetings: the last one before the start may be another than any that is known.
    clock.unknown = START_DAY;
    return;
  }
  const table = duty.values[valueAt(duty.valueDays, clock.s2)]?.first;
  if (!table) return;
  clock.d1 = dueDayOf(table, clock.counted1);
  clock.d2 = dueDayOf(table, clock.counted2);
  clock.unknown = clock.d1 === NO_DUE_DAY || clock.d2 === NO_DUE_DAY ? CALENDAR_ENDS : KNOWN;
}

/**
 * Bounds the day of the last meeting on or before the start, and not before the first fact of its thread. Answers whether
 * one of them was recorded here: then its silence about others is evidence.
 */
function setCountedFrom(view: ChildView, { clock, meets }: Workbench): boolean {
  const { start, s1, s2 } = clock;
  const [begun1, begun2] = threadBegins(view, start);
  let surely = NO_EARLIEST;
  let isSure = false;
  let isHere = false;
  let earliest = NO_LATEST;
  let latest = NO_EARLIEST;
  for (let each = 0; each < meets.size; each += 1) {
    const at = meets.at[each] as number;
    const [from, until] = [view.earliest[at] as number, view.latest[at] as number];
    if (at === start || from > s2 || until < begun1 || !inScope(view, clock.scope, start, at)) continue;
    if (isFromHere(view, at)) isHere = true;
    earliest = Math.min(earliest, from);
    latest = Math.max(latest, Math.min(until, s2));
    if (until > s1 || from < begun2) continue;
    isSure = true;
    surely = Math.max(surely, from);
  }
  if (earliest === NO_LATEST) return false;
  clock.counted1 = isSure ? surely : Math.min(s1, Math.max(earliest, begun1));
  clock.counted2 = isSure ? latest : s2;
  return isHere;
}

function threadBegins(view: ChildView, start: number): readonly [first: number, last: number] {
  let first = NO_LATEST;
  let last = NO_LATEST;
  for (let each = 0; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    if (view.thread[at] !== view.thread[start]) continue;
    first = Math.min(first, view.earliest[at] as number);
    last = Math.min(last, view.latest[at] as number);
  }
  return [first, last];
}

/** From the first such fact on or after the start on, the due day is that day, unless it was an earlier one. */
function addLatestDay(duty: CompiledClock, view: ChildView, { clock }: Workbench): void {
  if (!duty.noLaterThan.some(({ code }) => isPresent(view, code))) return;
  let first = NO_LATEST;
  let last = NO_LATEST;
  for (let each = 0; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    if (at === clock.start || !isNamed(duty.noLaterThan, view, clock.origin, at)) continue;
    if ((view.latest[at] as number) < clock.s1) continue;
    first = Math.min(first, Math.max(view.earliest[at] as number, clock.s1));
    if ((view.earliest[at] as number) >= clock.s2) last = Math.min(last, view.latest[at] as number);
  }
  if (first >= clock.d2) return;
  clock.due1[0] = clock.d1;
  clock.due2[0] = clock.d2;
  clock.from1[0] = clock.from2[0] = NO_EARLIEST;
  clock.due1[1] = Math.min(clock.d1, first);
  clock.due2[1] = Math.min(clock.d2, last);
  clock.from1[1] = first;
  clock.from2[1] = last;
  clock.stages = 2;
}

const isNamed = (named: CompiledClock['noLaterThan'], view: ChildView, from: number, at: number): boolean =>
  named.some(({ code, scope }) => view.code[at] === code && inScope(view, scope, from, at));
