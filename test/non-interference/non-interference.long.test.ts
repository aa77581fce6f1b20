import { afterAll, beforeAll, expect, test } from 'vitest';
import { differingAnswers, type TwoCounties, twoCounties } from './answers-alike.ts';

let counties: TwoCounties;
beforeAll(async () => {
  counties = await twoCounties();
}, 240_000);
afterAll(() => Promise.all(counties?.map(({ county }) => county.close()) ?? []));

test('two counties that differ only in their secrets answer everybody who may not see them with the same bytes', async () => {
  const { differences, compared } = await differingAnswers(counties, counties[0].readers);
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(3_000);
});
