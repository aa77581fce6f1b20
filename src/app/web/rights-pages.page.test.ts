import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handMadePeople } from '../../../county/hand-made/load-hand-made.ts';
import { childNamed, type HandMadeWeb, handMadeWeb, type WebInTests, webInTests } from '../../../test/hand-made-web.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { mustBeDate } from '../../kernel/local-date.ts';
import { FIRST_ROLES, GRANTABLE_ROLES } from '../../modules/access/public.ts';
import { giveFirstRights } from '../../modules/access/store/first-rights.ts';
import { DOORKEEPER } from '../../modules/access/store/person-store.ts';
import { personOfSession, startSession } from '../../modules/access/store/session-store.ts';
import type { Log } from '../../platform/log/log.ts';
import { readStatute } from '../../statute/read-statute.ts';
import { HOUSE } from '../house-mark.ts';
import { houseProjections } from '../house-projections.ts';
import { rightsPages } from './rights-pages.ts';

const today = mustBeDate('2026-03-31');
const personOf = (first: string) => handMadePeople.find(({ email }) => email.startsWith(first))?.id as Id;
const [hari, kwame] = [personOf('hari'), personOf('kwame')];
let house: HandMadeWeb;
let web: WebInTests;
/** Two who hold two roles. */
const HOLD_TWO = [
  { id: randomUUID() as string as Id, name: 'Ada Both', email: 'both@x.example', roles: FIRST_ROLES },
  { id: randomUUID() as string as Id, name: 'Una Twice', email: 'twice@x.example', roles: ['social-worker', 'legal'] },
] as const;
const told: unknown[] = [];
const log: Log = (event, fields) => void told.push({ event, ...fields });

beforeAll(async () => {
  house = await handMadeWeb();
  const { db, registry } = house;
  const given = {
    ...{ identity: HOUSE, registry, today, because: 'For the test.' },
    ...{ newId: () => randomUUID() as string as Id, now: '2026-03-31T08:00:00.000Z' as Instant },
  };
  await db.as(HOUSE, (tx) =>
    giveFirstRights(
      tx,
      given,
      handMadePeople.map((each) => ({
        ...each,
        mayGrant: each.roles.includes('administrator') ? GRANTABLE_ROLES : [],
      })),
    ),
  );
  await db.owner((tx) =>
    sql`insert into app.standing_day (today) values (${today}) on conflict (only_row) do update set today = excluded.today`.execute(
      tx,
    ),
  );
  web = await webInTests(db, rightsPages(registry, houseProjections(registry, readStatute()), log), today, HOLD_TWO);
});
afterAll(async () => {
  await web.close();
  await house.close();
});

const ask = <Row>(query: ReturnType<typeof sql<Row>>) =>
  house.db.as(HOUSE, async (tx) => (await query.execute(tx)).rows);
const rolesOf = async (person: Id) =>
  (
    await ask<{ roles: string[]; active: boolean }>(sql`select roles, active from access.person where id = ${person}`)
  )[0];

