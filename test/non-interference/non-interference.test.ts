import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneOfEachKind } from '../canary/readers.ts';
import { differingAnswers, type TwoCounties, twoCounties } from './answers-alike.ts';

let counties: TwoCounties;
beforeAll(async () => {
  counties = await twoCounties();
}, 240_000);
afterAll(() => Promise.all(counties?.map(({ county }) => county.close()) ?? []));

test('two counties that differ only in their secrets answer who may not see them with the same bytes: one of each kind of reader', async () => {
  const who = oneOfEachKind(counties[0].readers);
  console.info(who.map(({ name }) => name).join(', '));
  const { differences, compared } = await differingAnswers(counties, who);
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(1_000);
}, 240_000);
