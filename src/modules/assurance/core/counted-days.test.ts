import { describe, expect, test } from 'vitest';
import { type LocalDate, mustBeDate } from '../../../kernel/local-date.ts';
import { calendarOf } from '../../../kernel/working-days.ts';
import { canBeCounted, countedDays } from './counted-days.ts';

const calendar = calendarOf(
  'england-and-wales',
  2013,
  2013,
  new Map<LocalDate, string>([
    [mustBeDate('2013-03-29'), 'Good Friday'],
    [mustBeDate('2013-04-01'), 'Easter Monday'],
  ]),
);
const easter = {
  start: mustBeDate('2013-03-25'),
  due: mustBeDate('2013-04-17'),
  met: mustBeDate('2013-04-19'),
  until: mustBeDate('2013-04-19'),
  count: 'working-days+',
} as const;

describe('the conference of Easter 2013', () => {
  const { weeks, notShown } = countedDays(easter, calendar);
  const day = (on: string) => weeks.flat().find((each) => each.on === on);

  test('four whole weeks, from Monday', () => {
    expect(weeks.map((week) => [week.length, week[0]?.on])).toEqual([
      [7, '2013-03-25'],
      [7, '2013-04-01'],
      [7, '2013-04-08'],
      [7, '2013-04-15'],
    ]);
    expect(notShown).toBe(0);
  });

  test('the first day is day 0, the fifteenth is due, then two are late', () => {
    expect(day('2013-03-25')).toMatchObject({ is: 'start', number: 0 });
    expect(day('2013-03-28')).toMatchObject({ is: 'counted', number: 3 });
    expect(day('2013-04-17')).toMatchObject({ is: 'due', number: 15, met: false });
    expect(day('2013-04-19')).toMatchObject({ is: 'late', number: 2, met: true });
    expect(day('2013-04-20')).toMatchObject({ is: 'after', number: null });
  });

  test('holidays are named and not counted', () => {
    expect(day('2013-03-29')).toMatchObject({ is: 'not-counted', holiday: 'Good Friday', number: null });
    expect(day('2013-04-01')).toMatchObject({ is: 'not-counted', holiday: 'Easter Monday' });
    expect(day('2013-03-30')).toMatchObject({ is: 'not-counted', holiday: null });
  });
});

test('counted inclusively, the first day is day 1', () => {
  const { weeks } = countedDays({ ...easter, due: mustBeDate('2013-04-16'), count: 'working-days=' }, calendar);
  expect(weeks.flat()[0]).toMatchObject({ is: 'start', number: 1 });
  expect(weeks.flat().find(({ is }) => is === 'due')).toMatchObject({ on: '2013-04-16', number: 15 });
});

test('a long lateness is cut, and what is cut is counted', () => {
  const { weeks, notShown } = countedDays({ ...easter, met: null, until: mustBeDate('2013-06-28') }, calendar);
  expect(weeks).toHaveLength(7);
  expect(notShown).toBe(35);
});

test('months and hours are not counted out on a calendar', () => {
  expect(canBeCounted({ ...easter, count: 'months+' })).toBe(false);
  expect(canBeCounted({ ...easter, count: 'hours' })).toBe(false);
  expect(canBeCounted(easter)).toBe(true);
});
