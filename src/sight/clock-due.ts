import { dayInLondon, instantOf } from '../kernel/instant.ts';
import { toEpochDay } from '../kernel/local-date.ts';
import { type ChildView, inScope, isPresent } from './child-view.ts';
import type { Columns } from './columns.ts';
import type { CompiledClock, CompiledSwitch, CompiledValue, ScopedCode } from './compile.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import { type DueTable, dueDayOf, NO_DUE_DAY, NOT_ASKED } from './due-table.ts';
import { codeOf } from './facts.ts';
import { CALENDAR_ENDS, KNOWN, type RunningClock, START_DAY } from './running-clock.ts';

/**
 * Works out when a clock falls due under the values in force on its start day. Answers false when the duty asks
 * nothing of a start on that day; sets `unknown` when the start lies under different values, or past the calendar.
 */
export function setDue(duty: CompiledClock, columns: Columns, clock: RunningClock): boolean {
  const days = clock.link > 0 ? duty.nextDue : duty.firstDue;
  const place = clock.s1 - duty.firstDay;
  clock.stages = 1;
  clock.hours = 0;
  if (clock.s1 !== clock.s2 || duty.hasHours || place < 0 || place >= days.length) {
    if (!setUncommonDue(duty, columns, clock)) return false;
  } else {
    const due = days[place] as number;
    if (due === NOT_ASKED) return false;
    if (due === NO_DUE_DAY) clock.unknown = CALENDAR_ENDS;
    clock.d1 = clock.d2 = due;
  }
  return true;
}

/** A start on some day of several, outside the years of the calendar, or under a limit in hours. */
function setUncommonDue(duty: CompiledClock, columns: Columns, clock: RunningClock): boolean {
  const { values } = duty;
  const last = valueAt(duty.valueDays, clock.s2);
  const first = clock.s1 === clock.s2 ? last : valueAt(duty.valueDays, clock.s1);
  if (first !== last && !anyApplies(values, first, last)) return false;
  const value = last < 0 ? undefined : (values[last] as CompiledValue);
  const table = clock.link > 0 ? value?.next : value?.first;
  if (first !== last && (first < 0 || values[first]?.run !== value?.run)) {
    clock.unknown = START_DAY;
    clock.d1 = NO_EARLIEST;
    clock.d2 = NO_LATEST;
    return true;
  }
  if (!table) return false;
  clock.d1 = dueDayOf(table, clock.s1);
  clock.d2 = dueDayOf(table, clock.s2);
  clock.hours = table.hours;
  if (table.hours > 0) setHoursDue(columns, clock);
  if (clock.d1 === NO_DUE_DAY || clock.d2 === NO_DUE_DAY) clock.unknown = CALENDAR_ENDS;
  return true;
}

/** Hours run out on the day on which their moment falls, when the moment of the start is known. */
function setHoursDue(columns: Columns, clock: RunningClock): void {
  const at = columns.at[clock.start] as number;
  if (!Number.isNaN(at)) clock.d1 = clock.d2 = toEpochDay(dayInLondon(instantOf(at + clock.hours * 3_600_000)));
}

/** The place of the value in force on a day; -1 before all of them and for a day that may be before all. */
export function valueAt(days: Int32Array, day: number): number {
  let at = days.length - 1;
  while (at >= 0 && (days[at] as number) > day) at -= 1;
  return at;
}

function anyApplies(values: readonly CompiledValue[], first: number, last: number): boolean {
  for (let at = Math.max(first, 0); at <= last; at += 1) if (values[at]?.first) return true;
  return false;
}

const BORN = codeOf('born.born');
const EXPECTED = codeOf('born.expected');

/** Sets on which days the limits of a clock that this fact starts will switch, and in which order: once for all links of a chain. */
export function setSwitchDays(duty: CompiledClock, view: ChildView, clock: RunningClock): void {
  for (let each = 0; each < duty.switches.length; each += 1) {
    const change = duty.switches[each] as CompiledSwitch;
    if (change.at !== null) setSwitchByFact(change.at, view, clock, each);
    else if (change.after !== null) {
      const since = change.fromBirth ? birthIn(view) : clock.origin;
      clock.switch1[each] = dueDayOf(change.after, since < 0 ? NO_EARLIEST : (view.earliest[since] as number));
      clock.switch2[each] = dueDayOf(change.after, since < 0 ? NO_LATEST : (view.latest[since] as number));
    }
  }
  if (duty.switchesByFact) sortSwitches(duty.switches.length, clock);
}

