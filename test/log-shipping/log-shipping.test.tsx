import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runCommandLine } from '../../src/app/cli/cli.ts';
import { lastResort } from '../../src/app/start/last-resort.ts';
import type { Id } from '../../src/kernel/id.ts';
import { redirect, refuse } from '../../src/platform/http/answer.ts';
import { bareOptions } from '../../src/platform/http/bare-options.fixture.tsx';
import { formToken } from '../../src/platform/http/form-token.ts';
import { type Page, page, type SignedIn } from '../../src/platform/http/page.ts';
import { createWeb } from '../../src/platform/http/web.ts';
import { addJob, type Job, runs } from '../../src/platform/jobs/job.ts';
import { startWorker } from '../../src/platform/jobs/worker.ts';
import { logTo } from '../../src/platform/log/log.ts';
import { sourceFiles } from '../architecture/import-graph.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import { PLANTED, planted, plantedIn } from './planted-words.ts';

const lines: string[] = [];
const log = logTo({ write: (line) => lines.push(line) });
const ada: SignedIn = {
  id: '00000000-0000-4000-8000-0000000000a1' as Id,
  name: PLANTED.name,
  email: PLANTED.email,
  roles: [],
};

/** Faults as they come about, each with all that was planted in every part that it has. */
const FAULTS: Readonly<Record<string, () => unknown>> = {
  ours: () => new Error(`There is no child ${PLANTED.name} of ${PLANTED.address}, ${PLANTED.plainName}`),
  bare: () => new Error(planted.join(' ')),
  'of many lines': () => new Error(`first\n    at ${PLANTED.name} (/${PLANTED.plainName}:1:1)\n${planted.join('\n')}`),
  'with fields': () =>
    Object.assign(
      new TypeError(PLANTED.plainName),
      Object.fromEntries(
        ['code', 'constraint', 'table', 'routine', 'detail', 'hint', 'where', 'name'].map((field) => [
          field,
          planted.join(' '),
        ]),
      ),
    ),
  'with a cause': () => new Error(PLANTED.postcode, { cause: new Error(planted.join()) }),
  together: () =>
    new AggregateError(
      planted.map((each) => new Error(each)),
      planted.join(', '),
    ),
  'of a schema': () =>
    z.object({ [PLANTED.name]: z.literal(PLANTED.upn) }).safeParse({ [PLANTED.name]: PLANTED.address }).error,
  'of reading': () => {
    try {
      return JSON.parse(`{"${PLANTED.name}": ${PLANTED.plainName}}`);
    } catch (fault) {
      return fault;
    }
  },
  'of a file': () => {
    try {
      return readFileSync(`/nowhere/${PLANTED.name}/${PLANTED.upn}.pdf`);
    } catch (fault) {
      return fault;
    }
  },
  'a text': () => planted.join(' '),
  'a thing': () => ({ message: planted.join(' '), stack: planted.join('\n') }),
};

const anything = { permission: 'child:read', audit: 'child.opened', about: 'nobody' } as const;
const pages: Page[] = [
  page({
    ...anything,
    path: '/fault/:kind',
    handle: async ({ params }) => {
      throw FAULTS[(params as { kind: string }).kind]?.();
    },
  }),
  page({
    ...anything,
    path: '/database/:child',
    handle: async ({ db, identity, params }) => {
      const words = (params as { child: string }).child;
      await db.as(identity, (tx) => sql`select ${words}::uuid, ${PLANTED.name}::date`.execute(tx));
      return redirect('/');
    },
  }),
  page({
    ...anything,
    method: 'post',
    path: '/write',
    body: z.object({ words: z.literal('nothing else') }),
    upload: { field: 'file', limitBytes: 10 },
    handle: async ({ body, upload }) => {
      if (body.typed.fail) throw new Error(JSON.stringify(body.typed));
      return refuse(422, <p>{upload?.name}</p>);
    },
  }),
];

let fresh: FreshDatabase;
let web: Awaited<ReturnType<typeof createWeb>>;
const uploads = mkdtempSync(path.join(os.tmpdir(), 'sightline-log-'));
beforeAll(async () => {
  fresh = await freshDatabase();
  web = await createWeb({
    ...bareOptions,
    pages,
    db: fresh.db,
    log,
    uploads,
    personOf: async (session) => {
      if (session === 'broken') throw new Error(`no session of ${planted.join(' ')}`);
      return session === 'ada' ? ada : undefined;
    },
  });
});
afterAll(async () => {
  await web.close();
  await fresh.drop();
  rmSync(uploads, { recursive: true, force: true });
});

/** The lines that were logged meanwhile; at least one, and nothing planted in any. */
async function logged(least: number, work: () => Promise<unknown>): Promise<string[]> {
  const from = lines.length;
  await work();
  const said = lines.slice(from);
  expect(said.length).toBeGreaterThanOrEqual(least);
  expect(plantedIn(said.join())).toEqual([]);
  return said;
}

const cookies = { 'sightline-session': 'ada' };
const query = new URLSearchParams(Object.entries(PLANTED)).toString();
const headers = {
  'user-agent': PLANTED.name,
  referer: `http://x/${encodeURIComponent(PLANTED.name)}`,
  'x-forwarded-for': PLANTED.phone,
};

test('the test sees what was planted', () => {
  for (const each of planted) expect(plantedIn(`a line with ${each.toUpperCase()}`).length).toBeGreaterThan(0);
});

