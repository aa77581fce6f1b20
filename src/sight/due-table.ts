import type { EpochDay } from '../kernel/local-date.ts';
import type { Calendar } from '../kernel/working-days.ts';
import { dueOn, type Limit } from '../statute/due-on.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';

/** Stands for a due day that no calendar held can name. Differs from both open bounds. */
export const NO_DUE_DAY = NO_EARLIEST + 1;
/** Stands for a start day of which nothing is asked. */
export const NOT_ASKED = NO_EARLIEST + 2;

/** The due day of every start day that a calendar covers, worked out once: the engine asks it for each clock of a million children. */
export type DueTable = {
  readonly limit: Limit;
  readonly calendar: Calendar;
  /** The limit, when it is counted in hours; else 0. */
  readonly hours: number;
  readonly from: EpochDay;
  readonly days: Int32Array;
};

export function dueTable(limit: Limit, calendar: Calendar): DueTable {
  const held = tables.get(calendar) ?? new Map<string, DueTable>();
  tables.set(calendar, held);
  const key = `${limit.limit} ${limit.count}`;
  const known = held.get(key) ?? workedOut(limit, calendar);
  held.set(key, known);
  return known;
}

/** A table depends on its limit and calendar alone, so every set of policies shares it. */
const tables = new WeakMap<Calendar, Map<string, DueTable>>();

function workedOut(limit: Limit, calendar: Calendar): DueTable {
  const days = new Int32Array(calendar.until - calendar.from + 1);
  for (let offset = 0; offset < days.length; offset += 1)
    days[offset] = dueOn(limit, calendar.from + offset, calendar) ?? NO_DUE_DAY;
  return { limit, calendar, hours: limit.count === 'hours' ? limit.limit : 0, from: calendar.from, days };
}

/** The due day of a start; an open bound stays open, `NO_DUE_DAY` when working days leave the calendar. */
export function dueDayOf(table: DueTable, start: EpochDay): EpochDay {
  const known = table.days[start - table.from];
  if (known !== undefined) return known;
  if (start === NO_EARLIEST || start === NO_LATEST) return start;
  return dueOn(table.limit, start, table.calendar) ?? NO_DUE_DAY;
}

/** A table in force from a day until the next one's; null where nothing is asked. */
export type DatedTable = { readonly from: EpochDay; readonly table: DueTable | null };

/** The due day of every start day of the calendar's years, under whatever is in force on that day. */
export function dueDaysInForce(dated: readonly DatedTable[], calendar: Calendar): Int32Array {
  const days = new Int32Array(calendar.until - calendar.from + 1).fill(NOT_ASKED);
  for (const [at, { from, table }] of dated.entries()) {
    const first = Math.max(from - calendar.from, 0);
    const end = Math.min((dated[at + 1]?.from ?? NO_LATEST) - calendar.from, days.length);
    if (table && first < end) days.set(table.days.subarray(first, end), first);
  }
  return days;
}
