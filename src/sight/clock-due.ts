import { dayInLondon, instantOf } from '../kernel/instant.ts';
import { toEpochDay } from '../kernel/local-date.ts';
import type { ChildView } from './child-view.ts';
import type { Columns } from './columns.ts';
import type { CompiledClock, CompiledSwitch, CompiledValue } from './compile.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import { type DueTable, dueDayOf, NO_DUE_DAY } from './due-table.ts';
import { codeOf } from './facts.ts';
import { CALENDAR_ENDS, MOST_SWITCHES, type RunningClock, START_DAY } from './running-clock.ts';

/**
 * Works out when a clock falls due under the values in force on its start day. Answers false when the duty asks
 * nothing of a start on that day; sets `unknown` when the start lies under different values, or past the calendar.
 */
export function setDue(duty: CompiledClock, view: ChildView, columns: Columns, clock: RunningClock): boolean {
  const { values } = duty;
  const last = valueAt(duty.valueDays, clock.s2);
  const first = clock.s1 === clock.s2 ? last : valueAt(duty.valueDays, clock.s1);
  if (first !== last && !anyApplies(values, first, last)) return false;
  const value = last < 0 ? undefined : (values[last] as CompiledValue);
  const table = clock.link > 0 ? value?.next : value?.first;
  clock.stages = 1;
  clock.value = last;
  if (first !== last && (first < 0 || values[first]?.run !== value?.run)) {
    clock.unknown = START_DAY;
    clock.relaxed = clock.local = false;
    clock.due1[0] = NO_EARLIEST;
    clock.due2[0] = NO_LATEST;
    return true;
  }
  if (!value || !table) return false;
  clock.local = value.inForce.local;
  setStage(view, columns, clock, table);
  if (duty.switches.length > 0) addSwitches(duty.switches, view, clock);
  clock.relaxed = duty.overlays.length > 0 && isRelaxed(duty, clock);
  return true;
}

/** The place of the value in force on a day; -1 before all of them and for a day that may be before all. */
function valueAt(days: Int32Array, day: number): number {
  let at = days.length - 1;
  while (at >= 0 && (days[at] as number) > day) at -= 1;
  return at;
}

function anyApplies(values: readonly CompiledValue[], first: number, last: number): boolean {
  for (let at = Math.max(first, 0); at <= last; at += 1) if (values[at]?.first) return true;
  return false;
}

function setStage(view: ChildView, columns: Columns, clock: RunningClock, table: DueTable): void {
  let due1 = dueDayOf(table, clock.s1);
  let due2 = clock.s1 === clock.s2 ? due1 : dueDayOf(table, clock.s2);
  clock.hours = table.hours;
  if (table.hours > 0) {
    const at = columns.at[view.row[clock.start] as number] as number;
    if (!Number.isNaN(at)) due1 = due2 = toEpochDay(dayInLondon(instantOf(at + table.hours * 3_600_000)));
  }
  if (due1 === NO_DUE_DAY || due2 === NO_DUE_DAY) clock.unknown = CALENDAR_ENDS;
  clock.due1[0] = due1;
  clock.due2[0] = due2;
  clock.from1[0] = clock.from2[0] = NO_EARLIEST;
}

const BORN = codeOf('born.born');
const EXPECTED = codeOf('born.expected');

/**
 * Adds the foreseeable changes of the limit, in the order of their days. One that comes before the start gives the
 * limit from the start; one that comes after the due day changes nothing: a miss before it stays a miss.
 */
function addSwitches(switches: readonly CompiledSwitch[], view: ChildView, clock: RunningClock): void {
  for (let each = 0; each < switches.length && clock.stages <= MOST_SWITCHES; each += 1) {
    const change = switches[each] as CompiledSwitch;
    const since = change.fromBirth ? birthIn(view) : clock.origin;
    const from1 = dueDayOf(change.after, since < 0 ? NO_EARLIEST : (view.earliest[since] as number));
    const isExact = since >= 0 && view.earliest[since] === view.latest[since];
    const from2 = isExact ? from1 : dueDayOf(change.after, since < 0 ? NO_LATEST : (view.latest[since] as number));
    const stage = clock.stages - 1;
    if (from1 > (clock.due2[stage] as number)) return;
    addStage(clock, change.table, from1, from2);
    if (clock.unknown === CALENDAR_ENDS) return;
  }
}

function addStage(clock: RunningClock, table: DueTable, from1: number, from2: number): void {
  const before = clock.stages - 1;
  const due1 = dueDayOf(table, clock.s1);
  const due2 = clock.s1 === clock.s2 ? due1 : dueDayOf(table, clock.s2);
  if (due1 === NO_DUE_DAY || due2 === NO_DUE_DAY) clock.unknown = CALENDAR_ENDS;
  const replaces = from2 <= clock.s1;
  const stage = replaces ? before : clock.stages;
  // A switch that may have come too late to count leaves both due days possible, for good.
  const surely = from2 <= (clock.due1[before] as number);
  clock.due1[stage] = surely || replaces ? due1 : Math.min(due1, clock.due1[before] as number);
  clock.due2[stage] = surely || replaces ? due2 : Math.max(due2, clock.due2[before] as number);
  clock.from1[stage] = replaces ? NO_EARLIEST : from1;
  clock.from2[stage] = replaces ? NO_EARLIEST : from2;
  clock.stages = stage + 1;
}

/** The place of the child's birth, or of the expected one; -1 when neither is known. */
function birthIn(view: ChildView): number {
  let expected = -1;
  for (let at = 0; at < view.size; at += 1) {
    if (view.code[at] === BORN) return at;
    if (view.code[at] === EXPECTED) expected = at;
  }
  return expected;
}

function isRelaxed(duty: CompiledClock, clock: RunningClock): boolean {
  const last = clock.due2[clock.stages - 1] as number;
  for (const overlay of duty.overlays) if (clock.s1 <= overlay.until && last >= overlay.from) return true;
  return false;
}
