import { describe, expect, test } from 'vitest';
import type { Instant } from '../kernel/instant.ts';
import { mustBeDate } from '../kernel/local-date.ts';
import { askedQuery, readAsked } from './asked.ts';

const times = {
  mark: '2026-11-20T09:05:00.000Z' as Instant,
  spokenUntil: mustBeDate('2026-03-31'),
  today: mustBeDate('2026-11-20'),
};
const typed = (day: string, month: string, year: string, more = {}) => readAsked({ day, month, year, ...more }, times);

test('nothing typed: as known now, on the latest day of which the sources speak', () => {
  expect(readAsked({}, times)).toMatchObject({
    asked: { on: '2026-03-31', knownAt: times.mark, how: 'now' },
    typed: { day: '', month: '', year: '' },
    fault: null,
  });
});

test('a day gone by is known as of the end of it, by the clocks of England', () => {
  expect(typed('5', '7', '2026').asked).toMatchObject({
    on: '2026-07-05',
    knownAt: '2026-07-05T22:59:59.999Z',
    how: 'then',
  });
  expect(typed('5', 'Jul', '2026').asked.on).toBe('2026-07-05');
});

test('today is known up to the settled mark, and hindsight always', () => {
  expect(typed('20', '11', '2026').asked.knownAt).toBe(times.mark);
  expect(typed('5', '7', '2026', { known: 'now' }).asked).toMatchObject({ knownAt: times.mark, how: 'hindsight' });
});

describe('what cannot be a day gets a sentence, and no other day', () => {
  test.each([
    ['31', '2', '2026', 'February 2026 has 28 days'],
    ['5', '', '2024', 'The day must include a month'],
    ['5', '12', '24', 'the year in full, such as 2024'],
    ['x', '12', '2024', 'The day must be a real day'],
    ['21', '11', '2026', 'must not be after today, 20 November 2026'],
  ])('%s %s %s', (day, month, year, sentence) => {
    const read = typed(day, month, year);
    expect(read.fault).toContain(sentence);
    expect(read.asked.how).toBe('now');
    expect(read.typed).toEqual({ day, month, year });
  });
});

test('a link carries what was asked', () => {
  for (const more of [{}, { known: 'now' }]) {
    const { asked } = typed('5', '7', '2026', more);
    const query = Object.fromEntries(new URLSearchParams(askedQuery(asked)));
    expect(readAsked(query, times).asked).toEqual(asked);
  }
  expect(askedQuery(readAsked({}, times).asked)).toBe('');
});
