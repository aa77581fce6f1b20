import { expect, test } from 'vitest';
import type { Id } from '../../kernel/id.ts';
import { instantOf } from '../../kernel/instant.ts';
import { keyringOf, newMasterKey } from '../keys/keyring.ts';
import { redirect } from './answer.ts';
import { bareOptions } from './bare-options.fixture.tsx';
import { formToken } from './form-token.ts';
import { fieldsOf, openForm, sealForm } from './kept-form.ts';
import { type Entering, openPage, page, type SignedIn } from './page.ts';
import { createWeb } from './web.ts';

const ada = { id: '00000000-0000-4000-8000-0000000000a1' as Id, name: 'Ada', email: 'ada@x.example', roles: [] };
const ben = { ...ada, id: '00000000-0000-4000-8000-0000000000b1' as Id, name: 'Ben' };
const half: Entering = { ...ada, awaits: 'second-factor' };
const keys = keyringOf([newMasterKey()]);
const now = Date.parse('2026-03-31T12:00:00Z');
const form = { path: '/visits', person: ada.id, at: instantOf(now), fields: [['words', 'Mum got up']] as const };

test('a form opens for the person who wrote it, within a day, and for nobody else', () => {
  const sealed = sealForm(keys, form);
  expect(sealed).not.toContain('Mum');
  expect(openForm(keys, sealed, ada.id, now + 23 * 3_600_000)).toEqual(form);
  expect(openForm(keys, sealed, ada.id, now + 25 * 3_600_000)).toBeUndefined();
  expect(openForm(keys, sealed, ben.id, now)).toBeUndefined();
  expect(openForm(keys, `${sealed.slice(0, -2)}AA`, ada.id, now)).toBeUndefined();
  expect(openForm(keyringOf([newMasterKey()]), sealed, ada.id, now)).toBeUndefined();
  expect(openForm(keys, sealForm(keys, { ...form, path: '//evil.example' }), ada.id, now)).toBeUndefined();
});

test('passwords, codes and tokens are not kept; several values of one name are', () => {
  expect(
    fieldsOf({ words: 'a b', who: ['x', 'y'], password: 'p', 'new-password': 'p', code: '1', secret: 's', kept: 'k' }),
  ).toEqual([
    ['words', 'a b'],
    ['who', 'x'],
    ['who', 'y'],
  ]);
});

const people: Readonly<Record<string, SignedIn | Entering>> = { ada, ben, half };
const web = await createWeb({
  ...bareOptions,
  pages: [
    page({
      method: 'post',
      path: '/visits',
      permission: 'child:read',
      about: 'nobody',
      audit: { none: 'of a test' },
      handle: async () => redirect('/done'),
    }),
    openPage({
      path: '/who',
      audit: { none: 'of a test' },
      handle: async ({ person, entering }) => ({ is: 'json', value: [person?.name, entering?.awaits] }),
    }),
    openPage({
      method: 'post',
      path: '/sign-in',
      audit: { none: 'of a test' },
      handle: async () => ({ is: 'signed-in', session: 'new', to: '/' }),
    }),
  ],
  personOf: async (session) => people[session],
  keptForms: {
    keys,
    ownerOf: async (token) => (token === formToken('ended') ? ada.id : undefined),
    signIn: ({ kept }) => <p>{`sign in with ${kept ?? 'nothing'}`}</p>,
    sendAgain: ({ form: kept }) => <p>{`again ${JSON.stringify(kept.fields)}`}</p>,
  },
});

const post = (fields: Record<string, string>, headers: Record<string, string> = {}, url = '/visits') =>
  web.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
const late = { _csrf: formToken('ended'), words: 'Mum got up' };

test('a form whose session has ended is sealed into the sign-in page, which its browser can send', async () => {
  const answer = await post(late);
  expect(answer.statusCode).toBe(403);
  expect(answer.body).not.toContain('Mum');
  const sealed = /sign in with (\S+)<\/p>/.exec(answer.body)?.[1] ?? '';
  expect(openForm(keys, sealed, ada.id)).toMatchObject({ path: '/visits', fields: [['words', 'Mum got up']] });
  expect(String(answer.headers['set-cookie'])).toContain('sightline-visitor=');
  expect((await post({ ...late, words: 'w '.repeat(150_000) })).body).toContain('sign in with nothing');
});

test('what nobody was given, what comes from elsewhere, and what a script sends are not kept', async () => {
  expect((await post({ ...late, _csrf: formToken('forged') })).statusCode).toBe(303);
  expect((await post({ words: 'x' })).statusCode).toBe(303);
  expect((await post({ _csrf: late._csrf })).statusCode).toBe(303); // a button, with nothing typed
  expect((await post(late, { origin: 'https://evil.example' })).statusCode).toBe(303);
  expect((await post(late, { accept: 'application/json' })).statusCode).toBe(303);
});

test('a form of an earlier session comes back to its writer alone', async () => {
  const mine = await post(late, { cookie: 'sightline-session=ada' });
  expect(mine.body.replaceAll('&quot;', '"')).toContain('again [["words","Mum got up"]]');
  expect((await post(late, { cookie: 'sightline-session=ben' })).body).toContain('stale');
});

test('who is half-way through signing in is nobody yet, and is led on', async () => {
  const cookie = 'sightline-session=half';
  expect((await web.inject({ url: '/who', headers: { cookie } })).json()).toEqual([null, 'second-factor']);
  const answer = await post({ _csrf: formToken('half'), words: 'x' }, { cookie });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/second-factor']);
});

test('over TLS a cookie is held to this host and to TLS, and one without that name is not believed', async () => {
  const headers = { 'x-forwarded-proto': 'https', cookie: '__Host-sightline-session=ada' };
  expect((await web.inject({ url: '/who', headers })).json()).toEqual(['Ada', null]);
  const plain = { ...headers, cookie: 'sightline-session=ada' };
  const nobody = await web.inject({ url: '/who', headers: plain });
  expect(nobody.json()).toEqual([null, null]);
  expect(String(nobody.headers['set-cookie'])).toMatch(
    /^__Host-sightline-visitor=\S+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
});
