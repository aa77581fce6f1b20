import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, fromEpochDay, mustBeDate, toEpochDay } from '../kernel/local-date.ts';
import { calendarOf, workingDaysFrom } from '../kernel/working-days.ts';
import { type CountedDay, type Counting, countedWeeks } from './days-counted.ts';

const conference: Counting = {
  startedOn: mustBeDate('2013-03-25'),
  startWords: 'Strategy discussion',
  dueOn: mustBeDate('2013-04-17'),
  count: 'working-days',
  startCounts: false,
  holidays: [
    { on: mustBeDate('2013-03-29'), name: 'Good Friday' },
    { on: mustBeDate('2013-04-01'), name: 'Easter Monday' },
  ],
  marks: [{ on: mustBeDate('2013-04-19'), words: 'conference held' }],
};
const daysOf = (counting: Counting): CountedDay[] =>
  countedWeeks(counting).flatMap((week) => ('days' in week ? week.days : []));
const on = (days: CountedDay[], date: string) => days.find((day) => day.on === date);

describe('the days counted', () => {
  test('fifteen working days over Easter: day 0, holidays by name, the due day and two late', () => {
    const days = daysOf(conference);
    expect(days).toHaveLength(28);
    expect(on(days, '2013-03-25')).toMatchObject({ is: 'start', number: 0, words: ['Strategy discussion'] });
    expect(on(days, '2013-03-29')).toMatchObject({ is: 'off', holiday: 'Good Friday', number: null });
    expect(on(days, '2013-03-30')).toMatchObject({ is: 'off', holiday: null });
    expect(on(days, '2013-04-02')).toMatchObject({ is: 'counted', number: 4 });
    expect(on(days, '2013-04-17')).toMatchObject({ is: 'due', number: 15 });
    expect(on(days, '2013-04-19')).toMatchObject({ is: 'late', number: 2, words: ['conference held'] });
  });

  test('met in time: nothing is late and the days go on to the due day', () => {
    const days = daysOf({ ...conference, marks: [{ on: mustBeDate('2013-04-03'), words: 'conference held' }] });
    expect(days.some(({ is }) => is === 'late')).toBe(false);
    expect(on(days, '2013-04-03')).toMatchObject({ is: 'counted', number: 5, words: ['conference held'] });
  });

  test('the number on the due day is the limit, whatever the limit and the start', () => {
    const calendar = calendarOf(
      'test',
      2012,
      2014,
      new Map(conference.holidays.map(({ on: day, name }) => [day, name])),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        (offset, limit, startCounts) => {
          const startedOn = addDays(mustBeDate('2013-01-07'), offset);
          const due = workingDaysFrom(calendar, toEpochDay(startedOn), limit, startCounts);
          if (due === undefined || due === toEpochDay(startedOn)) return;
          const days = daysOf({ ...conference, startedOn, dueOn: fromEpochDay(due), startCounts, marks: [] });
          expect(days.find(({ is }) => is === 'due')?.number).toBe(limit);
        },
      ),
    );
  });

  test('weeks in which nothing happens are left out of a long count, and said', () => {
    const weeks = countedWeeks({
      ...conference,
      dueOn: mustBeDate('2014-03-25'),
      count: 'none',
      holidays: [],
      marks: [],
    });
    const leftOut = weeks.filter((week) => 'leftOut' in week);
    expect(leftOut).toEqual([{ leftOut: 49, from: '2013-04-08', until: '2014-03-16' }]);
    expect(weeks).toHaveLength(5);
    expect(
      on(daysOf({ ...conference, dueOn: mustBeDate('2014-03-25'), count: 'none' }), '2013-03-26')?.number,
    ).toBeNull();
  });
});
