import { type Instant, instantInLondon } from '../../../../kernel/instant.ts';
import { addDays, addMonths, daysBetween, type LocalDate, localDate } from '../../../../kernel/local-date.ts';

/** A month of the access log, as English clocks have it: `2026-03`. */
export type LogMonth = string & { readonly LogMonth: unique symbol };

/** A stretch of the log that is asked for: the first moment is in it, the last is not. */
export type LogStretch = { readonly from: Instant; readonly until: Instant };

const firstDay = (month: string): LocalDate | undefined => localDate(`${month}-01`);

/** Reads a month; undefined for anything else. */
export const logMonth = (text: string): LogMonth | undefined =>
  /^\d{4}-\d{2}$/.test(text) && firstDay(text) !== undefined ? (text as LogMonth) : undefined;

export const monthOfDay = (day: LocalDate): LogMonth => day.slice(0, 7) as LogMonth;

/** From the first midnight of a month to that of the next. */
export function stretchOfMonth(month: LogMonth): LogStretch {
  const first = `${month}-01` as LocalDate;
  return { from: instantInLondon(first, '00:00'), until: instantInLondon(addMonths(first, 1), '00:00') };
}

/** From the first midnight of `from` to the last of `until`: both days are in it. */
export const stretchOfDays = (from: LocalDate, until: LocalDate): LogStretch => ({
  from: instantInLondon(from, '00:00'),
  until: instantInLondon(addDays(until, 1), '00:00'),
});

/** The most days that one question about everybody may span. */
export const MOST_LOG_DAYS = 92;

/** Says what is wrong with two days; undefined when they can be asked for. */
export function faultOfDays(from: LocalDate, until: LocalDate): string | undefined {
  if (from > until) return 'The last day must not be before the first';
  return daysBetween(from, until) >= MOST_LOG_DAYS ? `Ask for at most ${MOST_LOG_DAYS} days at once` : undefined;
}
