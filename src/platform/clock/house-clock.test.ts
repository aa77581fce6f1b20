import { expect, test } from 'vitest';
import { dayInLondon } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { realClock, standingClock } from './house-clock.ts';

const at = (text: string) => () => Date.parse(text);

test('a real clock tells the day of England, not of UTC', () => {
  const clock = realClock(at('2026-07-01T23:30:00.000Z'));
  expect(clock.now()).toBe('2026-07-01T23:30:00.000Z');
  expect(clock.today()).toBe('2026-07-02');
});

test('a standing clock keeps its day while the time of day goes on', () => {
  const day = '2026-03-31' as LocalDate;
  const winter = standingClock(day, at('2027-01-15T09:05:07.089Z'));
  expect(winter.now()).toBe('2026-03-31T08:05:07.089Z'); // 09:05 in England on either day
  expect(winter.today()).toBe(day);
  for (let hour = 0; hour < 24; hour += 1) {
    const wall = Date.parse('2027-07-15T00:00:00.000Z') + hour * 3_600_000;
    expect(dayInLondon(standingClock(day, () => wall).now())).toBe(day);
  }
});
