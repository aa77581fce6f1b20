import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  civilOf,
  daysBetween,
  daysInMonth,
  epochDayOf,
  fromEpochDay,
  isWeekend,
  localDate,
  mustBeDate,
  toEpochDay,
  weekdayOf,
} from './local-date.ts';

const day = mustBeDate;
const anyDay = fc.integer({ min: epochDayOf(1900, 1, 1), max: epochDayOf(2100, 12, 31) });

describe('a day of the calendar', () => {
  test('every day from 1900 to 2100 agrees with the calendar that JavaScript keeps', () => {
    for (let epochDay = epochDayOf(1900, 1, 1); epochDay <= epochDayOf(2100, 12, 31); epochDay += 1) {
      const date = new Date(epochDay * 86_400_000);
      const text = date.toISOString().slice(0, 10);
      if (fromEpochDay(epochDay) !== text || toEpochDay(text as never) !== epochDay) expect.fail(text);
      if (weekdayOf(epochDay) !== (date.getUTCDay() + 6) % 7) expect.fail(`weekday of ${text}`);
      if (localDate(text) !== text) expect.fail(`reading ${text}`);
    }
  });

  test.each([
    '2013-02-29',
    '2013-04-31',
    '2013-13-01',
    '2013-00-10',
    '2013-1-1',
    '13-01-01',
    '2013-01-01T00:00',
    '',
    '0999-12-31',
  ])('%j is not a day', (text) => {
    expect(localDate(text)).toBeUndefined();
    expect(() => mustBeDate(text)).toThrow('not a date');
  });

  test('leap years: by four, not by a hundred, by four hundred', () => {
    expect([2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
    expect(localDate('2000-02-29')).toBe('2000-02-29');
    expect(localDate('1900-02-29')).toBeUndefined();
  });

  test('civil parts come back as they went in', () => {
    fc.assert(
      fc.property(anyDay, (epochDay) => {
        const { year, month, day: of } = civilOf(epochDay);
        return epochDayOf(year, month, of) === epochDay;
      }),
    );
  });

  test('adding days and counting them back are one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        return daysBetween(fromEpochDay(from), addDays(fromEpochDay(from), days)) === days;
      }),
    );
  });
});

describe('months', () => {
  // Legal months and fixed days disagree.
  test.each([
    ['2013-01-14', '2013-04-14', '2013-07-14'],
    ['2023-11-29', '2024-02-29', '2024-05-29'],
    ['2024-02-29', '2024-05-29', '2024-08-29'],
    ['2024-08-31', '2024-11-30', '2025-02-28'],
    ['2024-11-30', '2025-02-28', '2025-05-30'],
  ])('from %s, three months end on %s and six on %s', (from, three, six) => {
    expect([addMonths(day(from), 3), addMonths(day(from), 6)]).toEqual([three, six]);
  });

  test('a month later is the same day of the month, or the last day of a month that lacks it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 600 }), (from, months) => {
        const before = civilOf(from);
        const after = civilOf(toEpochDay(addMonths(fromEpochDay(from), months)));
        const elapsed = after.year * 12 + after.month - (before.year * 12 + before.month);
        const last = daysInMonth(after.year, after.month);
        return elapsed === months && after.day === Math.min(before.day, last);
      }),
    );
  });
});

describe('age and weekends', () => {
  test('a birthday on 29 February falls on 28 February in a common year', () => {
    expect(ageOn(day('2008-02-29'), day('2013-02-27'))).toBe(4);
    expect(ageOn(day('2008-02-29'), day('2013-02-28'))).toBe(5);
    expect(ageOn(day('2008-02-29'), day('2012-02-28'))).toBe(3);
    expect(ageOn(day('2008-02-29'), day('2012-02-29'))).toBe(4);
  });

  test('before the birth the age is negative', () => {
    expect(ageOn(day('2026-05-01'), day('2026-04-30'))).toBe(-1);
  });

  test('Saturday and Sunday are the weekend', () => {
    const week = ['2013-01-14', '2013-01-15', '2013-01-16', '2013-01-17', '2013-01-18', '2013-01-19', '2013-01-20'];
    expect(week.map((each) => isWeekend(day(each)))).toEqual([false, false, false, false, false, true, true]);
  });
});
