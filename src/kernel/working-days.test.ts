import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EpochDay, fromEpochDay, type LocalDate, mustBeDate, toEpochDay } from './local-date.ts';
import { calendarOf, holidaysSkipped, isWorkingDay, workingDaysBetween, workingDaysFrom } from './working-days.ts';

const day = (text: string): EpochDay => toEpochDay(mustBeDate(text));
const holidays = new Map<LocalDate, string>([
  [mustBeDate('2013-01-01'), 'New Year’s Day'],
  [mustBeDate('2013-03-29'), 'Good Friday'],
  [mustBeDate('2013-04-01'), 'Easter Monday'],
  [mustBeDate('2013-06-15'), 'A holiday on a Saturday'],
]);
const calendar = calendarOf('for-tests', 2013, 2013, holidays);
const inYear = fc.integer({ min: day('2013-01-01'), max: day('2013-12-31') });

/** The slow way: one day after another. Knows nothing of the tables. */
function walk(start: EpochDay, workingDays: number, startCounts: boolean): EpochDay | undefined {
  let [at, left] = [startCounts ? start - 1 : start, workingDays];
  while (left > 0) {
    at += 1;
    const date = fromEpochDay(at);
    if (date > '2013-12-31') return undefined;
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays.has(date)) left -= 1;
  }
  return at;
}

describe('working days', () => {
  test('a weekend and a holiday are not worked; outside the years held there is no answer', () => {
    expect(isWorkingDay(calendar, day('2013-03-28'))).toBe(true);
    expect(isWorkingDay(calendar, day('2013-03-29'))).toBe(false);
    expect(isWorkingDay(calendar, day('2013-03-30'))).toBe(false);
    expect(isWorkingDay(calendar, day('2014-01-01'))).toBeUndefined();
    expect(isWorkingDay(calendar, day('2012-12-31'))).toBeUndefined();
  });

  test('counting agrees with walking day by day', () => {
    fc.assert(
      fc.property(inYear, fc.integer({ min: 1, max: 300 }), fc.boolean(), (start, days, startCounts) => {
        return workingDaysFrom(calendar, start, days, startCounts) === walk(start, days, startCounts);
      }),
      { numRuns: 500 },
    );
  });

  test('a limit that leaves the years held has no answer, never a guess', () => {
    expect(workingDaysFrom(calendar, day('2013-12-31'), 1, false)).toBeUndefined();
    expect(workingDaysFrom(calendar, day('2013-12-31'), 1, true)).toBe(day('2013-12-31'));
    expect(workingDaysFrom(calendar, day('2012-12-31'), 1, false)).toBeUndefined();
    expect(workingDaysFrom(calendar, day('2014-01-01'), 1, false)).toBeUndefined();
    expect(workingDaysBetween(calendar, day('2013-12-01'), day('2014-01-01'))).toBeUndefined();
  });

  test('the days between a start and its due day are the limit', () => {
    fc.assert(
      fc.property(inYear, fc.integer({ min: 1, max: 200 }), (start, days) => {
        const due = workingDaysFrom(calendar, start, days, false);
        return due === undefined || workingDaysBetween(calendar, start, due) === days;
      }),
    );
  });

  test('the trigger on a day that is not worked: both ways of counting agree', () => {
    fc.assert(
      fc.property(inYear, fc.integer({ min: 1, max: 100 }), (start, days) => {
        if (isWorkingDay(calendar, start)) return true;
        return workingDaysFrom(calendar, start, days, false) === workingDaysFrom(calendar, start, days, true);
      }),
    );
  });

  test('the holidays skipped are those that would have been worked, by name', () => {
    expect(holidaysSkipped(calendar, day('2013-03-25'), day('2013-04-17'))).toEqual([
      { on: '2013-03-29', name: 'Good Friday' },
      { on: '2013-04-01', name: 'Easter Monday' },
    ]);
    expect(holidaysSkipped(calendar, day('2013-06-10'), day('2013-06-20'))).toEqual([]);
    expect(holidaysSkipped(calendar, day('2013-03-29'), day('2013-03-31'))).toEqual([]);
  });
});
