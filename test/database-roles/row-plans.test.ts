import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import {
  A_FEW,
  ASKER,
  answersOfOwnerFunctions,
  callsForList,
  fillCounty,
  scansDuring,
  searchScans,
  TYPED,
} from './county-size.ts';

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

test('a function that runs as its owner tells nobody anything without an identity', async () => {
  const { nobody, somebody } = await fresh.db.owner(async (tx) => {
    const nobody = await answersOfOwnerFunctions(tx);
    await sql`select set_config('sightline.person', ${ASKER}, true), set_config('sightline.purpose', 'request', true)`.execute(
      tx,
    );
    return { nobody, somebody: await answersOfOwnerFunctions(tx) };
  });
  // 22P02: it was asked for no snapshot at all. P0001: it says that nobody asks. 42501: it is for the owner's other functions.
  const telling = Object.entries(nobody).filter(([, answer]) => ![0, 'P0001', '42501', '22P02'].includes(answer));
  expect(telling).toEqual([]);
  expect(somebody).toMatchObject({ 'access.related_children': 30, 'access.hidden_children': 1 });
});
