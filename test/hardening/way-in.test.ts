import { sql } from 'kysely';
import { generateSync } from 'otplib/functional';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createReal } from '../../src/app/create-house.ts';
import { demoPeople } from '../../src/app/demo-people.ts';
import type { Id } from '../../src/kernel/id.ts';
import { makeLink } from '../../src/modules/access/store/signing-in/one-time-link.ts';
import { signInWithPassword } from '../../src/modules/access/store/signing-in/sign-in.ts';
import { realClock } from '../../src/platform/clock/house-clock.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import { type FrontDoor, frontDoor, visitorOf } from '../visitors.ts';

/** How often a password was weighed: that is what costs time. Test files share what they load, so this one loads anew. */
const weighed = vi.hoisted(() => {
  vi.resetModules();
  return { times: 0 };
});
vi.mock('@node-rs/argon2', async (original) => {
  const argon = await original<typeof import('@node-rs/argon2')>();
  const verify: typeof argon.verify = (...given) => {
    weighed.times += 1;
    return argon.verify(...given);
  };
  return { ...argon, verify };
});

const ADA = 'ada@x.example';
/** A hundred and four letters, of which each counts. */
const PASSWORD =
  'Kettle lantern otter, and then the long way home by the river where the alders stand; nobody guesses it.';
const events: { event: string; [field: string]: unknown }[] = [];
let fresh: FreshDatabase;
let door: FrontDoor;
let link = '';

const owner = (statement: string) => fresh.db.owner((tx) => sql.raw<{ n: number }>(statement).execute(tx));
const sessions = async () =>
  (await owner('select count(*)::int as n from access.session where ended_at is null')).rows[0]?.n;

beforeAll(async () => {
  fresh = await freshDatabase();
  const made = await createReal(fresh.db, realClock(), 'Test County Council', { email: ADA, name: 'Ada' });
  link = made.ok ? made.value : '';
  door = await frontDoor(fresh.db, (event, fields = {}) => void events.push({ event, ...fields }));
});
afterAll(async () => {
  await door.close();
  await fresh.drop();
  vi.doUnmock('@node-rs/argon2');
  vi.resetModules(); // the next file counts nothing
});
beforeEach(() => owner('delete from access.failed_attempt'));

const visitor = () => visitorOf(door.web);
const tryPassword = (password: string, email = ADA) =>
  signInWithPassword(fresh.db, { email, password, origin: { from: '192.0.2.1', agent: '' }, real: true });

let secret = '';
/** Signs Ada in with both factors. */
async function ada() {
  const page = visitor();
  await page.get('/sign-in');
  await page.post('/sign-in', { email: ADA, password: PASSWORD });
  await owner('update access.authenticator set last_step = 0');
  await page.get('/second-factor');
  const entered = await page.post('/second-factor', { code: generateSync({ secret }) });
  expect(entered.status).toBe(303);
  return page;
}

test('asking for a page begins no session: somebody has to send a form', async () => {
  const page = visitor();
  for (const to of [
    '/',
    '/sign-in',
    link,
    '/second-factor',
    '/my-account',
    '/sign-in/council',
    '/sign-in/council/back?code=a&state=b',
  ])
    await page.get(to);
  expect(await sessions()).toBe(0);
});

test('a real record begins with one person, and nobody of the demonstration can sign in', async () => {
  expect((await owner('select count(*)::int as n from access.person')).rows[0]?.n).toBe(1);
  for (const { email } of demoPeople) expect(await tryPassword('line-of-sight', email)).toEqual({ is: 'wrong' });
});

