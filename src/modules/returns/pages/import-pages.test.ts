import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samplePath, textOfSample } from '../../../../test/census/census-in-tests.ts';
import { countOf, type ImportHouse, importHouse } from '../../../../test/census/import-in-tests.ts';
import { importPages } from '../../../app/web/import-pages.ts';
import { notices } from '../../../app/web/notices.tsx';
import type { Id } from '../../../kernel/id.ts';
import { createWeb } from '../../../platform/http/web.ts';
import { loadUpload } from '../jobs/load-upload.ts';

let house: ImportHouse;
let folder: string;
let web: FastifyInstance;

beforeAll(async () => {
  house = await importHouse('real');
  folder = mkdtempSync(path.join(os.tmpdir(), 'import pages '));
  const { db, registry, projections, now } = house.context;
  web = await createWeb({
    pages: importPages(folder, registry, projections),
    db,
    clock: { now, today: () => '2026-06-01' as never },
    log: () => {},
    assets: import.meta.dirname,
    uploads: path.join(folder, 'uploads'),
    notices,
    personOf: async () => ({
      id: '00000000-0000-4000-8000-000000000001' as Id,
      name: 'Priya',
      email: 'p@x.example',
      roles: [],
    }),
    endSession: async () => {},
    may: () => true,
    grantable: new Set(['import:run']),
    keepAccess: async () => {},
    face: async () => ({ council: 'Test', colour: null, mark: 'real', trial: false }),
    nav: () => [],
    roleOf: () => 'analyst',
  });
});
afterAll(async () => {
  await web.close();
  await house.fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

const cookies = { 'sightline-session': 'priya' };
const get = (url: string) => web.inject({ url, cookies });
const csrfOf = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

async function send(name: string, content: string) {
  const csrf = csrfOf((await get('/import')).body);
  const part = (head: string, text: string): string =>
    `--edge\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`;
  const file = name === '' ? '' : part(`name="file"; filename="${name}"\r\nContent-Type: text/xml`, content);
  return web.inject({
    method: 'POST',
    url: '/import',
    cookies,
    headers: { 'content-type': 'multipart/form-data; boundary=edge', 'sec-fetch-site': 'same-origin' },
    payload: `${part('name="_csrf"', csrf)}${file}--edge--\r\n`,
  });
}

const work = (url: string) =>
  loadUpload(
    (identity) => ({ ...house.context, identity }),
    { run: url.split('/').at(-1) as Id },
    new AbortController().signal,
  );

test('a wrong file is refused on the form, in one sentence, and nothing is kept', async () => {
  expect((await get('/import')).body).toContain('No file has been loaded yet');
  for (const [name, content, says] of [
    ['', '', 'Choose the file of the census.'],
    ['empty.xml', '', 'The file is empty.'],
    ['page.html', '<html></html>', 'It is not a census'],
  ] as const) {
    const answer = await send(name, content);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(says);
  }
  expect(await countOf(house.fresh, 'returns.import_run')).toBe(0);
  await expect.poll(() => readdirSync(path.join(folder, 'uploads'))).toEqual([]); // tidied after the answer
});

test('a census is taken, shows how far it is, and then what became of it', async () => {
  const sent = await send('census.xml', textOfSample(samplePath('cin_invalid_2025-26.xml')));
  expect(sent.statusCode).toBe(303);
  const url = sent.headers.location as string;
  const waits = await get(url);
  expect(waits.body).toContain('It waits for its turn');
  expect(waits.body).toMatch(/<noscript><meta http-equiv="refresh"/);
  await work(url);
  const report = (await get(url)).body;
  expect(report).toContain('The census to 31 March 2026 is loaded');
  expect(report).toContain('Set aside: 13');
  expect(report).not.toContain('http-equiv="refresh"');
  expect((await get(`${url}/set-aside`)).body).toContain('RC99');
  expect((await get(`${url}/development`)).statusCode).toBe(404);
  expect((await get('/import')).body).toContain('census.xml');
});

test('what a later file took back counts until somebody confirms, and comes back when a file says it again', async () => {
  const whole = textOfSample(samplePath('cin_invalid_2025-26.xml'));
  const less = whole.replace(/<Assessments><AssessmentActualStartDate>2025-04-19<.*?<\/Assessments>/, '');
  const url = (await send('less.xml', less)).headers.location as string;
  await work(url);
  const report = (await get(url)).body;
  expect(report).toContain('Withdrawn by the file: 1');
  const [book, group] = ['book', 'group'].map(
    (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(report)?.[1] ?? '',
  );
  const facts = `sight.fact f where f.child = '${book}' and not exists (select from sight.retraction r where r.entry = f.entry)`;
  const before = await countOf(house.fresh, facts);
  const confirmed = await web.inject({
    method: 'POST',
    url: `${url}/withdrawn/confirm`,
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({ _csrf: csrfOf(report), book: book ?? '', group: group ?? '' }).toString(),
  });
  expect(confirmed.statusCode).toBe(303);
  expect((await get(url)).body).toContain('Confirmed: it counts no more');
  expect(await countOf(house.fresh, facts)).toBeLessThan(before);
  await work((await send('less.xml', less)).headers.location as string);
  await work((await send('whole.xml', whole)).headers.location as string);
  expect(await countOf(house.fresh, facts)).toBe(before);
  const { rows } = await house.context.db.as({ person: 'a tester', purpose: 'command' }, (tx) =>
    sql<{
      entries: number;
    }>`select (counts ->> 'entries')::int as entries from returns.import_run where state = 'done' order by asked_at, mark`.execute(
      tx,
    ),
  );
  expect(rows).toHaveLength(4);
});