test.each(Object.keys(FAULTS))('a page that fails: a fault %s', async (kind) => {
  const said = await logged(1, () =>
    web.inject({ url: `/fault/${encodeURIComponent(kind)}?${query}`, cookies, headers }),
  );
  expect(JSON.parse(said.at(-1) ?? '')).toMatchObject({ event: 'web.fault', page: 'GET /fault/:kind', status: 500 });
});

test('a fault of the database says its code, and nothing that was asked', async () => {
  const said = await logged(1, () =>
    web.inject({ url: `/database/${encodeURIComponent(PLANTED.name)}`, cookies, headers }),
  );
  expect(JSON.parse(said[0] ?? '')).toMatchObject({ code: '22P02' });
});

test('a form that fails, one that is not ours, one that is too large, a file with a name, an address that is none', async () => {
  const form = (fields: Record<string, string>) => ({
    payload: new URLSearchParams({ ...PLANTED, ...fields }).toString(),
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  });
  await logged(1, () =>
    web.inject({ method: 'POST', url: `/write?${query}`, cookies, ...form({ csrf: formToken('ada'), fail: 'yes' }) }),
  );
  await logged(0, () => web.inject({ method: 'POST', url: '/write', cookies, ...form({ csrf: PLANTED.name }) }));
  await logged(0, () => web.inject({ method: 'POST', url: '/write', cookies, ...form({ csrf: formToken('ada') }) }));
  await logged(1, () =>
    web.inject({ method: 'POST', url: '/write', cookies, ...form({ long: PLANTED.plainName.repeat(100_000) }) }),
  );
  await logged(1, () =>
    web.inject({
      method: 'POST',
      url: '/write',
      cookies,
      payload: JSON.stringify(PLANTED),
      headers: { 'content-type': 'application/json' },
    }),
  );
  const part = `--b\r\ncontent-disposition: form-data; name="file"; filename="${PLANTED.name}.pdf"\r\n\r\n${planted.join(' ')}\r\n`;
  await logged(0, () =>
    web.inject({
      method: 'POST',
      url: '/write',
      cookies,
      payload: `${part}--b--\r\n`,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    }),
  );
  await logged(0, () =>
    web.inject({
      method: 'POST',
      url: '/write',
      cookies,
      payload: part,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    }),
  );
  await logged(0, () => web.inject({ url: `/${encodeURIComponent(PLANTED.name)}/${PLANTED.upn}`, cookies, headers }));
  await logged(1, () => web.inject({ url: `/children/%ZZ${PLANTED.upn}`, cookies, headers }));
  await logged(1, () => web.inject({ url: '/fault/ours', cookies: { 'sightline-session': 'broken' } }));
});

test('a job that fails, and what nobody caught', async () => {
  const job: Job<{ n: number }> = { name: 'planted', payload: z.object({ n: z.number() }) };
  const worker = await startWorker(
    fresh.jobsUrl,
    [runs(job, async () => Promise.reject(new Error(planted.join(' '))))],
    log,
  );
  try {
    await logged(1, async () => {
      const from = lines.length;
      await fresh.db.as({ person: 'somebody', purpose: 'request' }, (tx) => addJob(tx, job, { n: 1 }));
      await expect.poll(() => lines.length).toBeGreaterThan(from);
    });
  } finally {
    await worker.stop(1_000);
  }
  const heard = new Map<string, (fault: unknown) => void>();
  lastResort({ on: (event, hear) => heard.set(event, hear) }, log, () => {});
  await logged(2 * Object.keys(FAULTS).length, async () => {
    for (const hear of heard.values()) for (const make of Object.values(FAULTS)) hear(make());
  });
});

test('a command that fails by our own fault tells the terminal no more than the log', async () => {
  let said = '';
  const say = (text: string): void => {
    said += text;
  };
  // A database that is none of ours: the question fails inside, and what was typed is in no line.
  const env = {
    DATABASE_URL: fresh.ownerUrl,
    DATABASE_APP_URL: `postgres://sightline_app:${encodeURIComponent(PLANTED.password)}@127.0.0.1:1/nothing`,
  };
  await runCommandLine(['child', PLANTED.upn, '--as', 'nobody@x.example'], {
    env,
    out: say,
    err: say,
    signal: new AbortController().signal,
  });
  expect(said).not.toBe('');
  expect(plantedIn(said)).toEqual([]);
});

test('what the house says to its log by itself are ids, numbers and fixed words', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const fields = new Set<string>();
  for (const file of sourceFiles(root).filter((each) => each.startsWith('src/') && !/\.test\.tsx?$/.test(each))) {
    const text = readFileSync(path.join(root, file), 'utf8');
    for (const [, inner = ''] of text.matchAll(/\blog\('[\w.-]+', \{([^}]*(?:\{[^}]*\}[^}]*)*)\}\)/g))
      for (const [, field = ''] of inner.matchAll(/(?:^|,)\s*(?:\.\.\.)?([A-Za-z]+)/g)) fields.add(field);
  }
  const ALLOWED = [
    'attempt',
    'awaits',
    'book',
    'faultForLog',
    'id',
    'job',
    'page',
    'person',
    'places',
    'reference',
    'status',
    'way',
    'what',
    'why',
    'by',
  ];
  expect([...fields].filter((field) => !ALLOWED.includes(field))).toEqual([]);
  expect(fields.size).toBeGreaterThan(5);
});
