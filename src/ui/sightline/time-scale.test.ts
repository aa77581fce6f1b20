import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, mustBeDate } from '../../kernel/local-date.ts';
import { FIRST_WEEK, ONLY_A_FILE, YEARS } from './example-pictures.ts';
import { rangeOf, scaleOf, ticksOf } from './time-scale.ts';

describe('time across a picture', () => {
  test('begins with the quarter of the first thing and leaves room for what is due', () => {
    expect(rangeOf(YEARS)).toEqual({ from: '2024-01-01', until: '2027-02-12' });
    expect(rangeOf(ONLY_A_FILE).from).toBe('2025-09-01');
  });

  test('the future of a long record is at most a third of the picture', () => {
    const far = {
      ...YEARS,
      lanes: [
        ...YEARS.lanes,
        { ...FIRST_WEEK.lanes[3], parts: [{ is: 'due', on: mustBeDate('2033-01-01'), what: '' }] },
      ],
    };
    const { from, until } = rangeOf(far as typeof YEARS);
    expect(daysBetween(YEARS.today, until)).toBeLessThanOrEqual(daysBetween(from, until) / 3 + 1);
  });

  test('lines of time are weeks, months, quarters or years as the range needs, with each year said', () => {
    expect(ticksOf(rangeOf(FIRST_WEEK)).map(({ label }) => label)).toEqual([
      '2 Nov',
      '9 Nov',
      '16 Nov',
      '23 Nov',
      '30 Nov',
      '7 Dec',
    ]);
    expect(
      ticksOf(rangeOf(YEARS))
        .filter(({ year }) => year)
        .map(({ year }) => year),
    ).toEqual(['2024', '2025', '2026', '2027']);
    const decades = ticksOf({ from: mustBeDate('2008-01-01'), until: mustBeDate('2026-11-20') });
    expect(decades.every(({ on, label }) => on.endsWith('-01-01') && label === '')).toBe(true);
  });

  test('a later day never stands further left, and every day stands between the ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 9_000 }), fc.integer({ min: 0, max: 900 }), (offset, later) => {
        const range = rangeOf(YEARS);
        const at = scaleOf(range, 96, 906);
        const [one, other] = [at(addDays(range.from, offset)), at(addDays(range.from, offset + later))];
        expect(other).toBeGreaterThanOrEqual(one);
        expect(one).toBeGreaterThanOrEqual(96);
        expect(other).toBeLessThanOrEqual(906);
      }),
    );
  });
});
