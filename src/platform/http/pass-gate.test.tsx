import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Id } from '../../kernel/id.ts';
import { render } from './answer.ts';
import { bareOptions } from './bare-options.fixture.tsx';
import { page, type SignedIn } from './page.ts';
import { createWeb, type Web } from './web.ts';
import type { AccessLine, Gate } from './web-options.ts';

const idOf = (end: string) => `00000000-0000-4000-8000-0000000000${end}` as Id;
const ada: SignedIn = { id: idOf('a1'), name: 'Ada', email: 'ada@x.example', roles: [] };
const [CHILD, OTHER, SHUT, HIDDEN] = [idOf('c1'), idOf('c2'), idOf('c3'), idOf('c4')];
const GATES: Readonly<Record<string, Gate>> = {
  [CHILD]: { is: 'open', child: CHILD, books: [CHILD], relation: 'team', opening: null },
  [OTHER]: { is: 'open', child: OTHER, books: [OTHER], relation: 'reason', opening: SHUT },
  [SHUT]: { is: 'ask', child: SHUT },
  [HIDDEN]: { is: 'hidden', child: HIDDEN },
};
const read = { permission: 'child:read', audit: 'child.opened' } as const;
const pages = [
  page({
    ...read,
    path: '/opened/:child',
    about: 'child',
    handle: async ({ opened, identity }) => render(<p>{JSON.stringify({ opened, by: identity.opened })}</p>),
  }),
  page({ ...read, path: '/both', about: async () => [CHILD, SHUT], handle: async () => render(<p>both</p>) }),
  page({ ...read, path: '/nameless', about: 'child', handle: async () => render(<p>nobody named</p>) }),
];

let web: Web;
const lines: AccessLine[] = [];
beforeAll(async () => {
  web = await createWeb({
    ...bareOptions,
    pages,
    db: { ...bareOptions.db, as: (_who, work) => work({} as never) },
    personOf: async () => ada,
    gate: async (_person, book) => GATES[book] ?? { is: 'nobody' },
    keepAccess: async (line) => {
      lines.push(line);
    },
  });
});
afterAll(() => web.close());
beforeEach(() => {
  lines.length = 0;
});

const get = (url: string) => web.inject({ url, headers: { cookie: 'sightline-session=ada' } });

test('the gate judges the child before the page reads anything, and its relation goes with every question', async () => {
  const open = await get(`/opened/${CHILD}`);
  expect(open.statusCode).toBe(200);
  expect(open.body.replaceAll('&quot;', '"')).toContain(
    JSON.stringify({
      opened: { child: CHILD, books: [CHILD], relation: 'team' },
      by: { books: [CHILD], relation: 'team' },
    }),
  );
  await get(`/opened/${OTHER}`);
  expect(lines).toMatchObject([
    { outcome: 'shown', children: [CHILD], relation: 'team', opening: null },
    { outcome: 'shown', children: [OTHER], relation: 'reason', opening: SHUT },
  ]);
});

test('without a relation the reader is led to where a reason is asked, and the log keeps it', async () => {
  const shut = await get(`/opened/${SHUT}`);
  expect([shut.statusCode, shut.headers.location]).toEqual([303, `/children/${SHUT}/ask`]);
  expect((await get('/both')).statusCode).toBe(303);
  expect(lines).toMatchObject([
    { outcome: 'not-permitted', children: [SHUT] },
    { outcome: 'not-permitted', children: [SHUT] },
  ]);
});

test('a hidden record answers as one that is not there; the log knows the difference', async () => {
  const hidden = await get(`/opened/${HIDDEN}`);
  const nobody = await get('/opened/00000000-0000-4000-8000-00000000dead');
  expect([hidden.statusCode, hidden.body]).toEqual([nobody.statusCode, nobody.body]);
  expect(hidden.statusCode).toBe(404);
  expect(lines).toMatchObject([
    { outcome: 'not-found', children: [HIDDEN] },
    { outcome: 'not-found', children: [] },
  ]);
});

test('a page about a child whose path names none opens nothing', async () => {
  expect((await get('/nameless')).statusCode).toBe(404);
});
