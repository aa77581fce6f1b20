import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneOfEachKind, someOf } from '../canary/readers.ts';
import { differingAnswers, type TwoCounties, twoCounties } from './answers-alike.ts';

let counties: TwoCounties;
beforeAll(async () => {
  counties = await twoCounties();
}, 240_000);
afterAll(() => Promise.all(counties?.map(({ county }) => county.close()) ?? []));

test('two counties that differ only in their secrets answer who may not see them with the same bytes: nine kinds of reader by chance', async () => {
  // The county’s own people are asked in the test of the canary; the longer suite asks everybody.
  const who = someOf(oneOfEachKind(counties[0].readers.filter(({ isOfTheCounty }) => !isOfTheCounty)), 9);
  console.info(who.map(({ name }) => name).join(', '));
  const { differences, compared } = await differingAnswers(counties, who);
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(300);
}, 240_000);