describe('a password', () => {
  beforeAll(async () => {
    const page = visitor();
    await page.get(link);
    expect(await page.post(link, { password: PASSWORD })).toMatchObject({ status: 303 });
    const app = await page.get('/second-factor/app');
    secret = /<code[^>]*>([^<]+)</.exec(app.body)?.[1]?.replaceAll(' ', '') ?? '';
    const sealed = /name="secret" value="([^"]+)"/.exec(app.body)?.[1] ?? '';
    expect(await page.post('/second-factor/app', { secret: sealed, code: generateSync({ secret }) })).toMatchObject({
      status: 303,
    });
  });

  test('of any length up to two hundred is taken exactly as it was typed', async () => {
    expect(PASSWORD.length).toBeGreaterThan(64);
    expect(await tryPassword(PASSWORD)).toMatchObject({ is: 'in' });
    for (const other of [
      PASSWORD.slice(0, -1),
      `${PASSWORD} `,
      ` ${PASSWORD}`,
      PASSWORD.toLowerCase(),
      PASSWORD.slice(0, 72),
    ])
      expect([other, await tryPassword(other)]).toEqual([other, { is: 'wrong' }]);
  });

  test('stands until somebody changes it', async () => {
    await owner(`update access.password set set_at = now() - interval '5 years'`);
    expect(await tryPassword(PASSWORD)).toMatchObject({ is: 'in' });
  });

  test('that is wrong tells nobody whether there is such an account, by words or by time', async () => {
    await owner(`insert into access.person (id, email, name, roles, active, added_at, added_by)
      select gen_random_uuid(), each || '@x.example', initcap(each), array['social-worker'], each <> 'stopped', now(), (select added_by from access.person limit 1)
      from unnest(array['stopped', 'without']) as each`);
    const answers: string[] = [];
    const times: number[] = [];
    for (const email of [ADA, 'nobody@x.example', 'stopped@x.example', 'without@x.example']) {
      const page = visitor();
      await page.get('/sign-in');
      weighed.times = 0;
      const { status, body } = await page.post('/sign-in', { email, password: 'not the password' });
      times.push(weighed.times);
      answers.push(`${status} ${body.replaceAll(email, 'E').replace(/nonce="[^"]*"|name="_csrf" value="[^"]*"/g, '')}`);
    }
    expect(new Set(answers).size).toBe(1);
    expect(times).toEqual([1, 1, 1, 1]);
  });
});

test('a new password by a link still asks for the second factor that stands, and the old one opens nothing', async () => {
  const { rows } = await owner(`select id from access.person where email = '${ADA}'`);
  const again = await fresh.db.as({ person: 'in tests', purpose: 'job' }, (tx) =>
    makeLink(tx, (rows[0] as unknown as { id: Id }).id),
  );
  const before = await ada();
  const page = visitor();
  await page.get(again);
  await page.post(again, { password: `${PASSWORD} Again` });
  expect((await page.get('/my-account')).to).toMatch(/^\/second-factor/);
  expect(await before.get('/my-account')).toMatchObject({ status: 303 });
  expect(await tryPassword(PASSWORD)).toEqual({ is: 'wrong' });
  const back = await fresh.db.as({ person: 'in tests', purpose: 'job' }, (tx) =>
    makeLink(tx, (rows[0] as unknown as { id: Id }).id),
  );
  await page.get(back);
  await page.post(back, { password: PASSWORD });
});

test('what a passkey signs has 256 bits, made anew each time', async () => {
  const challenges: string[] = [];
  for (let time = 0; time < 10; time += 1) {
    const page = visitor();
    await page.get('/sign-in');
    const { body } = await page.post('/sign-in/passkey/begin', {});
    challenges.push((JSON.parse(body) as { challenge: string }).challenge);
  }
  expect(new Set(challenges).size).toBe(10);
  expect(challenges.every((challenge) => Buffer.from(challenge, 'base64url').length >= 32)).toBe(true);
});

test('a machine that asks for challenges and answers none is given no more for a while', async () => {
  const page = visitor();
  await page.get('/sign-in');
  const count = sql`insert into access.failed_attempt (subject)
    select subject from access.failed_attempt, generate_series(1, 119)
    where at = (select max(at) from access.failed_attempt)`;
  expect((await page.post('/sign-in/passkey/begin', {})).status).toBe(200);
  await fresh.db.owner((tx) => count.execute(tx));
  const refused = await page.post('/sign-in/passkey/begin', {});
  expect([refused.status, refused.body.includes('You can try again after')]).toEqual([422, true]);
  expect((await fresh.db.owner((tx) => sql`select from access.challenge`.execute(tx))).rows.length).toBeLessThan(120);
  await fresh.db.owner((tx) => sql`delete from access.failed_attempt`.execute(tx));
});

