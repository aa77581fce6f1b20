import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebInTests } from '../../../test/hand-made-web.ts';
import type { Id } from '../../kernel/id.ts';
import { GRANTABLE_ROLES } from '../../modules/access/public.ts';
import { DOORKEEPER } from '../../modules/access/store/person-store.ts';
import { personOfSession, startSession } from '../../modules/access/store/session-store.ts';
import { HOLD_TWO, personOf, type RightsWeb, rightsWeb } from './rights-web.fixture.ts';

let house: RightsWeb;
let web: WebInTests;
beforeAll(async () => {
  house = await rightsWeb();
  web = house.web;
});
afterAll(() => house.close());

const [hari, kwame] = [personOf('hari'), personOf('kwame')];
const rolesOf = async (person: Id) =>
  (
    await house.ask<{ roles: string[]; active: boolean }>(
      sql`select roles, active from access.person where id = ${person}`,
    )
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
    expect(
      await house.ask(sql`select roles, active from access.person where email = 'zofia@wherrymouth.example'`),
    ).toEqual([{ roles: ['legal'], active: true }]);
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
    expect(await house.ask(sql`select from access.recovery_code where person = ${kwame}`)).toEqual([]);
    expect(house.told).toContainEqual({ event: 'person.factors-forgotten', by: personOf('dilwyn'), person: kwame });
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
