import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const somebody = { person: 'somebody', purpose: 'request' } as const;

test('values come back as the house writes them', async () => {
  const { rows } = await fresh.db.as(somebody, (tx) =>
    sql<{ day: string; at: string; short: string; many: number; bytes: Buffer; for_ever: string }>`
      select '2013-07-01'::date as day, '2013-07-01T00:30:00.123456+01:00'::timestamptz as at,
        '2013-07-01T00:30:00+01:00'::timestamptz as short, 12::int8 as many, '\\x00ff'::bytea as bytes,
        'infinity'::timestamptz as for_ever`.execute(tx),
  );
  expect(rows[0]).toEqual({
    day: '2013-07-01',
    at: '2013-06-30T23:30:00.123Z',
    short: '2013-06-30T23:30:00.000Z',
    many: 12,
    bytes: Buffer.from([0, 255]),
    for_ever: 'infinity',
  });
});

test('a transaction runs as the application, knows who asks, and forgets it at its end', async () => {
  const asked = sql<{ role: string; person: string; purpose: string; zone: string }>`
    select current_user::text as role, current_setting('sightline.person') as person,
      current_setting('sightline.purpose') as purpose, current_setting('timezone') as zone`;
  const { rows } = await fresh.db.as(somebody, (tx) => asked.execute(tx));
  expect(rows[0]).toEqual({ role: 'sightline_app', person: 'somebody', purpose: 'request', zone: 'UTC' });
  const owner = await fresh.db.owner((tx) =>
    sql<{ person: string | null }>`select current_setting('sightline.person', true) as person`.execute(tx),
  );
  expect(owner.rows[0]?.person ?? '').toBe('');
});

test('who asks may be called anything', async () => {
  const person = `O'Neill \\'); drop table app.council; --`;
  const { rows } = await fresh.db.as({ person, purpose: 'job' }, (tx) =>
    sql<{ person: string }>`select current_setting('sightline.person') as person from app.council`.execute(tx),
  );
  const said = await fresh.db.as({ person, purpose: 'job' }, (tx) =>
    sql<{ person: string }>`select current_setting('sightline.person') as person`.execute(tx),
  );
  expect([rows, said.rows]).toEqual([[], [{ person }]]);
});

test('nobody cannot ask, and an error rolls back', async () => {
  expect(() => fresh.db.as({ person: '', purpose: 'request' }, async () => 1)).toThrow('must name who asks');
  await fresh.db.owner((tx) =>
    sql`create table public.kept (n int); grant insert, select on public.kept to sightline_app`.execute(tx),
  );
  const attempt = fresh.db.as(somebody, async (tx) => {
    await sql`insert into public.kept values (1)`.execute(tx);
    throw new Error('changed my mind');
  });
  await expect(attempt).rejects.toThrow('changed my mind');
  const { rows } = await fresh.db.as(somebody, (tx) =>
    sql<{ n: number }>`select count(*) as n from public.kept`.execute(tx),
  );
  expect(rows[0]?.n).toBe(0);
});

test('the application owns nothing and may do nothing that its role was not granted', async () => {
  const { rows } = await fresh.db.owner((tx) =>
    sql<{ owned: number; super: boolean; bypass: boolean }>`
      select (select count(*) from pg_class where relowner = r.oid) as owned, rolsuper as super, rolbypassrls as bypass
      from pg_roles r where rolname = 'sightline_app'`.execute(tx),
  );
  expect(rows[0]).toEqual({ owned: 0, super: false, bypass: false });
  await expect(fresh.db.as(somebody, (tx) => sql`create table public.mine (n int)`.execute(tx))).rejects.toThrow(
    'permission denied',
  );
});

test('a job is added with the transaction, or not at all', async () => {
  const jobs = async () =>
    (await fresh.db.owner((tx) => sql<{ n: number }>`select count(*) as n from graphile_worker.jobs`.execute(tx)))
      .rows[0]?.n;
  await expect(
    fresh.db.as(somebody, async (tx) => {
      await sql`select app.add_job('nothing', '{}')`.execute(tx);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await jobs()).toBe(0);
  await fresh.db.as(somebody, (tx) => sql`select app.add_job('nothing', '{}')`.execute(tx));
  expect(await jobs()).toBe(1);
});
