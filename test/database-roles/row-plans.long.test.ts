import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import { A_FEW, callsForList, fillCounty, searchScans, TYPED } from './county-size.ts';

/** A county that has known sixty thousand children: 300,000 search words. */
const CHILDREN = 60_000;

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await fillCounty(fresh.db, CHILDREN);
}, 300_000);
afterAll(() => fresh.drop());

test.each(TYPED)('at the size of a county a search stays on its indexes: %s', async (_what, words, number) => {
  const { whole, byIndex } = await searchScans(fresh.db, words, number);
  expect([whole, byIndex > 0]).toEqual([0, true]);
});

test('at the size of a county a list asks for relations once', async () => {
  const { seen, calls } = await callsForList(fresh.db);
  expect(seen).toBe(30);
  for (const [name, times] of Object.entries(calls))
    expect([name, times <= A_FEW ? 'a few' : times]).toEqual([name, 'a few']);
});