describe('people', () => {
  test('only an administrator sees who may sign in, what each role allows, and somebody’s rights', async () => {
    for (const path of ['/people', '/people/roles', '/people/new', `/people/${hari}`]) {
      expect([path, (await web.get('dilwyn', path)).status]).toEqual([path, 200]);
      for (const who of ['temitope', 'marguerite', 'anil'])
        expect([who, path, (await web.get(who, path)).status]).toEqual([who, path, 403]);
    }
    const { html } = await web.get('dilwyn', '/people');
    expect(html).toContain('Hari Ravindran');
    expect(html).toContain('Front door and duty worker');
    const roles = await web.get('dilwyn', '/people/roles');
    expect(roles.html).toContain('Nobody can be given these: Partner agency, School, Carer, Parent, Child.');
    expect((await web.get('dilwyn', '/people/00000000-0000-4000-8000-000000000099')).status).toBe(404);
  });

  test('a child whom somebody knows is not named to an administrator, and there is no way to look as somebody', async () => {
    const { html } = await web.get('dilwyn', `/people/${hari}`);
    expect(html).not.toMatch(/Michael|Connors|WM100389/);
    expect(html).not.toMatch(/view as|sign in as/i);
    expect((await web.get('dilwyn', `/people/${kwame}`)).html).not.toMatch(/Amadou|WM104102/);
  });

  test('adding somebody: what is wrong stands beside its box; sent twice it adds one person', async () => {
    const page = await web.get('dilwyn', '/people/new');
    const empty = await web.send('dilwyn', page, { name: 'Zofia Lis' });
    expect(empty.status).toBe(422);
    for (const text of ['Enter an e-mail address', 'Choose at least one role', 'Say why', 'value="Zofia Lis"'])
      expect(empty.html).toContain(text);
    const fields = { name: 'Zofia Lis', email: 'Zofia@Wherrymouth.example', roles: 'legal', because: 'New lawyer.' };
    const taken = await web.send('dilwyn', page, { ...fields, email: 'hari.ravindran@wherrymouth.example' });
    expect([taken.status, taken.html.includes('has access already')]).toEqual([422, true]);
    for (let twice = 0; twice < 2; twice += 1) {
      const sent = await web.send('dilwyn', page, fields);
      expect(sent.status).toBe(200);
      expect(sent.html).toMatch(/\/set-password\/[\w-]{20,}/);
    }
    expect(await ask(sql`select roles, active from access.person where email = 'zofia@wherrymouth.example'`)).toEqual([
      { roles: ['legal'], active: true },
    ]);
  });

  test('rights are changed with a reason, stopped and started; each change is told with its words', async () => {
    const page = await web.get('dilwyn', `/people/${kwame}`);
    expect((await web.send('dilwyn', page, { roles: 'auditor' })).html).toContain('Say why');
    const sent = await web.send('dilwyn', page, { roles: 'inspector', because: 'Moved to the inspectorate.' });
    expect([sent.status, sent.location]).toEqual([303, `/people/${kwame}`]);
    expect(await rolesOf(kwame)).toEqual({ roles: ['inspector'], active: true });
    const account = `/people/${kwame}/account`;
    expect((await web.send('dilwyn', page, { does: 'stop' }, account)).status).toBe(422);
    expect((await web.send('dilwyn', page, { does: 'stop', because: 'Left.' }, account)).status).toBe(303);
    expect(await rolesOf(kwame)).toEqual({ roles: ['inspector'], active: false });
    expect((await web.send('dilwyn', page, {}, `/people/${kwame}/link`)).status).toBe(404);
    expect((await web.send('dilwyn', page, { does: 'start', because: 'Back.' }, account)).status).toBe(303);
    const { html } = await web.get('dilwyn', `/people/${kwame}`);
    for (const words of ['Moved to the inspectorate.', 'Left.', 'Back.']) expect(html).toContain(words);
    expect((await web.send('dilwyn', page, {}, `/people/${kwame}/link`)).html).toContain('/set-password/');
    await web.send('dilwyn', page, { roles: 'auditor', because: 'Back to audits.' });
    const factors = `/people/${kwame}/factors`;
    const kept = { person: kwame, way: 'passkey', origin: { from: 'here', agent: '' }, awaits: null } as const;
    const session = () => house.db.as(DOORKEEPER, (tx) => startSession(tx, kwame, kept));
    const still = async (secret: string) => (await personOfSession(house.db, secret)) !== undefined;
    const before = await session();
    await house.db.owner((tx) =>
      sql`insert into access.recovery_code (person, hash) values (${kwame}, 'x')`.execute(tx),
    );
    expect((await web.send('temitope', page, {}, factors)).status).toBe(403);
    expect([await still(before), (await web.send('dilwyn', page, {}, factors)).status]).toEqual([true, 303]);
    expect(await still(before)).toBe(false);
    expect(await ask(sql`select from access.recovery_code where person = ${kwame}`)).toEqual([]);
    expect(told).toContainEqual({ event: 'person.factors-forgotten', by: personOf('dilwyn'), person: kwame });
    for (const does of ['link', 'factors'])
      expect((await web.send('dilwyn', page, {}, `/people/${personOf('dilwyn')}/${does}`)).status).toBe(404);
    const narrow = sql`update access.person set may_grant = array['administrator', 'legal'] where email like 'dilwyn%'`;
    await house.db.owner((tx) => narrow.execute(tx));
    const above = await session();
    for (const does of ['link', 'factors'])
      expect((await web.send('dilwyn', page, {}, `/people/${kwame}/${does}`)).status).toBe(404);
    expect([await still(above), (await web.get('dilwyn', `/people/${kwame}`)).html.includes('Forget their')]).toEqual([
      true,
      false,
    ]);
    const all = sql`update access.person set may_grant = ${GRANTABLE_ROLES} where email like 'dilwyn%'`;
    await house.db.owner((tx) => all.execute(tx));
  });

  test('an administrator gives nobody a role without a page, and not themselves another', async () => {
    const page = await web.get('dilwyn', `/people/${kwame}`);
    const parent = await web.send('dilwyn', page, { roles: 'parent', because: 'x' });
    expect(parent.html).toContain('No page exists yet for the role: Parent');
    const own = await web.get('dilwyn', `/people/${personOf('dilwyn')}`);
    const more = await web.send('dilwyn', own, { roles: 'director', because: 'x' });
    expect([more.status, more.html.includes('Nobody changes their own rights')]).toEqual([422, true]);
    expect(own.html).not.toContain('Stop the account');
  });
});

