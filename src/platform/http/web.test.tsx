import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';
import type { Id } from '../../kernel/id.ts';
import { dayInLondon, type Instant } from '../../kernel/instant.ts';
import { notFound, redirect, refuse, render } from './answer.ts';
import { bareOptions } from './bare-options.fixture.tsx';
import { formToken } from './form-token.ts';
import { openPage, type Page, page, type SignedIn } from './page.ts';
import { createWeb } from './web.ts';
import type { AccessLine, WebOptions } from './web-options.ts';

const CHILD = '00000000-0000-4000-8000-0000000000c1' as Id;
const OTHER = '00000000-0000-4000-8000-0000000000c2' as Id;
const ada: SignedIn = {
  id: '00000000-0000-4000-8000-0000000000a1' as Id,
  name: 'Ada',
  email: 'ada@x.example',
  roles: [],
};
const read = { permission: 'child:read', audit: 'child.opened', about: 'nobody' } as const;

const pages: Page[] = [
  page({
    ...read,
    path: '/children/:child',
    params: z.object({ child: z.uuid() }),
    query: z.object({ on: z.string().optional() }),
    handle: async ({ params, query, today, person }) =>
      render(<p>{`${params.child} ${query.on ?? today} ${person.name} <script>`}</p>),
  }),
  page({
    ...read,
    path: '/list',
    audit: 'child.listed',
    handle: async () => render(<p>list</p>, { children: [CHILD, OTHER] }),
  }),
  page({ ...read, path: '/secret/:child', handle: async () => notFound }),
  page({ ...read, path: '/managed', permission: 'people:manage', handle: async () => render(<p>managed</p>) }),
  page({
    ...read,
    path: '/broken',
    handle: async () => {
      throw new Error('broke on "Ada Byron"');
    },
  }),
  page({
    ...read,
    method: 'post',
    path: '/visits/:child',
    audit: 'visit.recorded',
    body: z.object({ words: z.string().min(1, 'Enter what the child said') }),
    handle: async ({ body }) =>
      body.ok
        ? redirect('/list')
        : refuse(422, <p>{`${body.faults[0]?.field}: ${body.faults[0]?.text} / ${body.typed.other}`}</p>),
  }),
  page({
    ...read,
    method: 'post',
    path: '/import',
    audit: 'import.begun',
    upload: { field: 'file', limitBytes: 1000 },
    handle: async ({ upload, body }) => {
      if (!upload) return refuse(422, <p>no file</p>);
      if (upload.tooLarge) return refuse(422, <p>too large</p>);
      return render(<p>{`${upload.name} ${upload.bytes} ${readFileSync(upload.path, 'utf8')} ${body.typed.trial}`}</p>);
    },
  }),
  openPage({ path: '/sign-in', audit: { none: 'nobody is known' }, handle: async ({ csrf }) => render(<p>{csrf}</p>) }),
  openPage({
    method: 'post',
    path: '/sign-in',
    audit: { none: 'nobody is known' },
    handle: async () => ({ is: 'signed-in', session: 'fresh', to: '/list' }),
  }),
];

let fresh: FreshDatabase;
let web: Awaited<ReturnType<typeof createWeb>>;
const lines: AccessLine[] = [];
const logged: string[] = [];
const ended: string[] = [];
const uploads = mkdtempSync(path.join(os.tmpdir(), 'sightline-uploads-'));

const options = (): WebOptions => ({
  ...bareOptions,
  pages,
  db: fresh.db,
  log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })),
  uploads,
  personOf: async (session) => (session === 'ada' ? ada : undefined),
  endSession: async (session) => {
    ended.push(session);
  },
  may: (_person, permission) => permission === 'child:read',
  keepAccess: async (line) => {
    lines.push(line);
  },
});

beforeAll(async () => {
  fresh = await freshDatabase();
  web = await createWeb(options());
});
afterAll(async () => {
  await web.close();
  await fresh.drop();
  rmSync(uploads, { recursive: true, force: true });
});

const signedIn = { cookie: 'sightline-session=ada' };
const get = (url: string, headers: Record<string, string> = signedIn) => web.inject({ url, headers });
const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = signedIn) =>
  web.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
const token = { _csrf: formToken('ada') };

test('a page is parsed, answered, escaped and logged before it is seen', async () => {
  lines.length = 0;
  const answer = await get(`/children/${CHILD}?on=2025-01-01`);
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toBe(`<!doctype html><p>${CHILD} 2025-01-01 Ada &lt;script></p>`);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(lines).toMatchObject([{ person: ada.id, event: 'child.opened', outcome: 'shown', children: [CHILD] }]);
  expect(dayInLondon(lines[0]?.at as Instant)).toBe('2026-03-31');
});

test('a list is one line with the ids that it showed', async () => {
  lines.length = 0;
  await get('/list');
  expect(lines).toMatchObject([{ event: 'child.listed', children: [CHILD, OTHER] }]);
});

test('when the access log cannot be written, nothing is shown', async () => {
  const dumb = await createWeb({ ...options(), keepAccess: () => Promise.reject(new Error('disk full')) });
  const answer = await dumb.inject({ url: '/list', headers: signedIn });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('list');
  await dumb.close();
});

test('a visitor is led to sign in, and back to where they wanted to go', async () => {
  const answer = await get('/list?a=1', {});
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe('/sign-in?next=%2Flist%3Fa%3D1');
  expect((await get('/list', { cookie: 'sightline-session=forged' })).statusCode).toBe(303);
});

