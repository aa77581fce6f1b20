import { expect, test } from 'vitest';
import { classesOf, contradictions, notTold } from './compare-trio.ts';
import { trioOfCounty } from './trio-of-county.ts';

const drawn = Array.from({ length: 3 }, () => Math.floor(Math.random() * 2 ** 31));

test.each(drawn)('a county of 300 and its own three files agree on every clock: seed %i', async (seed) => {
  const compared = await trioOfCounty(seed, 300);
  const { owed, missed } = notTold(compared);
  expect([classesOf(contradictions(compared)), classesOf(missed)]).toEqual([[], []]);
  expect(owed).toBeGreaterThan(400);
});