describe('one’s own roles', () => {
  const own = '/my-account/roles';
  const [both, twice] = HOLD_TWO;
  const grants = (first: string, roles: readonly string[]) =>
    house.db.owner((tx) =>
      sql`update access.person set may_grant = ${roles} where email like ${`${first}%`}`.execute(tx),
    );

  test('anybody gives one of theirs up, with a reason; the last administrator stays', async () => {
    const page = await web.get('both', own);
    const empty = await web.send('both', page, {});
    for (const text of ['Choose the role that you give up', 'Say why']) expect(empty.html).toContain(text);
    await grants('dilwyn', []);
    await grants('both', GRANTABLE_ROLES);
    const last = await web.send('both', page, { role: 'administrator', because: 'Enough.' });
    expect([last.status, last.html.includes('Somebody must remain')]).toEqual([422, true]);
    expect(last.html).toContain('Enough.');
    await grants('dilwyn', GRANTABLE_ROLES);
    expect((await web.send('both', page, { role: 'director', because: 'Not mine.' })).status).toBe(422);
    const sent = await web.send('both', page, { role: 'administrator', because: 'Handed on.' });
    expect([sent.status, sent.location]).toEqual([303, '/my-account']);
    expect(await rolesOf(both.id)).toEqual({ roles: ['performance-analyst'], active: true });
    const none = await web.send('both', page, { role: 'performance-analyst', because: 'All.' });
    expect(none.html).toContain('Choose at least one role');
  });

  test('somebody who reads children does so themselves; who holds one role is told whom to ask', async () => {
    const sent = await web.send('twice', await web.get('twice', own), { role: 'legal', because: 'Moved.' });
    expect([sent.status, await rolesOf(twice.id)]).toEqual([303, { roles: ['social-worker'], active: true }]);
    expect((await web.get('temitope', own)).html).toContain('You hold one role');
  });
});