test('who may not is told so, and it is logged; what is not found is logged too', async () => {
  lines.length = 0;
  expect((await get('/managed')).statusCode).toBe(403);
  expect((await get(`/secret/${CHILD}`)).statusCode).toBe(404);
  expect((await get('/children/not-an-id')).statusCode).toBe(404);
  expect(lines.map(({ outcome, children }) => [outcome, children])).toEqual([
    ['not-permitted', []],
    ['not-found', [CHILD]],
    ['not-found', []],
  ]);
});

test('an unknown address and a fault are whole pages; the log has the reference and no name', async () => {
  expect((await get('/nowhere')).body).toContain('not found');
  logged.length = 0;
  const answer = await get('/broken');
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('Byron');
  const reference = /fault 500 (\w+)/.exec(answer.body)?.[1];
  expect(logged[0]).toContain(reference);
  expect(logged[0]).not.toContain('Byron');
});

test('a form needs the token of its own session', async () => {
  expect((await post(`/visits/${CHILD}`, { words: 'x' })).statusCode).toBe(403);
  expect((await post(`/visits/${CHILD}`, { words: 'x', _csrf: formToken('eve') })).statusCode).toBe(403);
  const foreign = await post(
    `/visits/${CHILD}`,
    { words: 'x', ...token },
    { ...signedIn, origin: 'http://evil.example' },
  );
  expect(foreign.statusCode).toBe(403);
  const ours = await post(`/visits/${CHILD}`, { words: 'x', ...token }, { ...signedIn, origin: 'http://localhost:80' });
  expect(ours.statusCode).toBe(303);
  const json = await web.inject({
    method: 'POST',
    url: `/visits/${CHILD}`,
    headers: signedIn,
    payload: { words: 'x', ...token },
  });
  expect(json.statusCode).toBe(415);
});

test('a form with faults comes back with what was typed; the token is not among it', async () => {
  lines.length = 0;
  const answer = await post(`/visits/${CHILD}`, { words: '', other: 'kept', ...token });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('words: Enter what the child said / kept');
  expect(lines).toMatchObject([{ event: 'visit.recorded', outcome: 'refused', children: [CHILD] }]);
});

test('signing in begins a session that scripts and other sites cannot use', async () => {
  const first = await get('/sign-in', {});
  const cookie = String(first.headers['set-cookie']);
  expect(cookie).toMatch(/^sightline-visitor=\S+; Path=\/; HttpOnly; SameSite=Lax$/);
  const visitor = cookie.split(';')[0] ?? '';
  const csrf = /<p>(.+)<\/p>/.exec(first.body)?.[1] ?? '';
  expect((await post('/sign-in', { _csrf: csrf }, {})).statusCode).toBe(403);
  const answer = await post('/sign-in', { _csrf: csrf }, { cookie: visitor });
  expect(answer.headers.location).toBe('/list');
  expect(String(answer.headers['set-cookie'])).toContain('sightline-session=fresh; Path=/; HttpOnly; SameSite=Lax');
  await post('/sign-in', token);
  expect(ended).toEqual(['ada']); // the old session ends with the new one
});

function multipart(parts: readonly (readonly [string, string, string?])[]) {
  const body = parts.map(([name, value, file]) => {
    const of = file ? `; filename="${file}"\r\nContent-Type: text/xml` : '';
    return `--edge\r\nContent-Disposition: form-data; name="${name}"${of}\r\n\r\n${value}\r\n`;
  });
  return {
    payload: `${body.join('')}--edge--\r\n`,
    headers: { ...signedIn, 'content-type': 'multipart/form-data; boundary=edge' },
  };
}
const send = (parts: Parameters<typeof multipart>[0]) =>
  web.inject({ method: 'POST', url: '/import', ...multipart(parts) });

test('a file is received, handed over, and gone after the answer', async () => {
  const csrf = ['_csrf', token._csrf] as const;
  const answer = await send([csrf, ['trial', 'yes'], ['file', '<xml/>', '../../a.xml']]);
  expect(answer.body).toContain('a.xml 6 &lt;xml/> yes');
  expect((await send([csrf, ['file', 'x'.repeat(2000), 'a.xml']])).body).toContain('too large');
  expect((await send([['file', '<xml/>', 'a.xml'], csrf])).body).toContain('no file'); // the token must come first
  expect((await send([['file', '<xml/>', 'a.xml']])).statusCode).toBe(403);
  expect(readdirSync(uploads)).toEqual([]);
});

test('inline script and style need the nonce of this very answer', async () => {
  const [one, two] = [await get('/list'), await get('/list')];
  const policy = String(one.headers['content-security-policy']);
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+'/);
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toBe(String(two.headers['content-security-policy']));
});

test('a page that could never be opened stops the start', async () => {
  await expect(createWeb({ ...options(), grantable: new Set() })).rejects.toThrow('which no role has');
  await expect(createWeb({ ...options(), pages: [...pages, pages[0] as Page] })).rejects.toThrow('Two pages answer');
});

test('what the last check refuses does not leave', async () => {
  const strict = await createWeb({
    ...options(),
    lastCheck: async ({ content }) => {
      const whole = content();
      if (String(whole).includes('list')) throw new Error('it names a protected place');
      return whole;
    },
  });
  const answer = await strict.inject({ url: '/list', headers: signedIn });
  expect([answer.statusCode, answer.body.includes('list')]).toEqual([500, false]);
  await strict.close();
});
