import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handMadeId } from '../../../county/hand-made/hand-made-id.ts';
import { handMadePeople, loadHandMade } from '../../../county/hand-made/load-hand-made.ts';
import { type FreshDatabase, inventedDatabase } from '../../../test/fresh-database.ts';
import { childNamed, type PersonInTests, type WebInTests, webInTests } from '../../../test/hand-made-web.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { mustBeDate } from '../../kernel/local-date.ts';
import { type AccessEvent, keepAccess } from '../../modules/access/store/access-log/access-log.ts';
import { readStatute } from '../../statute/read-statute.ts';
import { entryRegistry } from '../entry-registry.ts';
import { houseProjections } from '../house-projections.ts';
import { openingPages } from './opening-pages.ts';

const newId = () => randomUUID() as string as Id;
const officer: PersonInTests = {
  id: newId(),
  name: 'Quentin Abara',
  email: 'quentin.abara@wherrymouth.example',
  roles: ['data-protection-officer'],
};
const formula: PersonInTests = {
  id: newId(),
  name: '=HYPERLINK("x")',
  email: 'formula@wherrymouth.example',
  roles: ['social-worker'],
};
const [safiya, zayn] = [childNamed('Safiya Nowak-Rahman'), childNamed('Zayn Nowak-Rahman')];
const temitope = handMadePeople.find(({ name }) => name === 'Temitope Adeyemi')?.id as Id;
const opening = newId();

let fresh: FreshDatabase;
let web: WebInTests;
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const keep = (person: string, at: string, more: Partial<AccessEvent> = {}) =>
  keepAccess(
    fresh.db,
    { person, purpose: 'request' },
    { at: at as Instant, event: 'child.opened', outcome: 'shown', children: [safiya], relation: 'allocated', ...more },
  );

beforeAll(async () => {
  fresh = await inventedDatabase();
  const [registry, statute] = [entryRegistry(), readStatute()];
  const projections = houseProjections(registry, statute);
  await loadHandMade({ db: fresh.db, registry, projections, councilBook: handMadeId('council', 'of the tests') });
  web = await webInTests(fresh.db, openingPages(statute), mustBeDate('2026-03-31'), [officer, formula]);
  await fresh.db.owner((tx) =>
    sql`insert into access.opening (id, person, child, reason)
      values (${opening}, ${formula.id}, ${safiya}, 'The hospital asks tonight')`.execute(tx),
  );
  await keep(temitope, '2026-03-30T08:00:00.000Z');
  await keep(temitope, '2026-03-30T14:30:00.000Z');
  await keep(formula.id, '2026-03-31T07:00:00.000Z', { relation: 'reason', opening });
  await keep('load upload', '2026-03-31T07:05:00.000Z', {
    event: 'register.read',
    relation: null,
    children: [zayn, safiya],
    what: 'export',
  });
  // Half past eleven at night in London on the last day of January; and June, when clocks are ahead.
  await keep(temitope, '2026-01-31T23:30:00.000Z');
  await keep(temitope, '2026-03-29T10:00:00.000Z', { children: [zayn] });
});
afterAll(async () => {
  await web.close();
  await fresh.drop();
});

test('the child’s team reads who opened the record, by day and by what, newest first', async () => {
  const page = await web.get('temitope', `/children/${safiya}/access-log`);
  const text = textOf(page.html);
  expect(text).toContain('Who opened this record in March 2026');
  expect(text).toContain('3 people on 2 days');
  expect(text.indexOf('Tuesday 31 March 2026')).toBeLessThan(text.indexOf('Monday 30 March 2026'));
  expect(text).toContain('Temitope Adeyemi Opened the child’s page The child’s own worker 2 times, 9am to 3.30pm');
  expect(text).toContain('Opened with a reason: “The hospital asks tonight” 8am');
  expect(text).toContain('Sightline: load upload Was shown in a register, taken away as a file');
  expect(text).not.toContain('29 March 2026');
  expect(page.html).toContain(`/children/${safiya}/access-log?month=2026-01`);
  expect(web.accessLines.at(-1)).toMatchObject({ event: 'access-log.read', children: [safiya], relation: 'allocated' });
});

