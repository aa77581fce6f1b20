import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../test/fresh-database.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { Identity } from '../../../platform/database/database.ts';
import { keepAccess } from './access-log/access-log.ts';
import { addPerson, listPeople, personByEmail } from './person-store.ts';
import { personOfSession } from './session-store.ts';
import { makeLink, personOfLink, usePasswordLink } from './signing-in/one-time-link.ts';
import { signInWithPassword } from './signing-in/sign-in.ts';

const now = '2026-03-31T09:00:00.000Z' as Instant;
const admin: Identity = { person: 'admin', purpose: 'command' };
const ada = '00000000-0000-4000-8000-0000000000a1' as Id;
const ben = '00000000-0000-4000-8000-0000000000b1' as Id;
const PASSWORD = 'kettle lantern otter';
const from = '192.0.2.1';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await fresh.db.as(admin, async (tx) => {
    await addPerson(tx, { id: ada, email: 'ada@x.example', name: 'Ada', roles: ['administrator'], addedAt: now });
    await addPerson(tx, { id: ben, email: 'ben@x.example', name: 'Ben', roles: ['social-worker'], addedAt: now });
  });
});
afterAll(() => fresh.drop());

const linkFor = async (person: Id) => (await fresh.db.as(admin, (tx) => makeLink(tx, person))).split('/').at(-1) ?? '';
const asOwner = (statement: string) => fresh.db.owner((tx) => sql.raw(statement).execute(tx));
const signIn = (email: string, password: string, where = from) =>
  signInWithPassword(fresh.db, { email, password, origin: { from: where, agent: '' }, real: false });

test('an address has one person', async () => {
  const again = await fresh.db.as(admin, (tx) =>
    addPerson(tx, {
      id: '00000000-0000-4000-8000-0000000000a2' as Id,
      email: 'ada@x.example',
      name: 'Eve',
      roles: ['director'],
      addedAt: now,
    }),
  );
  expect(again).toBe(false);
  expect(await personByEmail(fresh.db, ' ADA@x.example')).toMatchObject({
    id: ada,
    name: 'Ada',
    roles: ['administrator'],
  });
  expect((await fresh.db.as(admin, listPeople)).map(({ name }) => name)).toEqual(['Ada', 'Ben']);
});

test('a link sets a password once, and with it every other link of the person is spent', async () => {
  const [one, two] = [await linkFor(ada), await linkFor(ada)];
  expect(await signIn('ada@x.example', PASSWORD)).toEqual({ is: 'wrong' });
  expect(await personOfLink(fresh.db, one)).toMatchObject({ id: ada });
  expect(await usePasswordLink(fresh.db, one, PASSWORD)).toBe(true);
  expect(await usePasswordLink(fresh.db, one, 'another one entirely')).toBe(false);
  expect(await usePasswordLink(fresh.db, two, 'another one entirely')).toBe(false);
  expect(await personOfLink(fresh.db, two)).toBeUndefined();
  expect(await signIn('Ada@X.example', PASSWORD)).toMatchObject({ is: 'in', person: ada });
});

test('a link is good for a week', async () => {
  const link = await linkFor(ben);
  await asOwner(`update access.one_time_link set made_at = now() - interval '8 days' where person = '${ben}'`);
  expect(await personOfLink(fresh.db, link)).toBeUndefined();
  expect(await usePasswordLink(fresh.db, link, PASSWORD)).toBe(false);
});

test('a session ends when it is quiet, when it is old, when its person is stopped, and with a new password', async () => {
  const session = async () => {
    const outcome = await signIn('ada@x.example', PASSWORD);
    return outcome.is === 'in' ? outcome.session : '';
  };
  const quiet = await session();
  expect(await personOfSession(fresh.db, quiet)).toMatchObject({
    id: ada,
    name: 'Ada',
    email: 'ada@x.example',
    roles: ['administrator'],
  });
  expect(await personOfSession(fresh.db, 'forged')).toBeUndefined();
  await asOwner(`update access.session set seen_at = now() - interval '61 minutes'`);
  expect(await personOfSession(fresh.db, quiet)).toBeUndefined();
  const old = await session();
  await asOwner(`update access.session set started_at = now() - interval '13 hours'`);
  expect(await personOfSession(fresh.db, old)).toBeUndefined();
  const stopped = await session();
  await asOwner(`update access.person set active = false where id = '${ada}'`);
  expect(await personOfSession(fresh.db, stopped)).toBeUndefined();
  expect(await signIn('ada@x.example', PASSWORD)).toEqual({ is: 'wrong' });
  await asOwner(`update access.person set active = true where id = '${ada}'`);
  const changed = await session();
  await usePasswordLink(fresh.db, await linkFor(ada), PASSWORD);
  expect(await personOfSession(fresh.db, changed)).toBeUndefined();
});

test('the database keeps no secret that could be used', async () => {
  const outcome = await signIn('ada@x.example', PASSWORD);
  const { rows } = await fresh.db.owner((tx) =>
    sql<{ text: string }>`select string_agg(t::text, ' ') as text from (
      select s::text as t from access.session s union all select l::text from access.one_time_link l
      union all select p::text from access.password p) as everything`.execute(tx),
  );
  expect(rows[0]?.text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  expect(rows[0]?.text).not.toContain(outcome.is === 'in' ? outcome.session : '?');
  expect(rows[0]?.text).not.toContain(PASSWORD);
});

test('after ten wrong passwords we stop listening for a while, to that account and to nobody else', async () => {
  for (let i = 0; i < 10; i += 1) expect(await signIn('nobody@x.example', 'wrong')).toEqual({ is: 'wrong' });
  expect(await signIn('nobody@x.example', 'wrong', '192.0.2.2')).toMatchObject({ is: 'too-many' });
  expect(await signIn('ada@x.example', PASSWORD)).toMatchObject({ is: 'in' });
  await asOwner(`update access.failed_attempt set at = at - interval '16 minutes'`);
  expect(await signIn('nobody@x.example', 'wrong')).toEqual({ is: 'wrong' });
});

test('attempts that come all at once are counted all', async () => {
  await asOwner('delete from access.failed_attempt');
  const at = (n: number) => signIn('many@x.example', 'wrong', `192.0.2.${n}`);
  const outcomes = await Promise.all(Array.from({ length: 16 }, (_, n) => at(n)));
  expect(outcomes.filter(({ is }) => is === 'wrong')).toHaveLength(10);
  await signIn('ada@x.example', PASSWORD);
  await signIn('ada@x.example', PASSWORD);
  const { rows } = await fresh.db.owner((tx) => sql`select count(*) as n from access.failed_attempt`.execute(tx));
  expect(rows).toEqual([{ n: 20 }]); // what was right has left nothing behind
});

test('the access log is written by whoever asked and never changed, not even by the owner', async () => {
  const line = { at: now, event: 'child.opened', outcome: 'shown', children: [ada] } as const;
  await keepAccess(fresh.db, { person: ben, purpose: 'request' }, line);
  const { rows } = await fresh.db.as(admin, (tx) =>
    sql`select at, person, event, outcome, purpose, children from access.log`.execute(tx),
  );
  expect(rows).toEqual([{ ...line, person: ben, purpose: 'request' }]);
  await expect(fresh.db.as(admin, (tx) => sql`delete from access.log`.execute(tx))).rejects.toThrow(
    'permission denied',
  );
  await expect(asOwner('update access.log set children = array[]::uuid[]')).rejects.toThrow('written once');
});
