import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samplePath, statute, textOfSample } from '../../../../test/census/census-in-tests.ts';
import { countOf, type ImportHouse, importHouse } from '../../../../test/census/import-in-tests.ts';
import { csvOf, episode, header } from '../../../../test/ssda903/ssda903-in-tests.ts';
import { importPages } from '../../../app/web/import-pages.ts';
import { notices } from '../../../app/web/notices.tsx';
import type { Id } from '../../../kernel/id.ts';
import { instantOf } from '../../../kernel/instant.ts';
import { bareOptions } from '../../../platform/http/bare-options.fixture.tsx';
import { createWeb } from '../../../platform/http/web.ts';
import { addPerson } from '../../access/store/person-store.ts';
import { loadUpload } from '../jobs/load-upload.ts';
import { insertRun } from '../store/import-run-rows.ts';

let house: ImportHouse;
let folder: string;
let web: FastifyInstance;

beforeAll(async () => {
  house = await importHouse('real');
  folder = mkdtempSync(path.join(os.tmpdir(), 'import pages '));
  const { db, registry, projections, now } = house.context;
  const priya = { id: '00000000-0000-4000-8000-000000000001' as Id, name: 'Priya', email: 'p@x.example' };
  const roles = ['performance-analyst'] as const;
  await db.as({ person: 'a tester', purpose: 'command' }, (tx) => addPerson(tx, { ...priya, roles, addedAt: now() }));
  web = await createWeb({
    ...bareOptions,
    pages: importPages(folder, registry, projections, statute),
    db,
    clock: { now, today: () => '2026-06-01' as never },
    uploads: path.join(folder, 'uploads'),
    notices,
    personOf: async () => ({ ...priya, roles }),
    grantable: new Set(['import:run']),
    face: async () => ({ council: 'Test', colour: null, mark: 'real', trial: false }),
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

type Sent = { readonly name: string; readonly content: string };

/** Sends files of a kind, with what else was typed. */
async function sendAll(typed: Readonly<Record<string, string>>, files: readonly Sent[]) {
  const csrf = csrfOf((await get('/import')).body);
  const part = (head: string, text: string): string =>
    `--edge\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`;
  const fields = Object.entries({ _csrf: csrf, ...typed }).map(([name, text]) => part(`name="${name}"`, text));
  const sent = files.map(({ name, content }) =>
    part(`name="file"; filename="${name}"\r\nContent-Type: application/octet-stream`, content),
  );
  return web.inject({
    method: 'POST',
    url: '/import',
    cookies,
    headers: { 'content-type': 'multipart/form-data; boundary=edge', 'sec-fetch-site': 'same-origin' },
    payload: `${fields.join('')}${sent.join('')}--edge--\r\n`,
  });
}
const send = (name: string, content: string) => sendAll({ kind: 'cin-census' }, name === '' ? [] : [{ name, content }]);

const work = (url: string) =>
  loadUpload(
    (identity) => ({ ...house.context, identity }),
    { run: url.split('/').at(-1) as Id },
    new AbortController().signal,
  );

test('a wrong file is refused on the form, in one sentence, and nothing is kept', async () => {
  expect((await get('/import')).body).toContain('No file has been loaded yet');
  for (const [name, content, says] of [
    ['', '', 'Choose a file.'],
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

const tables: readonly Sent[] = [
  { name: 'who is who.csv', content: csvOf('Header', [header('903-1'), header('903-2', { SEX: 'M' })]) },
  { name: 'episodes.csv', content: csvOf('Episodes', [episode('903-1', '01/05/2025', '')]) },
];

test('what a file does not say is asked for and never guessed', async () => {
  for (const [typed, files, says] of [
    [{}, tables, 'Say what the file is.'],
    [{ kind: 'ssda903' }, tables, 'Say which year the return is of'],
    [{ kind: 'ssda903', year: '2031' }, tables, 'Say which year the return is of'],
    [{ kind: 'annex-a' }, tables.slice(0, 1), 'Say of which day the lists are'],
    [{ kind: 'annex-a', 'as-at': '1 August 2026' }, tables.slice(0, 1), 'The day of the lists'],
    [{ kind: 'cin-census' }, tables, 'Choose one file'],
    [
      { kind: 'ssda903', year: '2026' },
      [...tables, { name: 'letter.csv', content: 'Dear Sir\r\n' }],
      'letter.csv: It is not a table',
    ],
  ] as const) {
    const answer = await sendAll(typed, files);
    expect([answer.statusCode, says]).toEqual([422, says]);
    expect(answer.body).toContain(says);
  }
});

test('all tables of a return, chosen together, are one loading with one report', async () => {
  const sent = await sendAll({ kind: 'ssda903', year: '2026' }, tables);
  expect(sent.statusCode).toBe(303);
  const url = sent.headers.location as string;
  await work(url);
  const report = (await get(url)).body;
  expect(report).toContain('The looked-after return to 31 March 2026 is loaded');
  expect(report).toContain('who is who.csv, episodes.csv');
  expect(report).toContain('Header, Episodes');
  expect((await get('/import')).body).toContain('SSDA903 return');
  expect(readdirSync(path.join(folder, 'imports'))).toEqual([]);
});

test('every loading there ever was is kept, 25 on a page, with what became of all of it', async () => {
  const before = await countOf(house.fresh, 'returns.import_run');
  const runs = Array.from({ length: 30 }, (_, at) => ({
    id: house.context.newId(),
    kind: 'annex-a' as const,
    state: 'writing' as const,
    fileName: `lists ${at}.xlsx`,
    keptAt: null,
    trial: false,
    askedBy: 'somebody',
    askedAt: instantOf(Date.parse('2025-01-01T09:00:00.000Z') + at * 60_000),
  }));
  await house.fresh.db.as({ person: 'a tester', purpose: 'command' }, async (tx) => {
    for (const run of runs) await insertRun(tx, run);
  });
  const first = (await get('/import')).body;
  expect(first).toContain(`1 to 25 of ${before + 30} loadings.`);
  expect(first).toContain('rows set aside</a>');
  expect(first).toMatch(/\d+ children: \d+ loaded, \d+ unchanged, \d+ set aside/);
  expect(first).not.toContain('lists 0.xlsx');
  const last = (await get('/import?page=2')).body;
  expect(last).toContain(`26 to ${before + 30} of ${before + 30} loadings.`);
  expect(last).toContain('lists 0.xlsx');
});
