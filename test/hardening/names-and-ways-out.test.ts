import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADA, SECRET_BESIDE, type SmallHouse, sendForm, smallHouse, TOKEN } from './small-house.tsx';

let house: SmallHouse;
beforeAll(async () => {
  house = await smallHouse();
});
afterAll(() => house.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  house.web.inject({ url, headers: { cookie: ADA, ...headers } });

describe('a file that is handed out', () => {
  test('is saved and never shown in the page, under a name without a way to another header or folder', async () => {
    for (const [name, said] of [
      ['register.csv', 'register.csv'],
      ['a"; filename="evil.html', 'a-filename-evil.html'],
      ['a\r\nSet-Cookie: x=1', 'a-Set-Cookie-x-1'],
      ['../../etc/passwd', '..-..-etc-passwd'],
      ['Zuzanna Król.csv', 'Zuzanna-Kr-l.csv'],
      ['a\0b\\c/d', 'a-b-c-d'],
    ] as const) {
      const { headers, body } = await get(`/file?name=${encodeURIComponent(name)}`);
      expect([name, headers['content-disposition']]).toEqual([name, `attachment; filename="${said}"`]);
      expect([headers['set-cookie'], headers['content-type'], body]).toEqual([
        undefined,
        'text/csv; charset=utf-8',
        'a,b',
      ]);
    }
  });

  test('is written to the access log as an export', async () => {
    house.lines.length = 0;
    await get('/file');
    expect(house.lines).toMatchObject([{ event: 'child.opened', outcome: 'shown', what: 'export' }]);
  });
});

describe('the folder of stylesheets and scripts', () => {
  test('gives nothing that lies beside it, and no list of what is in it', async () => {
    for (const way of [
      '/assets/../secret.txt',
      '/assets/..%2fsecret.txt',
      '/assets/%2e%2e/secret.txt',
      '/assets/%2e%2e%2fsecret.txt',
      '/assets/..\\secret.txt',
      '/assets/....//secret.txt',
      '/assets//etc/passwd',
      '/assets/app.js/../../secret.txt',
      '/assets/app.js%00.css',
      '/assets/%252e%252e%252fsecret.txt',
      '/assets/',
      '/assets',
      '/assets/.git/config',
      '/.git/config',
      '/package.json',
      '/.env',
    ]) {
      const { statusCode, body } = await get(way);
      expect([way, statusCode]).toEqual([way, statusCode >= 400 && statusCode < 500 ? statusCode : 404]);
      expect(body).not.toContain(SECRET_BESIDE);
      expect(body).not.toMatch(/app\.js|root:/);
    }
  });

  test('the sign of life says nothing else, and nothing tells of the inside', async () => {
    expect((await get('/health')).body).toBe('{"ok":true}');
    for (const way of ['/metrics', '/status', '/debug', '/docs', '/openapi.json', '/swagger', '/api', '/server-status'])
      expect([way, (await get(way)).statusCode]).toEqual([way, 404]);
  });

  test('an address of a page with the ending of an asset is not that page: a cache learns nothing', async () => {
    for (const way of ['/page/style.css', '/page.css', '/page;a.css', '/page%2fa.css'])
      expect([way, (await get(way)).statusCode]).toEqual([way, 404]);
  });
});

describe('the host that a request names', () => {
  test('is never put into an address that we answer', async () => {
    for (const headers of [
      { host: 'evil.example' },
      { host: 'ours.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
    ])
      for (const url of ['/redirect', '/page', '/nowhere', '/sign-in']) {
        const answer = await house.web.inject({ url, headers });
        expect(`${answer.headers.location ?? ''}${answer.body}`).not.toContain('evil');
        expect(answer.headers.location ?? '/page').toMatch(/^\/[^/]/);
      }
  });

  test('who is not the proxy of this machine cannot say where they are, or that they came by TLS', async () => {
    const secure = async (remoteAddress: string) => {
      const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' };
      const answer = await house.web.inject({ url: '/sign-in', headers, remoteAddress });
      return answer.headers['strict-transport-security'] !== undefined;
    };
    expect([await secure('127.0.0.1'), await secure('203.0.113.7')]).toEqual([true, false]);
  });
});

describe('what was typed', () => {
  const SCRIPT = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;

  test('comes back as words, wherever it was typed', async () => {
    const answers = [
      await sendForm(house.web, '/form', `_csrf=${TOKEN}&words=${encodeURIComponent(SCRIPT)}`),
      await get(`/asked?on=${encodeURIComponent(SCRIPT)}`),
      await get(`/${encodeURIComponent(SCRIPT)}`),
      await get('/page', { 'user-agent': SCRIPT, referer: SCRIPT }),
    ];
    for (const { body, headers } of answers) {
      expect(body).not.toMatch(/<script>|<img/);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
    }
  });

  test('in JSON is data, and no page runs it as a script', async () => {
    const { headers, body } = await get('/json');
    expect([headers['content-type'], JSON.parse(body)]).toEqual([
      'application/json; charset=utf-8',
      { words: '</script>' },
    ]);
    const call = await get('/json?callback=alert');
    expect(call.body).toBe(body);
  });

  test('in the way that leads on from sign-in stays inside this house', async () => {
    for (const url of ['/page?a=1&b=//evil.example', '/page?next=https://evil.example']) {
      const { headers } = await house.web.inject(url);
      expect(headers.location).toBe(`/sign-in?next=${encodeURIComponent(url)}`);
    }
  });
});
