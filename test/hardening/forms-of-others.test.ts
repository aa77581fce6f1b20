import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formToken } from '../../src/platform/http/form-token.ts';
import { ADA, type SmallHouse, sendForm, smallHouse, TOKEN } from './small-house.tsx';

let house: SmallHouse;
beforeAll(async () => {
  house = await smallHouse();
});
afterAll(() => house.close());

/** Sends the form; answers its status, and whether the page took it in. */
async function sent(body: string, headers: Record<string, string> = {}, type?: string) {
  house.taken.length = 0;
  const { statusCode } = await sendForm(house.web, '/form', body, headers, type);
  return [statusCode, house.taken.length];
}

describe('a form that another site, or another session, sends', () => {
  test('is taken only with the token of its own session', async () => {
    expect(await sent(`words=x&_csrf=${TOKEN}`)).toEqual([422, 1]);
    for (const body of [
      'words=x',
      'words=x&_csrf=',
      `words=x&_csrf=${formToken('eve')}`,
      `words=x&_csrf=${TOKEN}x`,
      `words=x&_csrf=${TOKEN}&_csrf=${TOKEN}`,
      `words=x&csrf=${TOKEN}`,
    ])
      expect([body, ...(await sent(body))]).toEqual([body, 403, 0]);
  });

  test('is not taken from another origin, even with the token', async () => {
    const body = `words=x&_csrf=${TOKEN}`;
    expect(await sent(body, { host: 'sightline.council.example', origin: 'http://sightline.council.example' })).toEqual(
      [422, 1],
    );
    for (const origin of [
      'https://evil.example',
      'null',
      'http://sightline.council.example.evil.example',
      'http://sightline.council.example:8080',
      'not an origin',
    ])
      expect([origin, ...(await sent(body, { host: 'sightline.council.example', origin }))]).toEqual([origin, 403, 0]);
  });

  test('is told to the log: from where it came, and nothing that was in it', async () => {
    house.logged.length = 0;
    await sent('words=Byron&_csrf=x');
    await sent(`words=Byron&_csrf=${TOKEN}`, { origin: 'https://evil.example' });
    expect(house.logged.map((line) => JSON.parse(line))).toEqual([
      { event: 'web.form-refused', page: '/form', why: 'another session', person: expect.any(String) },
      { event: 'web.form-refused', page: '/form', why: 'another site', person: expect.any(String) },
    ]);
    expect(house.logged.join()).not.toMatch(/Byron|evil/);
  });

  test('is not taken when it is no form of a browser', async () => {
    const json = JSON.stringify({ words: 'x', _csrf: TOKEN });
    for (const type of ['application/json', 'text/plain', 'application/xml', 'text/json', 'application/csp-report'])
      expect([type, ...(await sent(json, {}, type))]).toEqual([type, 415, 0]);
    expect(await sent(json, {}, 'application/x-www-form-urlencoded')).toEqual([403, 0]);
  });

  test('cannot sign somebody in as another: the page before sign-in has its own token', async () => {
    const first = await house.web.inject('/sign-in');
    const visitor = String(first.headers['set-cookie']).split(';')[0] ?? '';
    const csrf = /<p>(.+)<\/p>/.exec(first.body)?.[1] ?? '';
    const signIn = (cookie: string, token: string) =>
      house.web.inject({
        method: 'POST',
        url: '/sign-in',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: `_csrf=${encodeURIComponent(token)}`,
      });
    expect((await signIn('', csrf)).statusCode).toBe(403);
    expect((await signIn('sightline-visitor=x', formToken('x'))).statusCode).toBe(403);
    expect((await signIn(visitor, csrf)).statusCode).toBe(303);
  });

  test('reading never writes: a page that writes does not answer GET, and a token in the address counts for nothing', async () => {
    house.taken.length = 0;
    const answer = await house.web.inject({ url: `/form?words=x&_csrf=${TOKEN}`, headers: { cookie: ADA } });
    expect([answer.statusCode, house.taken.length]).toEqual([404, 0]);
    expect(await sendForm(house.web, `/form?_csrf=${TOKEN}`, 'words=x')).toMatchObject({ statusCode: 403 });
  });
});

describe('methods that no page has', () => {
  test.each(['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const)('%s is not found', async (method) => {
    for (const url of ['/page', '/form', '/sign-in', '/']) {
      const answer = await house.web.inject({ method, url, headers: { cookie: ADA } });
      expect([url, answer.statusCode]).toEqual([url, 404]);
      expect(answer.body).not.toContain(ADA);
    }
  });

  test('a header or a field does not make one method another', async () => {
    house.taken.length = 0;
    const answer = await house.web.inject({
      url: '/form?_method=POST',
      headers: { cookie: ADA, 'x-http-method-override': 'POST', 'x-http-method': 'POST' },
    });
    expect([answer.statusCode, house.taken.length]).toEqual([404, 0]);
  });
});

describe('cookies', () => {
  const flags = ['Path=/', 'HttpOnly', 'SameSite=Lax'];
  const cookiesOf = async (headers: Record<string, string>) => {
    const page = await house.web.inject({ url: '/sign-in', headers });
    const [visitor = ''] = [page.headers['set-cookie']].flat() as string[];
    const csrf = /<p>(.+)<\/p>/.exec(page.body)?.[1] ?? '';
    const done = await house.web.inject({
      method: 'POST',
      url: '/sign-in',
      headers: {
        ...headers,
        cookie: visitor.split(';')[0] ?? '',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: `_csrf=${csrf}`,
    });
    return { visitor, session: ([done.headers['set-cookie']].flat() as string[])[0] ?? '', status: done.statusCode };
  };

  test('are out of reach of scripts and of other sites', async () => {
    const { visitor, session } = await cookiesOf({});
    expect(visitor.split('; ').slice(1)).toEqual(flags);
    expect(session.split('; ').slice(1)).toEqual(flags);
    expect(`${visitor}${session}`).not.toMatch(/domain=|expires=|max-age=/i);
  });

  test('are taken back when somebody signs out, with whatever the browser keeps of us', async () => {
    const { headers } = await sendForm(house.web, '/sign-out', `_csrf=${TOKEN}`);
    expect(headers['clear-site-data']).toBe('"storage"');
    expect(String(headers['set-cookie'])).toMatch(/^sightline-session=; .*Expires=Thu, 01 Jan 1970/);
    expect(house.ended).toEqual(['ada']);
  });

  test('behind TLS they are sent over TLS alone, and belong to this host by their very name', async () => {
    const { visitor, session, status } = await cookiesOf({ 'x-forwarded-proto': 'https' });
    expect(status).toBe(303);
    for (const cookie of [visitor, session]) {
      expect(cookie).toMatch(/^__Host-sightline-/);
      expect(cookie.split('; ').slice(1).sort()).toEqual([...flags, 'Secure'].sort());
      expect(cookie.length).toBeLessThan(4096);
    }
  });

  test('behind TLS a cookie that another host of the council could have set is not believed', async () => {
    const headers = { 'x-forwarded-proto': 'https', cookie: ADA };
    expect((await house.web.inject({ url: '/page', headers })).statusCode).toBe(303);
    const ours = { ...headers, cookie: `__Host-${ADA}` };
    expect((await house.web.inject({ url: '/page', headers: ours })).statusCode).toBe(200);
  });
});