describe('who may open a record', () => {
  const yusra = childNamed('Yusra al-Hashimi');
  const path = `/children/${yusra}/people-who-may-see`;
  const lorraine = personOf('lorraine');
  const dates = { 'from-day': '31', 'from-month': '3', 'from-year': '2026' };

  test('it says who may and why, as the door itself judges', async () => {
    const { status, html } = await web.get('beatrix', path);
    expect(status).toBe(200);
    for (const words of [
      'Beatrix Ashworth',
      'Manager of the child’s team',
      'Rukhsana Mahmood',
      'Answers for every child',
    ])
      expect(html).toContain(words);
    expect(html.slice(0, html.indexOf('</table>'))).not.toContain('Kwame');
    expect((await web.get('kwame', path)).status).not.toBe(200);
    expect((await web.get('dilwyn', path)).status).toBe(403);
  });

  test('naming somebody opens the record to them; what is wrong stands beside its box', async () => {
    const page = await web.get('beatrix', path);
    const empty = await web.send('beatrix', page, { person: '' }, `${path}/parts`);
    expect(empty.status).toBe(422);
    for (const text of ['Say which part they have', 'Choose who it is', 'Enter the first day'])
      expect(empty.html).toContain(text);
    const naming = { ...dates, person: personOf('rukhsana'), as: 'conference-chair' };
    const wrong = await web.send('beatrix', page, naming, `${path}/parts`);
    expect(wrong.html).toContain('They do not have the role: Conference chair');
    expect((await web.get('lorraine', path)).status).not.toBe(200);
    const sent = await web.send('beatrix', page, { ...naming, person: lorraine }, `${path}/parts`);
    expect([sent.status, sent.location]).toEqual([303, path]);
    expect((await web.get('lorraine', path)).status).toBe(200);
    expect((await web.send('beatrix', page, { ...naming, person: lorraine }, `${path}/parts`)).html).toContain(
      'They have this part already',
    );
    const [part] = await ask<{ entry: Id }>(
      sql`select entry from access.named_relation where book = ${yusra} and person = ${lorraine}`,
    );
    expect((await web.send('lorraine', page, { part: part?.entry ?? '' }, `${path}/parts/end`)).status).toBe(403);
    expect((await web.send('beatrix', page, { part: part?.entry ?? '' }, `${path}/parts/end`)).status).toBe(303);
    expect((await web.get('lorraine', path)).status).not.toBe(200);
  });

  test('a restriction hides the record from all but those who hold the child and those named', async () => {
    const page = await web.get('marguerite', path);
    const to = `${path}/restriction`;
    const why = { 'why-restricted': 'The mother works for us.' };
    const empty = await web.send('marguerite', page, { named: 'nobody@x.example' }, to);
    for (const text of ['Nobody signs in with nobody@x.example', 'Say why the record is restricted'])
      expect(empty.html).toContain(text);
    expect((await web.send('marguerite', page, why, to)).html).toContain('You would shut yourself out');
    const blind = await web.send('marguerite', page, { ...why, named: 'anil.perera@wherrymouth.example' }, to);
    expect(blind.html).toContain('No role of theirs reads children’s records: Anil Perera');
    const named = 'marguerite.osei-pemberton@wherrymouth.example';
    expect((await web.send('marguerite', page, { ...why, named }, to)).status).toBe(303);
    expect((await web.get('priyanka', path)).status).toBe(404);
    const managers = await web.get('beatrix', path);
    expect(managers.html).toContain('only Marguerite Osei-Pemberton may open the record');
    expect((await web.send('beatrix', managers, {}, `${to}/lift`)).html).toContain('Say why it is lifted');
    expect((await web.send('beatrix', managers, { 'why-lifted': 'She has left.' }, `${to}/lift`)).status).toBe(303);
    expect((await web.get('priyanka', path)).status).toBe(200);
  });

  test('a manager says of a colleague that they know the child, and ends it with a reason', async () => {
    const page = await web.get('beatrix', path);
    const to = `${path}/interests`;
    expect((await web.send('beatrix', page, {}, to)).html).toContain('Say how they know the child');
    expect((await web.get('temitope', path)).status).toBe(200);
    const knows = { 'who-knows': personOf('temitope'), kind: 'relative', how: 'Her cousin.' };
    expect((await web.send('beatrix', page, knows, to)).status).toBe(303);
    expect((await web.get('temitope', path)).status).toBe(404);
    const { html } = await web.get('beatrix', path);
    expect(html).toContain('Her cousin.');
    const interest = /name="interest" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect((await web.send('beatrix', page, { interest }, `${to}/end`)).html).toContain('Say why it no longer holds');
    expect((await web.send('beatrix', page, { interest, because: 'A mistake.' }, `${to}/end`)).status).toBe(303);
    expect((await web.get('temitope', path)).status).toBe(200);
    expect((await web.get('temitope', path)).html).not.toContain('Who knows the child outside work');
  });
});