test('months are pages; a month without lines says so, and what is no month is this one', async () => {
  const month = async (asked: string) =>
    textOf((await web.get('temitope', `/children/${safiya}/access-log?month=${asked}`)).html);
  expect(await month('2026-01')).toContain('Saturday 31 January 2026');
  expect(await month('2026-02')).toContain('Nobody opened it');
  expect(await month('2026-02')).toContain('Later: March 2026');
  expect(await month('yesterday')).toContain('in March 2026');
});

test('somebody without a relation is led to where a reason is asked', async () => {
  await fresh.db.owner((tx) => sql`update access.opening set ended_at = now()`.execute(tx));
  for (const path of ['access-log', 'access-log.fhir.json'])
    expect((await web.get('formula', `/children/${safiya}/${path}`)).location).toBe(`/children/${safiya}/ask`);
  expect((await web.get('quentin', `/children/${safiya}/access-log`)).status).toBe(403);
});

test('the whole log of a child is taken away as FHIR, without a name, and of a list only this child', async () => {
  const answer = await web.get('temitope', `/children/${safiya}/access-log.fhir.json`);
  const bundle = JSON.parse(answer.html) as { type: string; entry: { resource: { recorded: string } }[] };
  expect(bundle.type).toBe('collection');
  expect(bundle.entry.map(({ resource }) => resource.recorded)).toEqual([
    '2026-03-30T08:00:00.000Z',
    '2026-03-30T14:30:00.000Z',
    '2026-03-31T07:00:00.000Z',
    '2026-03-31T07:05:00.000Z',
    '2026-01-31T23:30:00.000Z',
  ]);
  expect(answer.html).not.toMatch(/Temitope|Nowak|HYPERLINK/);
  expect(answer.html).not.toContain(zayn);
  expect(web.accessLines.at(-1)).toMatchObject({ event: 'access-log.exported', what: 'export', children: [safiya] });
});

test('whoever reviews the log sees everybody in numbers and one person line by line, and no child', async () => {
  const all = textOf((await web.get('quentin', '/access-log')).html);
  expect(all).toContain('From 25 March 2026 to 31 March 2026: 5 lines by 3 people.');
  expect(all).toMatch(/Temitope Adeyemi 2 3 0 0 0/);
  expect(all).toMatch(/Sightline: load upload 2 1 0 1 0/);
  const one = await web.get('quentin', `/access-log?person=${temitope}&from-day=1&from-month=1&from-year=2026`);
  expect(textOf(one.html)).toContain('Line by line: Temitope Adeyemi');
  expect(one.html).not.toMatch(/Nowak/);
  expect(textOf(one.html)).toContain(safiya.slice(0, 8));
  const wrong = await web.get('quentin', '/access-log?from-day=31&from-month=2&from-year=2026');
  expect([wrong.status, textOf(wrong.html).includes('February 2026 has 28 days')]).toEqual([422, true]);
  expect(wrong.html).toContain('value="31"');
  for (const path of ['/access-log', '/access-log.csv']) expect((await web.get('temitope', path)).status).toBe(403);
});

test('the file for a spreadsheet has every line, and no cell that runs', async () => {
  const answer = await web.get('quentin', '/access-log.csv');
  const records = parse(answer.html, { columns: true, bom: true }) as Record<string, string>[];
  expect(records).toHaveLength(5);
  expect(records.map(({ name }) => name)).toContain(`'${formula.name}`);
  expect(web.accessLines.at(-1)).toMatchObject({ event: 'access-log.exported', what: 'export' });
});

test('the database gives the log to nobody else', async () => {
  const seen = (person: string, statement: string) =>
    fresh.db.as({ person, purpose: 'request' }, async (tx) => (await sql.raw(statement).execute(tx)).rows.length);
  const ofChild = `select id from access.log_of_child(array['${safiya}']::uuid[], '-infinity', 'infinity')`;
  expect(await seen(formula.id, ofChild)).toBe(0);
  expect(await seen(formula.id, `select month from access.log_months_of_child(array['${safiya}']::uuid[])`)).toBe(0);
  expect(await seen(formula.id, 'select id from access.log')).toBe(1);
  expect(await seen(officer.id, 'select id from access.log')).toBe(6);
  await expect(
    seen(
      formula.id,
      `insert into access.log (at, person, event, outcome, purpose, children)
      values (now(), '${temitope}', 'child.opened', 'shown', 'request', '{}') returning id`,
    ),
  ).rejects.toThrow('row-level security');
});
