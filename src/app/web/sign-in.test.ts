import { sql } from 'kysely';
import { generateSync } from 'otplib/functional';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';
import { type FrontDoor, frontDoor, visitorOf } from '../../../test/visitors.ts';
import { realClock } from '../../platform/clock/house-clock.ts';
import { createInvented, createReal } from '../create-house.ts';
import { DEMO_PASSWORD, demoAdministrator } from '../demo-people.ts';

const PASSWORD = 'kettle lantern otter';
let fresh: FreshDatabase;
let door: FrontDoor;
let link = '';
let key = '';
const browser = () => visitorOf(door.web);
const code = () => generateSync({ secret: key });

beforeAll(async () => {
  fresh = await freshDatabase();
  const made = await createReal(fresh.db, realClock(), 'Test County Council', { email: 'ada@x.example', name: 'Ada' });
  link = made.ok ? made.value : '';
  door = await frontDoor(fresh.db);
});
afterAll(async () => {
  await door.close();
  await fresh.drop();
});

test('`/` leads a visitor to a page headed “Sign in”', async () => {
  const visitor = browser();
  expect(await visitor.get('/')).toMatchObject({ status: 303, to: '/sign-in' });
  const page = await visitor.get('/sign-in');
  expect(page.body).toMatch(/<h1[^>]*>Sign in<\/h1>/);
  expect(page.body).not.toContain('Invented data');
});

test('the first person chooses a password by the link, once, is told of the two roles, and sets up a second factor', async () => {
  const ada = browser();
  const page = await ada.get(link);
  expect(page.body).toContain('Your role: Administrator and performance analyst.');
  expect(page.body).toContain('Hand one of the two on');
  const short = await ada.post(link, { password: 'too short' });
  expect(short.status).toBe(422);
  expect(short.body).toContain('Password must be 12 characters or more');
  expect(short.body).toContain('<title>Error: ');
  expect(await ada.post(link, { password: PASSWORD })).toMatchObject({ status: 303, to: '/second-factor/set-up' });
  expect(await ada.get('/')).toMatchObject({ status: 303, to: '/second-factor' });
  const app = await ada.get('/second-factor/app');
  key = /<code[^>]*>([^<]+)</.exec(app.body)?.[1]?.replaceAll(' ', '') ?? '';
  const secret = /name="secret" value="([^"]+)"/.exec(app.body)?.[1] ?? '';
  expect(await ada.post('/second-factor/app', { secret, code: code() })).toMatchObject({ status: 303 });
  expect(await ada.get('/')).toMatchObject({ status: 303, to: '/children' });
  const again = await browser().get(link);
  expect([again.status, again.body.includes('This link no longer works')]).toEqual([404, true]);
});

test('signing in and out; what was typed stays, but never a password', async () => {
  const ada = browser();
  await ada.get('/sign-in?next=%2Fchildren%3Fon%3D2026-01-01');
  const wrong = await ada.post('/sign-in', { email: 'ada@x.example', password: 'not my password', next: '/duties' });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('The e-mail address or the password is not right');
  expect(wrong.body).toContain('value="ada@x.example"');
  expect(wrong.body).toContain('value="/duties"');
  expect(wrong.body).not.toContain('not my password');
  const empty = await ada.post('/sign-in', { email: '', password: '' });
  expect(empty.body).toContain('Enter your e-mail address');
  const right = await ada.post('/sign-in', { email: 'ADA@x.example ', password: PASSWORD, next: '/duties' });
  expect(right).toMatchObject({ status: 303, to: '/second-factor?next=%2Fduties' });
  expect(await ada.get('/my-account')).toMatchObject({ status: 303, to: '/second-factor' });
  await fresh.db.owner((tx) => sql`update access.authenticator set last_step = 0`.execute(tx));
  await ada.get('/second-factor?next=%2Fduties');
  expect(await ada.post('/second-factor', { code: code(), next: '/duties' })).toMatchObject({ to: '/duties' });
  expect(await ada.get('/sign-in')).toMatchObject({ to: '/children' });
  const somewhere = await ada.get('/nowhere');
  expect(somewhere.body).toContain('Sign out');
  expect(await ada.post('/sign-out', {})).toMatchObject({ status: 303, to: '/sign-in' });
  expect(ada.signedIn()).toBe(false);
  expect(await ada.get('/')).toMatchObject({ to: '/sign-in' });
});

test('a form that came too late waits until the second factor is proved, too', async () => {
  const asOwner = (statement: string) => fresh.db.owner((tx) => sql.raw(statement).execute(tx));
  const signIn = async (ada: ReturnType<typeof browser>, kept: string) => {
    await asOwner('update access.authenticator set last_step = 0');
    const next = await ada.post('/sign-in', { email: 'ada@x.example', password: PASSWORD, kept });
    await ada.get(next.to ?? '');
    return ada.post('/second-factor', {
      code: code(),
      next: new URLSearchParams(next.to?.split('?')[1]).get('next') ?? '',
    });
  };
  const ada = browser();
  await ada.get('/sign-in');
  await signIn(ada, '');
  await ada.get('/my-account');
  await asOwner("update access.session set seen_at = now() - interval '61 minutes'");
  const late = await ada.post('/my-account/sessions/end', { session: 'not what was asked for' });
  expect(late.status).toBe(403);
  const kept = /name="kept" value="([^"]+)"/.exec(late.body)?.[1] ?? '';
  expect(await signIn(ada, kept)).toMatchObject({ status: 303, to: '/kept-form' });
  const again = await ada.get('/kept-form');
  expect(again.body).toContain('not what was asked for');
  expect(again.body).toContain('action="/my-account/sessions/end"');
});

test('a foreign link cannot lead somebody away after signing in', async () => {
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    const ada = browser();
    await ada.get(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(await ada.post('/sign-in', { email: 'ada@x.example', password: PASSWORD, next })).toMatchObject({
      to: '/second-factor',
    });
  }
});

test('an invented database says so on every page, and its people sign in', async () => {
  const invented = await freshDatabase();
  await createInvented(invented.db, realClock(), 'Wherrymouth County Council', 'without-stories');
  const site = await frontDoor(invented.db);
  const visitor = visitorOf(site.web);
  expect((await visitor.get('/sign-in')).body).toContain('Invented data');
  const { email } = demoAdministrator();
  expect(await visitor.post('/sign-in', { email, password: DEMO_PASSWORD })).toMatchObject({
    status: 303,
    to: '/',
  });
  expect(await createReal(invented.db, realClock(), 'Another', { email: 'a@b.c', name: 'A' })).toMatchObject({
    ok: false,
  });
  await site.close();
  await invented.drop();
});
