import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay, type LocalDate, mustBeDate } from '../kernel/local-date.ts';
import { type DateAsked, dateTyped, readDateBoxes, readDateText, understood } from './date-boxes.ts';
import { longDay, MONTHS, plainDay, shortDay } from './dates-in-words.ts';

const asked: DateAsked = { what: 'The day of the visit' };
const boxes = (day: string, month: string, year: string) => readDateBoxes({ day, month, year }, asked);
const anyDay = fc.integer({ min: -30_000, max: 60_000 }).map(fromEpochDay);

describe('three boxes', () => {
  test.each([
    ['27', '3', '2015'],
    ['27', '03', '2015'],
    ['27th', 'March', '2015'],
    ['27', 'mar.', '2015'],
    ['27 March 2015', '', ''],
  ])('%s %s %s is 27 March 2015', (day, month, year) => {
    expect(boxes(day, month, year)).toEqual({ is: 'date', date: '2015-03-27' });
  });

  test('September is also Sept', () => expect(boxes('1', 'Sept', '2026')).toEqual({ is: 'date', date: '2026-09-01' }));

  test('nothing typed is nothing, never today', () => expect(boxes('', '', '')).toEqual({ is: 'empty' }));

  test.each([
    ['', '3', '2015', 'The day of the visit must include a day', ['day']],
    ['27', '', '', 'The day of the visit must include a month and a year', ['month', 'year']],
    ['27', '3', '15', 'The day of the visit must have the year in full, such as 2015', ['year']],
    ['27', '13', '2015', 'The day of the visit must have a real month, such as 3 or March', ['month']],
    ['27', 'Ma', '2015', 'The day of the visit must have a real month, such as 3 or March', ['month']],
    ['29', '2', '2015', 'The day of the visit must be a real day: February 2015 has 28 days', ['day']],
    ['x', '2', '2015', 'The day of the visit must be a real day: February 2015 has 28 days', ['day']],
    ['27', '3', '0015', 'The day of the visit must have a year of four numbers', ['year']],
  ])('%s %s %s is refused', (day, month, year, text, parts) => {
    expect(boxes(day, month, year)).toEqual({ is: 'fault', text, parts });
  });

  test('a day that cannot be is refused with the reason', () => {
    const visit: DateAsked = {
      ...asked,
      notAfter: { day: mustBeDate('2026-11-20'), words: 'today' },
      notBefore: { day: mustBeDate('2018-02-14'), words: 'the birth' },
    };
    expect(readDateText('21 11 2026', visit)).toMatchObject({
      text: 'The day of the visit must not be after today, 20 November 2026',
    });
    expect(readDateText('13 2 2018', visit)).toMatchObject({
      text: 'The day of the visit must not be before the birth, 14 February 2018',
    });
    expect(readDateText('20 11 2026', visit)).toEqual({ is: 'date', date: '2026-11-20' });
  });

  test('the boxes of a form are found by name; what is not text counts as nothing', () => {
    expect(dateTyped({ 'seen-day': ' 27 ', 'seen-month': ['3'], other: 'x' }, 'seen')).toEqual({
      day: '27',
      month: '',
      year: '',
    });
  });
});

describe('one line', () => {
  const ways: ((date: LocalDate) => string)[] = [
    (date) => date,
    plainDay,
    shortDay,
    longDay,
    (date) => `${Number(date.slice(8))} ${Number(date.slice(5, 7))} ${date.slice(0, 4)}`,
    (date) => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`,
    (date) => `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`,
    (date) => `${MONTHS[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(8))}, ${date.slice(0, 4)}`,
  ];

  test('any day, written in any of these ways, is read as itself and said back', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...ways), (date, way) => {
        const read = readDateText(way(date), asked);
        expect(read).toEqual({ is: 'date', date });
        expect(understood(read)).toBe(`Understood as ${longDay(date)}.`);
      }),
    );
  });

  test('a weekday that does not fit is not passed over', () => {
    expect(readDateText('Monday 27 March 2015', asked)).toMatchObject({
      text: '27 March 2015 is a Friday, not a Monday: check which is right',
    });
  });

  test('anything else is refused, and never becomes a date that was not typed', () => {
    expect(readDateText('  ', asked)).toEqual({ is: 'empty' });
    for (const text of ['yesterday', '27 March', '27 March 2015 at 3', '2015', '3 27 2015']) {
      expect(readDateText(text, asked), text).toMatchObject({ is: 'fault' });
    }
    fc.assert(fc.property(fc.string(), (text) => readDateText(text, asked).is !== 'date' || /\d{4}/.test(text)));
  });
});
