import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { alertsOfMonth, judge, simulateMonth } from './simulated-month.ts';

const MONTHS = 200;
const first = randomInt(1, 2 ** 30);

test(`${MONTHS} unseen months from seed ${first}: every planted reader is found in each`, () => {
  let [alerts, wrong, views] = [0, 0, 0];
  const missed: string[] = [];
  for (let seed = first; seed < first + MONTHS; seed += 1) {
    const month = simulateMonth(seed);
    const judged = judge(month, alertsOfMonth(month.seen));
    missed.push(...judged.missed.map(({ sort }) => `${seed}: ${sort}`));
    expect((judged.falseAlerts.length / judged.views) * 1_000, `seed ${seed}`).toBeLessThanOrEqual(1);
    alerts += judged.alerts;
    wrong += judged.falseAlerts.length;
    views += judged.views;
  }
  console.info(
    `precision ${((alerts - wrong) / alerts).toFixed(2)}, ${((wrong / views) * 1_000).toFixed(2)} false alerts in 1,000 views`,
  );
  expect(missed).toEqual([]);
});