describe('children whom somebody knows outside work', () => {
  const own = '/my-account/interests';
  const safiya = childNamed('Safiya Nowak-Rahman');

  test('from the open record: it closes at once, and nothing names the child any more', async () => {
    const at = `/children/${safiya}/interest`;
    const page = await web.get('temitope', at);
    expect((await web.send('temitope', page, {})).html).toContain('Say how you know the child');
    const sent = await web.send('temitope', page, { kind: 'neighbour', how: 'Same stairs.' });
    expect([sent.status, sent.location]).toEqual([303, own]);
    expect((await web.get('temitope', at)).status).toBe(404);
    const { html } = await web.get('temitope', own);
    expect(html).toContain('Same stairs.');
    expect(html).not.toMatch(/Safiya|WM104417/);
  });

  test('by number: the same answer for a child, a hidden child and nobody', async () => {
    const page = await web.get('priyanka', own);
    const empty = await web.send('priyanka', page, {});
    for (const text of ['Enter the council’s number', 'Say how you know the child']) expect(empty.html).toContain(text);
    for (const number of ['WM104532', 'WM999999', 'WM104532']) {
      const sent = await web.send('priyanka', page, { number, kind: 'friend' });
      expect([sent.status, sent.location]).toEqual([303, own]);
      expect((await web.get('priyanka', own)).html).toContain(`The number ${number}: a friend`);
    }
    expect(await ask(sql`select count(*) as n from access.interest where person = ${personOf('priyanka')}`)).toEqual([
      { n: 2 },
    ]);
    expect((await web.get('priyanka', `/children/${childNamed('Kacper Wiśniewski')}/interest`)).status).toBe(404);
  });

  test('an administrator ends it, every time that it was said, and nobody their own', async () => {
    const priyanka = personOf('priyanka');
    const page = await web.get('dilwyn', `/people/${priyanka}`);
    expect(page.html).toContain('A child: a friend, or a friend’s child');
    const to = `/people/${priyanka}/interests`;
    const [{ entry } = { entry: '' }] = await ask<{ entry: string }>(
      sql`select entry from access.interest where person = ${priyanka} limit 1`,
    );
    expect((await web.send('dilwyn', page, { interest: entry }, to)).html).toContain(
      'Say why the interest no longer holds',
    );
    expect((await web.send('dilwyn', page, { interest: entry, because: 'A mistake.' }, to)).status).toBe(303);
    expect(await ask(sql`select count(*) as n from access.interest where person = ${priyanka}`)).toEqual([{ n: 0 }]);
  });
});

