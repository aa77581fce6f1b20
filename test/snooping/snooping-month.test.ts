import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { alertsOfMonth, judge, simulateMonth } from './simulated-month.ts';

const seeds = Array.from({ length: 3 }, () => randomInt(1, 2 ** 31));

test.each(seeds)(
  'a month that nobody has seen before, seed %i: who looked without need is found, hardly anybody else named',
  (seed) => {
    const month = simulateMonth(seed);
    const { missed, falseAlerts, views } = judge(month, alertsOfMonth(month.seen));
    expect(missed.map(({ sort }) => sort)).toEqual([]);
    expect((falseAlerts.length / views) * 1_000).toBeLessThanOrEqual(1);
    expect(views).toBeGreaterThan(80_000);
  },
);

test('the month is the same for the same seed', () => {
  const [one, other] = [simulateMonth(7), simulateMonth(7)];
  expect(one.planted).toEqual(other.planted);
  expect(alertsOfMonth(one.seen)).toEqual(alertsOfMonth(other.seen));
});