/** Where facts make switches, they follow each other in no order known beforehand. */
function sortSwitches(size: number, { order, switch1, switch2 }: RunningClock): void {
  for (let each = 0; each < size; each += 1) order[each] = each;
  order
    .subarray(0, size)
    .sort(
      (a, b) =>
        (switch1[a] as number) - (switch1[b] as number) || (switch2[a] as number) - (switch2[b] as number) || a - b,
    );
}

/** The first such fact on or after the day on which the chain began; NO_LATEST while there is none. */
function setSwitchByFact({ code, scope }: ScopedCode, view: ChildView, clock: RunningClock, each: number): void {
  const { origin } = clock;
  clock.switch1[each] = clock.switch2[each] = NO_LATEST;
  if (!isPresent(view, code)) return;
  const [from, until] = [view.earliest[origin] as number, view.latest[origin] as number];
  let first = NO_LATEST;
  let last = NO_LATEST;
  for (let row = 0; row < view.size; row += 1) {
    const at = view.rows[row] as number;
    if (view.code[at] !== code || at === origin || (view.latest[at] as number) < from) continue;
    if (!inScope(view, scope, origin, at)) continue;
    first = Math.min(first, Math.max(view.earliest[at] as number, from));
    if ((view.earliest[at] as number) >= until) last = Math.min(last, view.latest[at] as number);
  }
  clock.switch1[each] = first;
  clock.switch2[each] = last;
}

/**
 * Adds the changes of the limit, in the order of their days. One that comes before the start gives the limit from the
 * start; one that comes after the due day changes nothing: a miss before it stays a miss.
 */
export function addSwitches({ switches, switchesByFact }: CompiledClock, clock: RunningClock): void {
  for (let place = 0; place < switches.length && clock.unknown === KNOWN; place += 1) {
    const each = switchesByFact ? (clock.order[place] as number) : place;
    const last = clock.stages === 1 ? clock.d2 : (clock.due2[clock.stages - 1] as number);
    const first = clock.switch1[each] as number;
    if (first > last || first === NO_LATEST) return;
    addSwitch(clock, (switches[each] as CompiledSwitch).table, each);
  }
}

function addSwitch(clock: RunningClock, table: DueTable, each: number): void {
  const due1 = dueDayOf(table, clock.counted1);
  const due2 = clock.counted1 === clock.counted2 ? due1 : dueDayOf(table, clock.counted2);
  if (due1 === NO_DUE_DAY || due2 === NO_DUE_DAY) clock.unknown = CALENDAR_ENDS;
  if ((clock.switch2[each] as number) > clock.s1) addStage(clock, due1, due2, each);
  else if (clock.stages === 1) {
    clock.d1 = due1;
    clock.d2 = due2;
  } else {
    clock.due1[clock.stages - 1] = due1;
    clock.due2[clock.stages - 1] = due2;
    clock.from1[clock.stages - 1] = clock.from2[clock.stages - 1] = NO_EARLIEST;
  }
}

function addStage(clock: RunningClock, due1: number, due2: number, each: number): void {
  const stage = clock.stages;
  if (stage === 1) {
    clock.due1[0] = clock.d1;
    clock.due2[0] = clock.d2;
    clock.from1[0] = clock.from2[0] = NO_EARLIEST;
  }
  const [before1, before2] = [clock.due1[stage - 1] as number, clock.due2[stage - 1] as number];
  // A switch that may have come too late to count leaves both due days possible, for good.
  const surely = (clock.switch2[each] as number) <= before1;
  clock.due1[stage] = surely ? due1 : Math.min(due1, before1);
  clock.due2[stage] = surely ? due2 : Math.max(due2, before2);
  clock.from1[stage] = clock.switch1[each] as number;
  clock.from2[stage] = clock.switch2[each] as number;
  clock.stages = stage + 1;
}

/** The place of the child's birth, or of the expected one; -1 when neither is known. */
function birthIn(view: ChildView): number {
  let expected = -1;
  for (let each = 0; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    if (view.code[at] === BORN) return at;
    if (view.code[at] === EXPECTED) expected = at;
  }
  return expected;
}

/** Does the stretch from the start to the last due day touch a dated relaxation of the duty? */
export function isRelaxed(duty: CompiledClock, clock: RunningClock): boolean {
  const last = clock.stages === 1 ? clock.d2 : (clock.due2[clock.stages - 1] as number);
  return duty.overlays.some((overlay) => clock.s1 <= overlay.until && last >= overlay.from);
}

/** Did the council's own policy set what is asked of this start? */
export const isLocal = (duty: CompiledClock, clock: RunningClock): boolean =>
  duty.values[valueAt(duty.valueDays, clock.s2)]?.inForce.local === true;
