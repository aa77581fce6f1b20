import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay, weekdayOf } from '../../../kernel/local-date.ts';
import { type Calendar, isWorkingDay } from '../../../kernel/working-days.ts';
import type { Count } from '../../../statute/duty.ts';

/** One day of the calendar that shows how a limit was counted. */
export type CountedDay = {
  readonly on: LocalDate;
  readonly is: 'before' | 'start' | 'counted' | 'not-counted' | 'due' | 'late' | 'after';
  /** The day's number in the limit, or the days late; null where it is not counted. */
  readonly number: number | null;
  /** The name of the bank holiday that is not counted. */
  readonly holiday: string | null;
  /** The day on which the duty was met. */
  readonly met: boolean;
};

export type CountedWeeks = {
  /** Whole weeks, Monday first. */
  readonly weeks: readonly (readonly CountedDay[])[];
  /** Days late (in the unit of the limit) that the weeks do not show, because nobody would read them. */
  readonly notShown: number;
};

export type CountedFrom = {
  readonly start: LocalDate;
  readonly due: LocalDate;
  /** The day on which it was met; null while nothing has met it. */
  readonly met: LocalDate | null;
  /** The last day on which lateness is counted: met, ended, or the day that was asked about. */
  readonly until: LocalDate;
  readonly count: Count;
};

const WEEKS_SHOWN = 16;
const WEEKS_LATE_SHOWN = 3;

const inWorkingDays = (count: Count): boolean => count.startsWith('working-days');

/** Only limits that a person can check by counting are drawn: days, weeks and working days, up to sixteen weeks. */
export const canBeCounted = ({ start, due, count }: Pick<CountedFrom, 'start' | 'due' | 'count'>): boolean =>
  !count.startsWith('months') &&
  !count.startsWith('years') &&
  count !== 'hours' &&
  due >= start &&
  toEpochDay(due) - toEpochDay(start) <= WEEKS_SHOWN * 7;

/**
 * The days from the start to the due day, and the days late after it, in whole weeks. Days before the start and
 * after the end fill the first and last week. Days outside the calendar's years count as worked: the engine has
 * refused such a clock before it comes here.
 */
export function countedDays(from: CountedFrom, calendar: Calendar): CountedWeeks {
  const start = toEpochDay(from.start);
  const due = toEpochDay(from.due);
  const until = Math.max(due, toEpochDay(from.until));
  const shownUntil = Math.min(until, due + WEEKS_LATE_SHOWN * 7);
  const first = start - weekdayOf(start);
  const last = shownUntil + (6 - weekdayOf(shownUntil));
  const walk = numbering(from, calendar, { start, due, until });
  const days: CountedDay[] = [];
  for (let day = first; day <= last; day += 1) days.push(walk(day));
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  let notShown = 0;
  for (let day = last + 1; day <= until; day += 1) if (isCounted(day, from.count, calendar)) notShown += 1;
  return { weeks, notShown };
}

const isCounted = (day: EpochDay, count: Count, calendar: Calendar): boolean =>
  !inWorkingDays(count) || isWorkingDay(calendar, day) !== false;

/** Gives each day its part, in order; it counts as it goes, so days must be asked in order. */
function numbering(
  { count, met }: CountedFrom,
  calendar: Calendar,
  { start, due, until }: { start: EpochDay; due: EpochDay; until: EpochDay },
): (day: EpochDay) => CountedDay {
  let reached = 0;
  let late = 0;
  return (day) => {
    const on = fromEpochDay(day);
    const holiday = inWorkingDays(count) ? (calendar.holidays.get(day) ?? null) : null;
    const common = { on, holiday, met: met === on };
    if (day < start) return { ...common, is: 'before', number: null };
    const counts = isCounted(day, count, calendar);
    if (day === start && !(count.endsWith('=') && counts)) return { ...common, is: 'start', number: 0 };
    if (day > until) return { ...common, is: 'after', number: null };
    if (!counts) return { ...common, is: 'not-counted', number: null };
    if (day > due) {
      late += 1;
      return { ...common, is: 'late', number: late };
    }
    reached += 1;
    return { ...common, is: day === due ? 'due' : day === start ? 'start' : 'counted', number: reached };
  };
}
