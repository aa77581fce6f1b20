import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADA, type SmallHouse, sendForm, smallHouse, TOKEN } from './small-house.tsx';

let house: SmallHouse;
beforeAll(async () => {
  house = await smallHouse();
});
afterAll(() => house.close());

type Answer = Awaited<ReturnType<SmallHouse['web']['inject']>>;
const get = (url: string, headers: Record<string, string> = {}) =>
  house.web.inject({ url, headers: { cookie: ADA, ...headers } });

/** One answer of every kind that the server gives. */
const KINDS: readonly (readonly [string, number, () => Promise<Answer>])[] = [
  ['a page', 200, () => get('/page')],
  ['a redirect', 303, () => get('/redirect')],
  ['a redirect to sign in', 303, () => get('/page', { cookie: '' })],
  ['a page that is not allowed', 403, () => get('/managed')],
  ['a page that is not there', 404, () => get('/nowhere')],
  ['a fault', 500, () => get('/broken')],
  ['a file', 200, () => get('/file')],
  ['JSON', 200, () => get('/json')],
  ['an asset', 200, () => get('/assets/app.js')],
  ['an asset that is not there', 404, () => get('/assets/gone.js')],
  ['the icon', 200, () => get('/favicon.ico')],
  ['the sign of life', 200, () => get('/health')],
  ['a form with faults', 422, () => sendForm(house.web, '/form', `_csrf=${TOKEN}`)],
  ['a form of another session', 403, () => sendForm(house.web, '/form', '_csrf=stale')],
  ['a form of another kind', 415, () => sendForm(house.web, '/form', '{}', {}, 'application/json')],
  ['a body that is too large', 413, () => sendForm(house.web, '/form', `_csrf=${TOKEN}&a=${'x'.repeat(1_100_000)}`)],
  ['an address that cannot be read', 400, () => get('/page/%zz')],
];

describe.each(KINDS)('%s', (_name, status, ask) => {
  test('says what a browser may do with it', async () => {
    const answer = await ask();
    expect(answer.statusCode).toBe(status);
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toMatch(/(^|; )script-src 'self' 'nonce-[\w+/]{22}=='(;|$)/);
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule);
    expect(policy).toMatch(/(^|; )form-action 'self'/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(answer.headers['permissions-policy']).toContain('camera=()');
    for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
      expect(answer.headers).not.toHaveProperty(name);
    if (answer.body !== '') expect(answer.headers['content-type']).toMatch(/; charset=utf-8$|^image\/svg\+xml/i);
  });
});

const MAY_BE_KEPT = new Set(['an asset', 'the icon']);
test('nothing but stylesheets, scripts and pictures of the house may be kept by a browser or a proxy', async () => {
  for (const [name, , ask] of KINDS) {
    const kept = String((await ask()).headers['cache-control']);
    expect([name, kept]).toEqual([name, MAY_BE_KEPT.has(name) ? 'public, max-age=600' : 'no-store']);
  }
});

test('a nonce is made for one answer', async () => {
  const nonces = await Promise.all(
    Array.from({ length: 20 }, async () =>
      /'nonce-([^']+)'/.exec(String((await get('/page')).headers['content-security-policy']))?.at(1),
    ),
  );
  expect(new Set(nonces).size).toBe(20);
});

test('behind TLS every answer keeps the browser on TLS, with everything beneath the host', async () => {
  for (const url of ['/page', '/nowhere', '/broken', '/assets/app.js']) {
    const answer = await get(url, { 'x-forwarded-proto': 'https' });
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  }
  expect((await get('/page')).headers).not.toHaveProperty('strict-transport-security');
});

test('who asks from elsewhere gets no leave to read: a preflight is not answered', async () => {
  const answer = await house.web.inject({
    method: 'OPTIONS',
    url: '/page',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  });
  expect(answer.statusCode).toBe(404);
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('what goes wrong inside is told to the log, and not to the reader', async () => {
  house.logged.length = 0;
  const { body, statusCode } = await get('/broken');
  expect([statusCode, body]).toEqual([500, expect.stringMatching(/^<!doctype html><p>fault 500 [0-9a-f]{10}<\/p>$/)]);
  expect(house.logged).toHaveLength(1);
  expect(house.logged[0]).not.toMatch(/Byron/);
});
