import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handMadePeople } from '../../../county/hand-made/load-hand-made.ts';
import { type HandMadeWeb, handMadeWeb, type WebInTests, webInTests } from '../../../test/hand-made-web.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { mustBeDate } from '../../kernel/local-date.ts';
import { GRANTABLE_ROLES } from '../../modules/access/public.ts';
import { giveFirstRights } from '../../modules/access/store/first-rights.ts';
import { readStatute } from '../../statute/read-statute.ts';
import { HOUSE } from '../house-mark.ts';
import { houseProjections } from '../house-projections.ts';
import { rightsPages } from './rights-pages.ts';

const today = mustBeDate('2026-03-31');
const personOf = (first: string) => handMadePeople.find(({ email }) => email.startsWith(first))?.id as Id;
const [hari, kwame] = [personOf('hari'), personOf('kwame')];
let house: HandMadeWeb;
let web: WebInTests;

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
  web = await webInTests(db, rightsPages(registry, houseProjections(registry, readStatute())), today);
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