describe('cover during leave', () => {
  const temitope = personOf('temitope');
  const days = {
    'from-day': '31',
    'from-month': '3',
    'from-year': '2026',
    'until-day': '10',
    'until-month': '4',
    'until-year': '2026',
  };
  const zayn = `/children/${childNamed('Zayn Nowak-Rahman')}/people-who-may-see`;

  test('a worker arranges their own, a manager the team’s; it opens the records of the other, and ends', async () => {
    const page = await web.get('temitope', '/cover');
    const empty = await web.send('temitope', page, { because: 'Wales' });
    expect(empty.status).toBe(422);
    for (const text of ['Choose who stands in', 'Enter the first day', 'Enter the last day', 'value="Wales"'])
      expect(empty.html).toContain(text);
    const foreign = await web.send('temitope', page, { ...days, for: personOf('beatrix'), by: kwame });
    expect([foreign.status, foreign.html.includes('You arrange cover for yourself')]).toEqual([422, true]);
    const own = await web.send('temitope', page, { ...days, for: temitope, by: temitope });
    expect(own.html).toContain('Nobody stands in for themselves');
    const blind = await web.send('temitope', page, { ...days, by: personOf('anil') });
    expect(blind.html).toContain('No role of theirs reads children’s records');
    const over = await web.send('temitope', page, { ...days, 'from-month': '1', 'until-month': '2', by: kwame });
    expect(over.html).toContain('The last day must not have passed');
    expect((await web.get('kwame', zayn)).status).not.toBe(200);
    const managers = await web.get('beatrix', '/cover');
    expect(managers.html).toContain('Temitope Adeyemi');
    expect((await web.send('beatrix', managers, { ...days, for: temitope, by: kwame })).status).toBe(303);
    expect((await web.get('kwame', zayn)).status).toBe(200);
    const arranged = await web.get('temitope', '/cover');
    expect(arranged.html).toContain('Kwame Asante-Boadu stands in for Temitope Adeyemi');
    const cover = /name="cover" value="([^"]+)"/.exec(arranged.html)?.[1] ?? '';
    await web.send('temitope', arranged, { cover }, '/cover/end');
    expect((await web.get('kwame', zayn)).status).not.toBe(200);
    expect((await web.get('kwame', '/cover')).status).toBe(403);
  });
});

describe('samples', () => {
  const days = {
    'from-day': '31',
    'from-month': '3',
    'from-year': '2026',
    'until-day': '30',
    'until-month': '4',
    'until-year': '2026',
  };
  const fields = { ...days, title: 'Audit of neglect', readers: kwame, numbers: 'WM103961, WM103377' };
  const esme = `/children/${childNamed('Esmé Tull')}/people-who-may-see`;

  test('bad numbers are listed and nothing typed is lost; drawn, the files open to whoever reads them', async () => {
    const page = await web.get('marguerite', '/samples');
    const empty = await web.send('marguerite', page, {});
    for (const text of [
      'Say what it is for',
      'Choose who reads the files',
      'Enter at least one number',
      'Enter the last day',
    ])
      expect(empty.html).toContain(text);
    const bad = await web.send('marguerite', page, { ...fields, numbers: 'WM103961\nWM000000\nEsmé' });
    expect(bad.html).toContain('Not the number of one child: WM000000, Esmé');
    expect(bad.html).toContain('WM103961\nWM000000');
    expect((await web.get('kwame', esme)).status).not.toBe(200);
    expect((await web.send('marguerite', page, fields)).status).toBe(303);
    expect((await web.get('kwame', esme)).status).toBe(200);
    const { html } = await web.get('marguerite', '/samples');
    expect(html).toContain('2 children for Kwame Asante-Boadu');
    expect(html).not.toContain('WM103961');
    const [{ entry } = { entry: '' }] = await ask<{ entry: string }>(sql`
      select distinct entry from access.sample where child = ${childNamed('Suleiman')}`);
    expect((await web.send('marguerite', page, { sample: entry }, '/samples/end')).html).toContain(
      'Say why the files are closed',
    );
    expect((await web.send('marguerite', page, { sample: entry, because: 'Written.' }, '/samples/end')).status).toBe(
      303,
    );
    expect((await web.get('kwame', esme)).status).not.toBe(200);
    for (const who of ['temitope', 'dilwyn', 'kwame']) expect((await web.get(who, '/samples')).status).toBe(403);
  });
});
