import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handMadeId } from '../../../county/hand-made/hand-made-id.ts';
import { loadHandMade } from '../../../county/hand-made/load-hand-made.ts';
import { commandLine, envOf } from '../../../test/command-line.ts';
import { type FreshDatabase, inventedDatabase } from '../../../test/fresh-database.ts';
import { childNamed, type PersonInTests, type WebInTests, webInTests } from '../../../test/hand-made-web.ts';
import type { Id } from '../../kernel/id.ts';
import { mustBeDate } from '../../kernel/local-date.ts';
import { stretchOfDays } from '../../modules/access/core/access-log/log-time.ts';
import { checkReading } from '../../modules/access/jobs/check-reading.ts';
import type { Role } from '../../modules/access/public.ts';
import { addressLiterals, postcodeLiterals } from '../../modules/people/core/kept-literals.ts';
import { hintOf, literalKeys } from '../../modules/people/core/literal-keys.ts';
import { readStatute } from '../../statute/read-statute.ts';
import { entryRegistry } from '../entry-registry.ts';
import { houseProjections } from '../house-projections.ts';
import { openingPages } from './opening-pages.ts';

const person = (name: string, ...roles: Role[]): PersonInTests => ({
  id: randomUUID() as string as Id,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@wherrymouth.example`,
  roles,
});
const nosy = person('Sunniva Brandt', 'social-worker');
const officer = person('Ottoline Pryor', 'data-protection-officer');
const second = person('Perpetua Lund', 'data-protection-officer');
const nell = person('Nell Neighbour', 'social-worker');
/** Opens records and reviews the log: never what is said about himself. */
const both = person('Wilfrid Both', 'social-worker', 'data-protection-officer');
const safiya = childNamed('Safiya Nowak-Rahman');
const REMARK = 'She took the calls of the whole team in that week';
const [from, until] = [mustBeDate('2026-03-01'), mustBeDate('2026-03-31')];

let fresh: FreshDatabase;
let web: WebInTests;
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const openedOn = (reader: PersonInTests, day: string, hour = '22') =>
  fresh.db.owner((tx) =>
    sql`insert into access.log (at, person, event, outcome, purpose, children, relation)
      values (${`2026-${day}T${hour}:30:00Z`}, ${reader.id}, 'child.opened', 'shown', 'request', ${[safiya]}::uuid[], 'reason')`.execute(
      tx,
    ),
  );
const check = () => checkReading(fresh.db, stretchOfDays(from, until));
const aboutOf = async (reader: PersonInTests) =>
  (
    await fresh.db.owner((tx) =>
      sql<{ id: Id }>`select id from access.suspicion where person = ${reader.id} order by found_at desc`.execute(tx),
    )
  ).rows.map(({ id }) => `/access-reviews/${id}`);
const asPerson = (who: PersonInTests, statement: string) =>
  fresh.db.as({ person: who.id, purpose: 'request' }, (tx) => sql.raw(statement).execute(tx));

beforeAll(async () => {
  fresh = await inventedDatabase();
  const [registry, statute] = [entryRegistry(), readStatute()];
  const projections = houseProjections(registry, statute);
  await loadHandMade({ db: fresh.db, registry, projections, councilBook: handMadeId('council', 'of the tests') });
  web = await webInTests(fresh.db, openingPages(statute), until, [nosy, officer, second, both, nell]);
});
afterAll(async () => {
  await web.close();
  await fresh.drop();
});

test('nothing waits before the log was read; only who reviews the log may look', async () => {
  expect(textOf((await web.get('ottoline', '/access-reviews')).html)).toContain('Nothing waits for you.');
  expect((await web.get('sunniva', '/access-reviews')).status).toBe(403);
});

test('the command reads the log on somebody’s behalf, and says what it came to', async () => {
  for (const day of ['03-02', '03-04', '03-09', '03-11', '03-18']) {
    await openedOn(nosy, day);
    await openedOn(both, day);
  }
  const asked = (...words: string[]) => commandLine(envOf(fresh), ['access-check', ...words, '--as', officer.email]);
  const days = ['--from', from, '--until', until];
  const { code, out } = await asked(...days);
  expect([code, out.split('\n')[0]]).toEqual([0, '10 openings by 2 people: 2 alerts, 2 new.']);
  expect((await asked(...days)).out).toContain('2 alerts, 0 new.');
  expect((await asked('--from', 'May')).code).toBe(2);
  expect((await commandLine(envOf(fresh), ['access-check', '--as', nosy.email])).code).toBe(1);
});

test('the queue names who and which child as a search would, and the evidence in words; never what is about its reader', async () => {
  const list = await web.get('ottoline', '/access-reviews');
  expect(textOf(list.html)).toMatch(
    /2 alerts wait for you\. .*Sunniva Brandt Safiya Nowak-Rahman, 8 Opened on 5 different days\./,
  );
  expect(web.accessLines.at(-1)).toMatchObject({ event: 'access-reviews.listed', children: [safiya] });
  const own = textOf((await web.get('wilfrid', '/access-reviews')).html);
  expect(own).toContain('1 alert waits for you.');
  expect(own.match(/Wilfrid Both/g)?.length ?? 0).toBeLessThanOrEqual(1); // signed in, and in no row
  const [about] = await aboutOf(both);
  expect((await web.get('wilfrid', about ?? '')).status).toBe(404);
  expect((await web.get('ottoline', about ?? '')).status).toBe(200);
});

test('beneath the pages too: one’s own is not there, and what was found is the reviewer’s to answer, not to change', async () => {
  const seen = await asPerson(both, 'select person from access.suspicion');
  expect(seen.rows).toEqual([{ person: nosy.id }]);
  expect((await asPerson(nosy, 'select person from access.suspicion')).rows).toEqual([]);
  await expect(asPerson(officer, 'update access.suspicion set score = 1')).rejects.toThrow('as it was found');
  await expect(
    asPerson(
      officer,
      `update access.suspicion set reviewed_at = now(), reviewed_by = '${second.id}', finding = 'explained', remark = '${REMARK}'`,
    ),
  ).rejects.toThrow('in one’s own name'.replace('’', "'"));
  await expect(
    asPerson(
      officer,
      `insert into access.suspicion (person, child, from_at, until_at, kinds, score, evidence)
        values ('${nosy.id}', '${safiya}', now() - interval '1 day', now(), '{returned}', 4, '[]')`,
    ),
  ).rejects.toThrow('row-level security');
  for (const words of ['"Safiya"', '{"kind": "returned", "note": "safiya"}', '"flat 2"'])
    await expect(
      fresh.db.owner((tx) => sql`update access.suspicion set evidence = ${`[${words}]`}::jsonb`.execute(tx)),
    ).rejects.toThrow('check constraint');
});

test('a review shows the lines, keeps what was typed when it is refused, and is done once', async () => {
  const [address = ''] = await aboutOf(nosy);
  const page = await web.get('ottoline', address);
  const text = textOf(page.html);
  expect(text).toContain('Why did Sunniva Brandt open this record?');
  expect(text.match(/Opened the child’s page Opened with a reason/g)).toHaveLength(5);
  expect(page.html).toContain(`person=${nosy.id}`);
  const short = await web.send('ottoline', page, { finding: 'concern', remark: 'odd <it>' });
  expect(short.status).toBe(422);
  expect(textOf(short.html)).toContain('Say to whom you passed the concern on');
  expect(textOf(short.html)).toContain('Say what the concern is, in 10 letters or more');
  expect(short.html).toContain('odd &lt;it&gt;</textarea>');
  expect(await web.send('ottoline', page, { finding: 'explained', remark: REMARK })).toMatchObject({
    status: 303,
    location: '/access-reviews',
  });
  expect(web.accessLines.at(-1)).toMatchObject({ event: 'access-review.decided', outcome: 'done', children: [safiya] });
  expect((await web.send('perpetua', page, { finding: 'explained', remark: REMARK })).status).toBe(403);
  const again = await web.get('perpetua', address);
  expect(textOf(again.html)).toContain(`“${REMARK}”`);
  expect(again.html).not.toContain('name="remark"');
  const done = textOf((await web.get('perpetua', '/access-reviews')).html);
  expect(done).toMatch(
    /1 alert waits for you\..*Reviewed, newest first .*Sunniva Brandt Safiya[^.]* Explained Ottoline Pryor/,
  );
});

test('what was explained raises nothing again; a page that is behind is told, and what comes later is judged anew', async () => {
  expect(await check()).toMatchObject({ alerts: 1, added: 0 });
  const [address = ''] = await aboutOf(both);
  const page = await web.get('ottoline', address);
  await openedOn(both, '03-19');
  await fresh.db.owner((tx) =>
    sql`update access.suspicion set until_at = until_at - interval '1 day' where finding is null`.execute(tx),
  );
  expect(await check()).toMatchObject({ alerts: 1, added: 0 });
  const stale = page.html.replace(
    /name="seen-until" value="[^"]*"/,
    'name="seen-until" value="2026-03-31T00:00:00.000Z"',
  );
  const typed = { finding: 'concern', 'passed-to': 'The head of service', remark: REMARK };
  const told = await web.send('ottoline', { ...page, html: stale }, typed);
  expect(told.status).toBe(409);
  expect(textOf(told.html)).toContain('More was found since you opened this page');
  expect(told.html).toContain('value="The head of service"');
  expect(textOf(told.html)).toContain('Opened on 6 different days.');
  expect((await web.send('ottoline', told, typed)).status).toBe(303);
  for (const day of ['03-20', '03-21', '03-23', '03-24', '03-25']) await openedOn(both, day, '10');
  // The whole time was answered for: only what comes after it counts.
  expect(await check()).toMatchObject({ alerts: 0, added: 0 });
  for (const day of ['04-01', '04-02', '04-07', '04-08', '04-09']) await openedOn(both, day);
  const later = stretchOfDays(mustBeDate('2026-03-15'), mustBeDate('2026-04-15'));
  expect(await checkReading(fresh.db, later)).toMatchObject({ alerts: 1, added: 1 });
});

test('a remark that gives a protected place reads as withheld', async () => {
  for (const key of literalKeys('QX9 9ZZ'))
    await fresh.db.owner((tx) =>
      sql`insert into people.place_literal (book, entry, kind, key, hint, protected)
        values (${safiya}, ${randomUUID()}, 'postcode', ${key}, ${hintOf(key)}, true)`.execute(tx),
    );
  await fresh.db.owner(async (tx) => {
    await sql`alter table access.suspicion disable trigger goes_on`.execute(tx);
    await sql`update access.suspicion set remark = 'He lives next to her at QX9 9ZZ' where finding is not null`.execute(
      tx,
    );
    await sql`alter table access.suspicion enable trigger goes_on`.execute(tx);
  });
  const [address = ''] = await aboutOf(nosy);
  for (const each of ['/access-reviews', address]) {
    const page = await web.get('ottoline', each);
    expect([each, page.status, page.html.includes('QX9')]).toEqual([each, 200, false]);
  }
});

test('an answer that was stopped is told to whoever answers for data protection, and to nobody else', async () => {
  expect((await web.get('ottoline', '/access-reviews')).html).not.toContain('Pages that were stopped');
  await asPerson(
    nosy,
    `insert into people.literal_stopped (person, book, places) values ('${nosy.id}', '${safiya}', 2)`,
  );
  await fresh.db.as({ person: 'visitor', purpose: 'request' }, (tx) =>
    sql`insert into people.literal_stopped (person, book, places) values ('visitor', null, 1)`.execute(tx),
  );
  const told = textOf((await web.get('ottoline', '/access-reviews')).html);
  expect(told).toMatch(/Sunniva Brandt Safiya Nowak-Rahman, 8 2 /);
  expect(told).toContain('Nobody who was signed in No one child’s record 1');
  expect((await asPerson(nosy, 'select id from people.literal_stopped')).rows).toEqual([]);
});

test('whoever said where they live is asked about a child of their own house; never where the place is protected', async () => {
  const form = await web.get('nell', '/my-account/home');
  const refused = await web.send('nell', form, { line: 'Wherrymouth', postcode: 'NR' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('value="Wherrymouth"');
  const home = { line: '14 Orchard Gdns', postcode: 'nr301ab' };
  expect((await web.send('nell', form, home)).location).toBe('/my-account/home');
  const told = await web.get('nell', '/my-account/home');
  expect(textOf(told.html)).toContain('You said where you live on');
  expect(told.html).not.toMatch(/orchard|nr30/i);
  for (const who of [officer, both]) expect((await asPerson(who, 'select person from access.home')).rows).toEqual([]);

  const zayn = childNamed('Zayn Nowak-Rahman');
  const lives = async (child: Id, line: string) => {
    const entry = randomUUID();
    for (const { kind, key, hint } of [...addressLiterals(line), ...postcodeLiterals('NR30 1AB')])
      await fresh.db.owner((tx) =>
        sql`insert into people.place_literal (book, entry, kind, key, hint, protected)
          values (${child}, ${entry}, ${kind}, ${key}, ${hint}, true)`.execute(tx),
      );
  };
  await lives(safiya, '14 Orchard Gardens, Wherrymouth');
  await lives(zayn, '15 Orchard Gardens');
  await fresh.db.owner((tx) =>
    sql`insert into access.log (at, person, event, outcome, purpose, children, relation) select '2026-03-12T10:00:00Z', ${nell.id},
      'child.opened', 'shown', 'request', array[child], 'allocated' from unnest(${[safiya, zayn]}::uuid[]) child`.execute(
      tx,
    ),
  );
  await check();
  expect(await aboutOf(nell)).toEqual([]);
  await fresh.db.owner((tx) =>
    sql`update people.place_literal set protected = false where key like '%orchard%'`.execute(tx),
  );
  await check();
  expect(await aboutOf(nell)).toEqual([]); // the postcode is still somebody’s protected one
  await fresh.db.owner((tx) => sql`update people.place_literal set protected = false where key ~ 'nr'`.execute(tx));
  expect(await check()).toMatchObject({ added: 1 });
  const [address = ''] = await aboutOf(nell);
  const page = textOf((await web.get('ottoline', address)).html);
  expect(page).toMatch(/Safiya Nowak-Rahman, 8 .*lives or lived at this person’s own address/);
  expect(page).not.toMatch(/orchard|nr30/i);
  await web.send('nell', told, {}, '/my-account/home/remove');
  expect(textOf((await web.get('nell', '/my-account/home')).html)).toContain('You have not said where you live');
  await expect(
    fresh.db.as({ person: officer.id, purpose: 'request' }, (tx) =>
      sql`select * from access.homes_shared(${nell.id}, ${[safiya]}::uuid[])`.execute(tx),
    ),
  ).resolves.toMatchObject({ rows: [] });
});

test('a child whom the reviewer knows outside work is another’s to review', async () => {
  await fresh.db.owner((tx) =>
    sql`insert into access.interest (book, entry, person, child, kind)
      values (${randomUUID()}, ${randomUUID()}, ${officer.id}, ${safiya}, 'relative')`.execute(tx),
  );
  const [address = ''] = await aboutOf(nosy);
  expect((await web.get('ottoline', address)).status).toBe(404);
  expect((await web.get('perpetua', address)).status).toBe(200);
});
