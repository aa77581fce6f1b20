import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import { A_FEW, ASKER, callsForList, fillCounty, scansDuring, searchScans, TYPED } from './county-size.ts';

const CHILDREN = 8_000;

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await fillCounty(fresh.db, CHILDREN);
});
afterAll(() => fresh.drop());

test.each(TYPED)('a search stays on its indexes under the row policies: %s', async (_what, words, number) => {
  const { whole, byIndex } = await searchScans(fresh.db, words, number);
  expect(whole).toBe(0);
  expect(byIndex).toBeGreaterThan(0);
});

test('asked past its function the search would read the whole table: the test sees the difference', async () => {
  const scans = await fresh.db.as({ person: ASKER, purpose: 'request' }, (tx) =>
    scansDuring(tx, 'people.search_word', () =>
      sql`select * from people.search_word where word % 'abcdefhg'`.execute(tx),
    ),
  );
  expect(scans.whole).toBe(1);
});

test('a list of children asks for relations once, and not for each child', async () => {
  const { seen, calls } = await callsForList(fresh.db);
  expect(seen).toBe(30);
  expect(calls['access.related_children']).toBeGreaterThan(0);
  for (const [name, times] of Object.entries(calls))
    expect([name, times <= A_FEW ? 'a few' : times]).toEqual([name, 'a few']);
});
