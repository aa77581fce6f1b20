import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCouncil } from '../src/app/house-mark.ts';
import { tellCounty } from '../src/app/tell-county.ts';
import type { Id } from '../src/kernel/id.ts';
import { type FreshDatabase, inventedDatabase } from '../test/fresh-database.ts';
import { countyOf } from './generate/county-plan.ts';
import { inventCounty } from './generate/invent-county.ts';
import { differencesFrom } from './manifest/differences.fixture.ts';
import { systemInDatabase } from './manifest/system-in-database.fixture.ts';

const CHILDREN = 40;
const invented = inventCounty(countyOf(7, CHILDREN));
let fresh: FreshDatabase;
let councilBook: Id;

beforeAll(async () => {
  fresh = await inventedDatabase();
  const council = await readCouncil(fresh.db);
  if (!council) throw new Error('no council');
  councilBook = council.book;
});
afterAll(() => fresh.drop());

const ask = <Row>(query: ReturnType<typeof sql<Row>>) =>
  fresh.db.as({ person: 'a tester', purpose: 'command' }, async (tx) => (await query.execute(tx)).rows);

test('a county that was broken off is told to its end, once', async () => {
  const ended = new AbortController();
  const onProgress = () => ended.abort();
  await expect(tellCounty(fresh.db, invented, councilBook, { onProgress, signal: ended.signal })).rejects.toThrow(
    'goes on',
  );
  const entries = await tellCounty(fresh.db, invented, councilBook);
  const [kept] = await ask(sql<{ entries: number }>`select count(*) as entries from record.entry`);
  expect(kept?.entries).toBe(entries);
}, 120_000);

test('as many children are open on the present day as were asked for', async () => {
  const [open] = await ask(sql<{ n: number }>`
    select count(distinct child) as n from sight.span
    where "is" = 'open' and from_day <= '2026-03-31' and (until_day is null or until_day > '2026-03-31')`);
  expect(open?.n).toBe(CHILDREN);
});

test('what every page reads is what the manifest lists, child by child and day by day', async () => {
  const { differ, lines } = differencesFrom(invented, await systemInDatabase(fresh.db));
  expect(differ.slice(0, 40)).toEqual([]);
  expect(lines).toBeGreaterThan(CHILDREN * 50);
});
