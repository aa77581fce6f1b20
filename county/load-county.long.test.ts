import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCouncil } from '../src/app/house-mark.ts';
import { tellCounty } from '../src/app/tell-county.ts';
import { type FreshDatabase, inventedDatabase } from '../test/fresh-database.ts';
import { countyOf } from './generate/county-plan.ts';
import { inventCounty } from './generate/invent-county.ts';

let fresh: FreshDatabase;
const invented = inventCounty(countyOf(7, 20));

beforeAll(async () => {
  fresh = await inventedDatabase();
}, 120_000);
afterAll(() => fresh.drop());

const ask = <Row>(query: ReturnType<typeof sql<Row>>) =>
  fresh.db.as({ person: 'a tester', purpose: 'command' }, async (tx) => (await query.execute(tx)).rows);

test('a county is loaded once, whoever breaks it off; as many children are open as were asked for', async () => {
  const council = await readCouncil(fresh.db);
  if (!council) throw new Error('no council');
  const ended = new AbortController();
  let said = 0;
  const onProgress = () => {
    said += 1;
    ended.abort();
  };
  await expect(tellCounty(fresh.db, invented, council.book, { onProgress, signal: ended.signal })).rejects.toThrow(
    'goes on',
  );
  expect(said).toBe(1);
  const entries = await tellCounty(fresh.db, invented, council.book);
  const [kept] = await ask(sql<{ entries: number }>`select count(*) as entries from record.entry`);
  expect(kept?.entries).toBe(entries);
  const [open] = await ask(sql<{ n: number }>`
    select count(distinct child) as n from sight.span
    where "is" = 'open' and from_day <= '2026-03-31' and (until_day is null or until_day > '2026-03-31')`);
  expect(open?.n).toBe(20);
}, 120_000);