describe('one’s own account', () => {
  test('shows where one is signed in, and ends any of it at once', async () => {
    const [here, elsewhere] = [await ada(), await ada()];
    const { body } = await here.get('/my-account');
    const others = [...body.matchAll(/name="session" value="([0-9a-f-]{36})"/g)].map((hit) => hit[1] ?? '');
    expect(others.length).toBeGreaterThan(0);
    expect((await elsewhere.get('/my-account')).status).toBe(200);
    for (const session of others) await here.post('/my-account/sessions/end', { session });
    expect(await elsewhere.get('/my-account')).toMatchObject({ status: 303 });
    expect((await here.get('/my-account')).status).toBe(200);
    const third = await ada();
    await here.get('/my-account');
    await here.post('/my-account/sessions/end-others', {});
    expect(await third.get('/my-account')).toMatchObject({ status: 303 });
  });

  test('nobody ends the session of another', async () => {
    const page = await ada();
    const { rows } = await fresh.db.owner((tx) =>
      sql<{ id: string }>`
        insert into access.session (hash, form, person, way, browser, network)
        select '\\x01', '\\x02', id, 'password', '', '' from access.person where email = 'without@x.example' returning id`.execute(
        tx,
      ),
    );
    await page.get('/my-account');
    await page.post('/my-account/sessions/end', { session: rows[0]?.id ?? '' });
    const left = await owner(`select count(*)::int as n from access.session where ended_at is null and hash = '\\x01'`);
    expect(left.rows[0]?.n).toBe(1);
  });

  test('a lost passkey is taken away soon after signing in, and the other sessions end with it', async () => {
    await owner(`insert into access.passkey (id, person, public_key, counter, transports, name)
      select 'lost', id, '\\x01', 0, '{}', 'Lost telephone' from access.person where email = '${ADA}'`);
    const [elsewhere, page] = [await ada(), await ada()];
    expect((await page.get('/my-account')).body).toContain('Lost telephone');
    expect(await page.post('/my-account/passkeys/remove', { passkey: 'lost' })).toMatchObject({ status: 303 });
    expect((await page.get('/my-account')).body).not.toContain('Lost telephone');
    expect(await elsewhere.get('/my-account')).toMatchObject({ status: 303 });
    expect((await owner('select count(*)::int as n from access.passkey')).rows[0]?.n).toBe(0);
  });

  test('recovery codes are kept as passwords are, and the seed of an app is sealed', async () => {
    const kept = await owner(`select count(*)::int as n from access.recovery_code
      where hash like '$argon2id$v=19$m=19456,t=2,p=1$%'`);
    const all = await owner('select count(*)::int as n from access.recovery_code');
    expect([kept.rows[0]?.n, all.rows[0]?.n]).toEqual([10, 10]);
    const everything = await owner(
      `select count(*)::int as n from access.authenticator a where a::text like '%${secret}%'`,
    );
    expect(everything.rows[0]?.n).toBe(0);
  });

  test('how one signs in is changed only soon after signing in', async () => {
    const page = await ada();
    await owner(`update access.session set started_at = started_at - interval '2 hours'`);
    await page.get('/my-account');
    const removed = await page.post('/my-account/authenticator/remove', {});
    expect([removed.status, removed.body.includes('Sign in again')]).toEqual([403, true]);
    for (const to of ['/second-factor/app', '/second-factor/set-up'])
      expect([to, (await page.get(to)).body.includes(secret)]).toEqual([to, false]);
    expect((await owner('select count(*)::int as n from access.authenticator')).rows[0]?.n).toBe(1);
  });
});

test('every attempt to sign in, right or wrong, is told to the log, by what it was, and without what was typed', async () => {
  events.length = 0;
  const page = visitor();
  await page.get('/sign-in');
  await page.post('/sign-in', { email: ADA, password: 'not the password' });
  await ada();
  expect(events.map(({ event, way }) => [event, way])).toEqual([
    ['sign-in.wrong', 'password'],
    ['sign-in.right', 'password'],
    ['second-factor.proved', undefined],
  ]);
  expect(events.slice(1).every(({ person }) => typeof person === 'string')).toBe(true);
  expect(JSON.stringify(events)).not.toMatch(/@|not the password|Kettle/);
});
