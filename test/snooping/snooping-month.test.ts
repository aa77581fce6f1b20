import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { recount } from './recounted-evidence.ts';
import { alertsOfMonth, judge, type Seen, simulateMonth } from './simulated-month.ts';

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

const month = simulateMonth(7);
const alerts = alertsOfMonth(month.seen);

test('the month is the same for the same seed', () => {
  const other = simulateMonth(7);
  expect(other.planted).toEqual(month.planted);
  expect(alertsOfMonth(other.seen)).toEqual(alerts);
});

test('what is said about somebody is the same when nobody else reads anything', () => {
  const { seen, planted } = month;
  for (const { reader } of planted) {
    const alone: Seen = { ...seen, viewsOf: (asked) => (asked === reader ? seen.viewsOf(asked) : []) };
    const said = alertsOfMonth(alone);
    expect(said.length).toBeGreaterThan(0);
    expect(said).toEqual(alerts.filter((alert) => alert.reader === reader));
  }
});

test('the evidence of every alert can be counted again from the lines that it names, all of them the reader’s own', () => {
  const { seen } = month;
  for (const { reader, findings } of alerts) {
    const own = new Map(seen.viewsOf(reader).map((view) => [view.line, view]));
    for (const { kind, counts, lines } of findings) {
      const views = lines.map((line) => own.get(line) ?? expect.fail(`line ${line} is not of ${reader}`));
      expect(counts, kind).toMatchObject(recount(kind, views));
    }
  }
  expect(new Set(alerts.flatMap(({ findings }) => findings.map(({ kind }) => kind))).size).toBeGreaterThan(5);
});
