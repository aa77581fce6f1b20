import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../test/fresh-database.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { openDatabase } from '../../../../platform/database/database.ts';
import { keepAccess } from './access-log.ts';

const child = '00000000-0000-4000-8000-0000000000c1' as Id;
const opening = '00000000-0000-4000-8000-0000000000d1' as Id;
const ada = { person: '00000000-0000-4000-8000-0000000000a1', purpose: 'request' } as const;
const line = { event: 'child.opened', outcome: 'shown', children: [child] } as const;
const at = (text: string) => `${text}T23:59:59.999Z` as Instant;

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const asApp = (statement: string) => fresh.db.as(ada, (tx) => sql.raw<{ said: string }>(statement).execute(tx));
const asOwner = (statement: string) => fresh.db.owner((tx) => sql.raw<{ said: string }>(statement).execute(tx));
const said = async (statement: string) => (await asOwner(statement)).rows.map((row) => row.said);
const whereIs = () => said(`select distinct tableoid::regclass::text as said from access.log order by 1`);

test('a line stands in its month, which is made ready with the first of it, and two ahead', async () => {
  await keepAccess(fresh.db, ada, { ...line, at: at('2031-12-31') });
  expect(await whereIs()).toEqual(['access.log_2031_12']);
  expect(
    await said(`select inhrelid::regclass::text as said from pg_inherits
      where inhparent = 'access.log'::regclass and inhrelid::regclass::text >= 'access.log_2031_12' order by 1`),
  ).toEqual(['access.log_2031_12', 'access.log_2032_01', 'access.log_2032_02', 'access.log_other']);
});

test('what was opened with a reason, and what was taken away, stands on the line', async () => {
  await keepAccess(fresh.db, ada, { ...line, at: at('2032-01-01'), relation: 'reason', opening, what: 'export' });
  const { rows } = await asApp(`select relation, opening, what from access.log where opening = '${opening}'`);
  expect(rows).toEqual([{ relation: 'reason', opening, what: 'export' }]);
});

test('a line of a month that is not ready is kept among the others, and that month stays there', async () => {
  await asApp(`insert into access.log (at, person, event, outcome, purpose, children)
    values ('2040-05-05', '${ada.person}', 'child.opened', 'shown', 'request', '{}')`);
  await keepAccess(fresh.db, ada, { ...line, at: at('2040-05-06') });
  expect(await said(`select count(*)::text as said from access.log_other`)).toEqual(['2']);
  expect(await whereIs()).toContain('access.log_other');
});

test('processes that make the same month ready at once do not hinder each other', async () => {
  const databases = Array.from({ length: 4 }, () =>
    openDatabase({ app: fresh.appUrl, owner: fresh.ownerUrl }, { max: 1 }),
  );
  await Promise.all(databases.map((db) => keepAccess(db, ada, { ...line, at: at('2035-03-03') })));
  await Promise.all(databases.map((db) => db.close()));
  expect(await said(`select count(*)::text as said from access.log_2035_03`)).toEqual(['4']);
});

test('nobody numbers a line, reads or writes a month by itself, or changes what stands', async () => {
  await expect(
    asApp(`insert into access.log (id, at, person, event, outcome, purpose, children)
    values (1, now(), 'ada', 'child.opened', 'shown', 'request', '{}')`),
  ).rejects.toThrow('permission denied');
  await expect(asApp('select from access.log_2031_12')).rejects.toThrow('permission denied');
  await expect(asApp('delete from access.log')).rejects.toThrow('permission denied');
  await expect(asOwner(`delete from access.log_2031_12`)).rejects.toThrow('written once');
  await expect(asOwner(`update access.log set children = '{}'`)).rejects.toThrow('written once');
  await expect(asOwner('truncate access.log_2031_12')).rejects.toThrow('written once');
  expect(
    await said(`select c.relname as said from pg_inherits join pg_class c on c.oid = inhrelid
      where inhparent = 'access.log'::regclass and not c.relrowsecurity`),
  ).toEqual([]);
});
