import { expect, test } from 'vitest';
import { countOf, dueDate, listOf, longDate, plainDate, shortDate, shortMoment, timeOfDay } from './in-words.ts';
import { instantInLondon } from './instant.ts';
import { mustBeDate } from './local-date.ts';

const day = mustBeDate('2013-04-17');

test('a day in four lengths', () => {
  expect(shortDate(day)).toBe('17 Apr 2013');
  expect(plainDate(day)).toBe('17 April 2013');
  expect(dueDate(day)).toBe('Wed 17 Apr 2013');
  expect(longDate(day)).toBe('Wednesday 17 April 2013');
  expect(shortDate(mustBeDate('2026-09-01'))).toBe('1 Sep 2026');
});

test('times are those that clocks in England show', () => {
  const at = (time: string): string => timeOfDay(instantInLondon(mustBeDate('2026-07-01'), time));
  expect([at('00:00'), at('00:05'), at('09:00'), at('09:05'), at('12:00'), at('12:30'), at('17:40')]).toEqual([
    'midnight',
    '12.05am',
    '9am',
    '9.05am',
    'noon',
    '12.30pm',
    '5.40pm',
  ]);
  expect(shortMoment(instantInLondon(day, '17:40'))).toBe('17 Apr 2013, 5.40pm');
});

test('numbers carry their noun, lists their "and"', () => {
  expect([countOf(1, 'day'), countOf(0, 'day'), countOf(1012, 'day'), countOf(2, 'child', 'children')]).toEqual([
    '1 day',
    '0 days',
    '1,012 days',
    '2 children',
  ]);
  expect([listOf([]), listOf(['a']), listOf(['a', 'b']), listOf(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});
