import { expect, test } from 'vitest';
import { mustBeDate } from '../../../kernel/local-date.ts';
import { calendarOf } from '../../../kernel/working-days.ts';
import { dueColumns, dueRows } from './due-columns.ts';

const day = mustBeDate;
const calendar = calendarOf(
  'test',
  2026,
  2026,
  new Map([
    [day('2026-12-25'), 'Christmas Day'],
    [day('2026-12-28'), 'Boxing Day'],
  ]),
);

test('ten working days, over weekends and bank holidays named by the calendar', () => {
  expect(dueColumns(calendar, day('2026-11-20'))).toEqual({
    days: [
      '2026-11-20',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
    ],
    until: '2026-12-06',
  });
  expect(dueColumns(calendar, day('2026-12-10'))?.days.slice(-2)).toEqual(['2026-12-23', '2026-12-24']);
  expect(dueColumns(calendar, day('2026-12-10'))?.until).toBe('2026-12-28');
});

test('where holidays are not known so far ahead nobody can count', () => {
  expect(dueColumns(calendar, day('2026-12-20'))).toBeUndefined();
});

test('a weekend’s due days stand under the Friday before; what lies beyond is not counted', () => {
  const columns = dueColumns(calendar, day('2026-11-20'));
  if (!columns) throw new Error('no columns');
  const rows = dueRows(columns, [
    { duty: 'visit', due: day('2026-11-21'), clocks: 2 },
    { duty: 'visit', due: day('2026-11-20'), clocks: 1 },
    { duty: 'visit', due: day('2026-12-06'), clocks: 4 },
    { duty: 'visit', due: day('2026-12-07'), clocks: 99 },
    { duty: 'review', due: day('2026-11-24'), clocks: 8 },
  ]);
  expect(rows).toEqual([
    { duty: 'review', counts: [0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0], all: 8 },
    { duty: 'visit', counts: [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4], all: 7 },
  ]);
});
