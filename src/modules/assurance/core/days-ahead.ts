import { fromEpochDay, type LocalDate, toEpochDay } from '../../../kernel/local-date.ts';
import { type Calendar, workingDaysFrom } from '../../../kernel/working-days.ts';

/** The week that a manager can still act in, and the fortnight that a worker plans. */
export const WEEK = 5;
export const FORTNIGHT = 10;

/** How far ahead a caseload is read. What falls due on a weekend after the last working day belongs to it still. */
export type DaysAhead = {
  /** The last working day of it: the day that is named. */
  readonly lastWorked: LocalDate;
  /** The last due day that is counted: the day before the next working day. */
  readonly until: LocalDate;
};

/** So many working days after a day; undefined where bank holidays are not known so far ahead. */
export function daysAhead(calendar: Calendar, on: LocalDate, workingDays: number): DaysAhead | undefined {
  const day = toEpochDay(on);
  const last = workingDaysFrom(calendar, day, workingDays, false);
  const beyond = workingDaysFrom(calendar, day, workingDays + 1, false);
  if (last === undefined || beyond === undefined) return undefined;
  return { lastWorked: fromEpochDay(last), until: fromEpochDay(beyond - 1) };
}
