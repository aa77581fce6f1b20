import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay, weekdayOf } from './local-date.ts';

/**
 * The days that are not worked, for the years that the calendar covers. One bit a day would do; a table of
 * counts makes both directions constant-time: the engine asks it for every clock of a million children.
 */
export type Calendar = {
  readonly id: string;
  readonly from: EpochDay;
  readonly until: EpochDay;
  /** `before[d - from]`: working days in `[from, d)`; one longer than the days covered. */
  readonly before: Int32Array;
  /** `nth[n]`: the epoch day of working day number `n`, counted from 0. */
  readonly nth: Int32Array;
  readonly holidays: ReadonlyMap<EpochDay, string>;
};

/** Builds a calendar of whole years. `holidays` are the days named by the law, with the name that a page prints. */
export function calendarOf(
  id: string,
  firstYear: number,
  lastYear: number,
  holidays: ReadonlyMap<LocalDate, string>,
): Calendar {
  const from = toEpochDay(`${firstYear}-01-01` as LocalDate);
  const until = toEpochDay(`${lastYear}-12-31` as LocalDate);
  const named = new Map([...holidays].map(([date, name]) => [toEpochDay(date), name]));
  const before = new Int32Array(until - from + 2);
  const nth: number[] = [];
  for (let day = from; day <= until; day += 1) {
    const works = weekdayOf(day) < 5 && !named.has(day);
    before[day - from + 1] = (before[day - from] ?? 0) + (works ? 1 : 0);
    if (works) nth.push(day);
  }
  return { id, from, until, before, nth: Int32Array.from(nth), holidays: named };
}

/** Is the day worked? Outside the covered years the answer is undefined, never "yes". */
export function isWorkingDay(calendar: Calendar, day: EpochDay): boolean | undefined {
  if (day < calendar.from || day > calendar.until) return undefined;
  return calendar.before[day - calendar.from + 1] !== calendar.before[day - calendar.from];
}

/**
 * The last day of a limit of `workingDays` (1 or more). `startCounts: false` makes the first working day after `start`
 * day one; `true` makes `start` itself day one when it is worked. Answers undefined, never a guess, when the limit
 * leaves the years for which holidays are known.
 */
export function workingDaysFrom(
  calendar: Calendar,
  start: EpochDay,
  workingDays: number,
  startCounts: boolean,
): EpochDay | undefined {
  if (start < calendar.from || start > calendar.until) return undefined;
  const workedBefore = calendar.before[start - calendar.from + (startCounts ? 0 : 1)];
  return workedBefore === undefined ? undefined : calendar.nth[workedBefore + workingDays - 1];
}

/** Working days after `from` up to and including `to`; undefined outside the covered years. */
export function workingDaysBetween(calendar: Calendar, from: EpochDay, to: EpochDay): number | undefined {
  if (from < calendar.from || from > calendar.until || to < calendar.from || to > calendar.until) return undefined;
  return (calendar.before[to - calendar.from + 1] ?? 0) - (calendar.before[from - calendar.from + 1] ?? 0);
}

/** The bank holidays after `from` and not after `to` that would otherwise have been worked, with their names. */
export function holidaysSkipped(calendar: Calendar, from: EpochDay, to: EpochDay): { on: LocalDate; name: string }[] {
  return [...calendar.holidays]
    .filter(([day]) => day > from && day <= to && weekdayOf(day) < 5)
    .sort(([a], [b]) => a - b)
    .map(([day, name]) => ({ on: fromEpochDay(day), name }));
}
