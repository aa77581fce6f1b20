import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../../src/platform/database/database.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import {
  grantsToEverybody,
  looseFunctions,
  OPEN_TABLES,
  OWNER_FUNCTIONS,
  unguardedTables,
  viewsOfOwner,
} from './findings.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const undone = new Error('undone');
/** Looks with something changed, and puts it back. */
async function after<Found>(change: string, look: (tx: Tx) => Promise<Found>): Promise<Found> {
  let found: Found | undefined;
  const attempt = fresh.db.owner(async (tx) => {
    await sql.raw(change).execute(tx);
    found = await look(tx);
    throw undone;
  });
  await expect(attempt).rejects.toBe(undone);
  return found as Found;
}

test('every table keeps its rows from whoever has no identity, or stands on the short list with its reason', async () => {
  expect(await fresh.db.owner(unguardedTables)).toEqual([]);
  for (const [name, reason] of OPEN_TABLES) expect([name, reason.length > 10]).toEqual([name, true]);
});

test('a new table with personal data and no policy is found', async () => {
  const diary = 'create table people.diary (book uuid, words text); grant select on people.diary to sightline_app;';
  expect(await after(diary, unguardedTables)).toEqual(['people.diary has no row policy']);
  const guarded = `${diary} alter table people.diary enable row level security;`;
  expect(await after(guarded, unguardedTables)).toEqual([]);
  expect(await after(`${guarded} create policy wide on people.diary using (true)`, unguardedTables)).toEqual([
    'people.diary has a policy that lets everybody through',
  ]);
  const forOthers = `${guarded} create policy backup_reads on people.diary for select to sightline_backup using (true)`;
  expect(await after(forOthers, unguardedTables)).toEqual([]);
  expect(await after('alter table record.entry_data disable row level security', unguardedTables)).toEqual([
    'record.entry_data has no row policy',
  ]);
});

test('what runs as the owner is on the list, looks nowhere else, and is not for everybody', async () => {
  expect(await fresh.db.owner(looseFunctions)).toEqual([]);
  for (const [name, gives] of OWNER_FUNCTIONS) expect([name, gives.length > 10]).toEqual([name, true]);
  const peep = `create function people.peep() returns bigint language sql security definer as 'select count(*) from people.child'`;
  expect(await after(peep, looseFunctions)).toEqual([
    'people.peep is not on the list',
    'people.peep may be called by everybody',
    'people.peep searches null',
  ]);
});

test('views read as whoever asks, and nothing is granted to everybody', async () => {
  expect(await fresh.db.owner(viewsOfOwner)).toEqual([]);
  expect(await fresh.db.owner(grantsToEverybody)).toEqual([]);
  expect(await after('create view people.all_of_them as select * from people.child', viewsOfOwner)).toEqual([
    'people.all_of_them',
  ]);
  expect(await after('grant select on people.child to public', grantsToEverybody)).toEqual(['people.child']);
});

test('no role of ours is a superuser, sees past policies, makes roles or databases, owns anything, or is a member of another', async () => {
  const { rows } = await fresh.db.owner((tx) =>
    sql<Record<string, unknown>>`
      select rolname as role, rolcanlogin as login, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as mighty,
        (select count(*) from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owned,
        (select count(*) from pg_auth_members m where r.oid in (m.member, m.roleid)) as memberships,
        (select count(*) from pg_namespace n where has_schema_privilege(r.oid, n.oid, 'create') and n.nspname !~ '^pg_') as creates
      from pg_roles r where rolname like 'sightline\\_%' and not rolsuper order by 1`.execute(tx),
  );
  const nothing = { mighty: false, owned: 0, memberships: 0, creates: 0 };
  expect(rows).toEqual([
    { role: 'sightline_app', login: true, ...nothing },
    { role: 'sightline_backup', login: true, ...nothing },
    { role: 'sightline_jobs', login: true, ...nothing },
    { role: 'sightline_search', login: false, ...nothing },
    { role: 'sightline_sight', login: false, ...nothing },
  ]);
});

test('the role of the queue knows the queue and nothing else', async () => {
  const { rows } = await fresh.db.owner((tx) =>
    sql<{ name: string }>`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname !~ '^pg_' and n.nspname not in ('graphile_worker', 'information_schema')
        and has_table_privilege('sightline_jobs', c.oid, 'select, insert, update, delete')
      union all
      select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and has_function_privilege('sightline_jobs', p.oid, 'execute')
        and n.nspname !~ '^pg_' and n.nspname <> 'graphile_worker'`.execute(tx),
  );
  expect(rows).toEqual([]);
});
