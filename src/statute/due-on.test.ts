import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay, mustBeDate, toEpochDay, weekdayOf } from '../kernel/local-date.ts';
import { isWorkingDay } from '../kernel/working-days.ts';
import { dueOn, type Limit } from './due-on.ts';
import { COUNTS } from './duty.ts';
import { readStatute } from './read-statute.ts';

const calendar = readStatute().calendars.get('england-and-wales') ?? expect.fail('no calendar');

function due(start: string, limit: number, count: Limit['count']): string | undefined {
  const day = dueOn({ limit, count }, toEpochDay(mustBeDate(start)), calendar);
  return day === undefined ? undefined : fromEpochDay(day);
}

// The vectors of the rule base, each both ways of counting.
describe('the trigger day is day 0, or day 1', () => {
  test.each([
    ['2013-01-14', 10, '2013-01-28', '2013-01-25', 'initial assessment'],
    ['2013-01-14', 35, '2013-03-04', '2013-03-01', 'core assessment'],
    ['2013-03-25', 15, '2013-04-17', '2013-04-16', 'Easter'],
    ['2022-09-16', 10, '2022-10-03', '2022-09-30', 'state funeral'],
    ['2023-04-06', 20, '2023-05-10', '2023-05-09', 'Easter and coronation'],
    ['2024-03-27', 45, '2024-06-04', '2024-06-03', 'Easter and two in May'],
    ['2024-12-20', 1, '2024-12-23', '2024-12-20', 'a Friday before Christmas'],
    ['2024-12-24', 10, '2025-01-10', '2025-01-09', 'Christmas and New Year'],
    ['2025-03-01', 15, '2025-03-21', '2025-03-21', 'a Saturday'],
  ])('from %s, %i working days end on %s, or counting the day itself on %s (%s)', (start, days, after, including) => {
    expect(due(start, days, 'working-days+')).toBe(after);
    expect(due(start, days, 'working-days=')).toBe(including);
  });

  test('26 weeks beginning with the day of issue end on a Sunday, and do not roll forward', () => {
    expect(due('2024-01-08', 26, 'weeks=')).toBe('2024-07-07');
    expect(due('2024-01-08', 26, 'weeks+')).toBe('2024-07-08');
  });
});

// Calendar months against fixed days.
describe('months are not days', () => {
  test.each([
    ['2013-01-14', '2013-04-14', '2013-04-15', '2013-07-14', '2013-07-16'],
    ['2023-11-29', '2024-02-29', '2024-02-28', '2024-05-29', '2024-05-30'],
    ['2024-02-29', '2024-05-29', '2024-05-30', '2024-08-29', '2024-08-30'],
    ['2024-08-31', '2024-11-30', '2024-11-30', '2025-02-28', '2025-03-02'],
    ['2024-11-30', '2025-02-28', '2025-03-01', '2025-05-30', '2025-06-01'],
  ])('from %s: three months %s, 91 days %s, six months %s, 183 days %s', (from, three, days91, six, days183) => {
    expect(due(from, 3, 'months+')).toBe(three);
    expect(due(from, 91, 'days+')).toBe(days91);
    expect(due(from, 6, 'months+')).toBe(six);
    expect(due(from, 183, 'days+')).toBe(days183);
  });
});

describe('other counts', () => {
  test('days, years, and hours in days', () => {
    expect(due('2026-03-01', 10, 'days=')).toBe('2026-03-10');
    expect(due('2024-02-29', 1, 'years+')).toBe('2025-02-28');
    expect(due('2013-04-12', 48, 'hours')).toBe('2013-04-14');
    expect(due('2013-04-12', 4, 'hours')).toBe('2013-04-13');
    expect(due('2013-04-12', 72, 'hours')).toBe('2013-04-15');
  });

  test('working days beyond the years held have no due day', () => {
    expect(due('2027-12-20', 45, 'working-days+')).toBeUndefined();
    expect(due('2009-12-31', 7, 'working-days+')).toBeUndefined();
    expect(due('2027-12-20', 3, 'months+')).toBe('2028-03-20');
  });

  const start = fc.integer({ min: toEpochDay(mustBeDate('2010-01-01')), max: toEpochDay(mustBeDate('2025-12-31')) });
  const length = fc.integer({ min: 1, max: 60 });

  test('a longer limit is never due sooner, nor a later start', () => {
    fc.assert(
      fc.property(start, length, fc.constantFrom(...COUNTS), (from, limit, count) => {
        const day = dueOn({ limit, count }, from, calendar) ?? Number.POSITIVE_INFINITY;
        const longer = dueOn({ limit: limit + 1, count }, from, calendar) ?? Number.POSITIVE_INFINITY;
        const later = dueOn({ limit, count }, from + 1, calendar) ?? Number.POSITIVE_INFINITY;
        return day >= from && longer >= day && later >= day;
      }),
    );
  });

  test('a working-day limit ends on a working day', () => {
    fc.assert(
      fc.property(
        start,
        length,
        fc.constantFrom('working-days+' as const, 'working-days=' as const),
        (from, limit, count) => {
          const day = dueOn({ limit, count }, from, calendar);
          return day === undefined || (isWorkingDay(calendar, day) === true && weekdayOf(day) < 5);
        },
      ),
    );
  });

  test('counting the trigger day is one day shorter for days and weeks', () => {
    fc.assert(
      fc.property(start, length, (from, limit) => {
        const days =
          Number(dueOn({ limit, count: 'days+' }, from, calendar)) -
          Number(dueOn({ limit, count: 'days=' }, from, calendar));
        const weeks =
          Number(dueOn({ limit, count: 'weeks+' }, from, calendar)) -
          Number(dueOn({ limit, count: 'weeks=' }, from, calendar));
        return days === 1 && weeks === 1;
      }),
    );
  });
});
