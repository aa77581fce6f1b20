import { type ChildView, inScope } from './child-view.ts';
import type { Columns } from './columns.ts';
import type { CompiledClock } from './compile.ts';
import { NO_LATEST } from './day-bounds.ts';
import type { Workbench } from './engine.ts';
import { recordedDay } from './recorded-day.ts';
import { askDue, IN_TIME, LATE, MET_DAY, NOT_SURE, type RunningClock, TIME_OF_DAY } from './running-clock.ts';

/** Sets whether an extension was recorded in time, and the day by which a reason for lateness had been given. */
export function setExcuses(duty: CompiledClock, view: ChildView, columns: Columns, bench: Workbench): void {
  const { clock, excuses, reasons } = bench;
  clock.excused = false;
  clock.reasonDay = NO_LATEST;
  askDue(clock, clock.first, clock.first);
  for (let each = 0; each < excuses.size && !clock.excused; each += 1) {
    const at = excuses.at[each] as number;
    clock.excused =
      belongs(view, clock, at, duty.excuseScope) &&
      (view.latest[at] as number) <= clock.asked1 &&
      recordedDay(columns, at) <= clock.asked1;
  }
  for (let each = 0; each < reasons.size; each += 1) {
    const at = reasons.at[each] as number;
    if (belongs(view, clock, at, duty.reasonScope))
      clock.reasonDay = Math.min(clock.reasonDay, view.latest[at] as number);
  }
}

/** It stands in scope, and may have been given on or after the start: last year's extension excuses nothing today. */
const belongs = (view: ChildView, clock: RunningClock, at: number, scopes: Uint8Array): boolean =>
  (view.latest[at] as number) >= clock.s1 && inScope(view, scopes[view.code[at] as number] as number, clock.origin, at);

/** Sets whether what met the clock was in time: by days, or by moments where the limit is in hours and both are known. */
export function setInTime(columns: Columns, clock: RunningClock): void {
  if (clock.hours > 0 && clock.stages === 1) {
    setInHours(columns, clock, clock.hours);
    return;
  }
  askDue(clock, clock.m1, clock.m2);
  clock.inTime = clock.m2 <= clock.asked1 ? IN_TIME : clock.m1 > clock.asked2 ? LATE : NOT_SURE;
  clock.metUnknown = MET_DAY;
}

/** With days only, a meeting is surely in time, or surely late, only when every pair of moments in those days is. */
function setInHours(columns: Columns, clock: RunningClock, hours: number): void {
  const from = columns.at[clock.start] as number;
  const met = columns.at[clock.metBy] as number;
  if (!Number.isNaN(from) && !Number.isNaN(met)) {
    clock.inTime = met - from <= hours * 3_600_000 ? IN_TIME : LATE;
    return;
  }
  const limit = hours / 24;
  clock.inTime = clock.m2 - clock.s1 <= limit - 1 ? IN_TIME : clock.m1 - clock.s2 >= limit + 1 ? LATE : NOT_SURE;
  clock.metUnknown = clock.s1 === clock.s2 && clock.m1 === clock.m2 ? TIME_OF_DAY : MET_DAY;
}
