import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handMadeId } from '../../../../county/hand-made/hand-made-id.ts';
import { agnieszka, jonah, temitope } from '../../../../county/hand-made/hand-made-people.ts';
import { type InventedCountyWeb, inventedCountyWeb } from '../../../../test/invented-county-web.ts';
import { HOUSE } from '../../../app/house-mark.ts';
import type { Id } from '../../../kernel/id.ts';

let house: InventedCountyWeb;
beforeAll(async () => {
  house = await inventedCountyWeb();
}, 120_000);
afterAll(() => house?.close());

const get: InventedCountyWeb['get'] = (...asked) => house.get(...asked);
const northfield = handMadeId('team', 'Northfield child protection team');

const count = (pattern: RegExp, text: string): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);

describe('all teams', () => {
  test('every open child stands in a team or in none, and the unallocated are those of the register', async () => {
    const { status, text } = await get('/teams');
    expect(status).toBe(200);
    const open = count(/and (\d+) open children/, text);
    const none = count(/, (\d+) of them in no team’s name/, text);
    expect(open).toBe(8);
    expect(text).toContain(`Beatrix Ashworth 5 ${open - none} 2 3 not compared`);
    const unallocated = count(/(\d+) children have no social worker/, text);
    expect(
      count(/(\d+) of 8 open children have no social worker/, (await get('/registers/no-social-worker')).text),
    ).toBe(unallocated);
  });

  test('teams too small are not compared, and nobody is ranked', async () => {
    const { text } = await get('/teams');
    expect(text).toContain('No team is large enough to be compared; three children have no social worker');
  });

  test('who answers for nobody’s caseload but their own does not see them', async () => {
    for (const url of ['/teams', `/teams/${northfield}`, `/workers/${temitope.id}`])
      expect([url, (await get(url, 'social-worker')).status]).toEqual([url, 403]);
    expect((await get('/my-children', 'performance-analyst')).status).toBe(403);
  });
});

describe('a team', () => {
  test('says whom nobody holds, why and for how long, then who carries what', async () => {
    const { text } = await get(`/teams/${northfield}`, 'team-manager');
    expect(text).toContain('Northfield: two children have no social worker');
    expect(text).toContain('Yusra al-Hashimi, 6 23 Registration lapsed');
    expect(text).toContain('Suleiman, 17 20 Worker away, no cover');
    expect(text).toContain('Temitope Adeyemi Social worker 4 29 2 registered until 30 Nov 2026');
    expect(text).toContain('registration ended 30 Nov 2025');
    expect(text).toContain('Away since 2 Mar');
    expect(text).not.toContain('sickness');
    expect(/undefined|NaN/.test(text)).toBe(false);
  });

  test('the clocks of this week are those that fall due before the sixth working day', async () => {
    const { text } = await get(`/teams/${northfield}`);
    expect(text).toContain('2 duties run out by Thursday 9 April');
    expect(text).toContain('8 days Wed 8 Apr Safiya Nowak-Rahman, 8 Later core groups Temitope Adeyemi');
  });

  test('a day that is not one gets a sentence; a team that is none is not found', async () => {
    const wrong = await get(`/teams/${northfield}?day=31&month=2&year=2026`);
    expect([wrong.status, wrong.text.includes('February 2026 has 28 days')]).toEqual([422, true]);
    expect((await get(`/teams/${temitope.id}`)).status).toBe(404);
    expect((await get('/teams/not-an-id')).status).toBe(404);
  });
});

describe('a worker', () => {
  test('sees their own children, what is late first, and what each weighs', async () => {
    const { text } = await get('/my-children', 'social-worker');
    expect(text).toContain('You hold 4 children. Two things are late. Two children have not been seen in time.');
    expect(text.indexOf('Safiya')).toBeLessThan(text.indexOf('Baby Doran'));
    expect(text.indexOf('Baby Doran')).toBeLessThan(text.indexOf('Esmé Tull'));
    expect(text).toContain('1 working day late Safiya Nowak-Rahman, 8 Child protection plan, 8 points');
    expect(text).toContain('29 points of work');
    expect(text).toContain('In post Since 10 Jan 2022');
  });

  test('who holds nobody is told so', async () => {
    expect((await get('/my-children', 'team-manager')).text).toContain('No open child is in your name');
  });

  test('whose children were read is written to the access log', async () => {
    const { rows } = await house.db.as(HOUSE, (tx) =>
      sql<{ children: Id[]; event: string }>`
        select event, children from access.log where person = ${temitope.id} and event = 'caseload.read'
        order by id desc limit 1`.execute(tx),
    );
    expect(rows[0]?.children).toHaveLength(4);
  });

  test('is shown to who answers for them, with whom nobody holds', async () => {
    const { text } = await get(`/workers/${jonah.id}`);
    expect(text).toContain('Jonah Moore holds 1 child. Nobody holds one more in this name.');
    expect(text).toContain('Nobody holds: registration lapsed');
    const away = await get(`/workers/${agnieszka.id}`);
    expect(away.text).toContain('Away 2 Mar 2026, and nobody knows until when');
    expect((await get(`/workers/${northfield}`)).status).toBe(404);
  });

  test('a leave written down today empties the caseload from its first day, and not as known then', async () => {
    const then = `/workers/${temitope.id}?day=30&month=3&year=2026`;
    await house.leaveOf(temitope.id, '2026-03-23');
    const now = (await get(`/workers/${temitope.id}`)).text;
    expect(now).toContain('4 children are in this name. Nobody holds them.');
    expect(now).toContain('Away 23 Mar 2026 to 29 May 2026');
    expect((await get(`/teams/${northfield}`)).text).toContain('Northfield: six children have no social worker');
    const knownThen = (await get(then)).text;
    expect(knownThen).toContain('Temitope Adeyemi holds 4 children.');
    expect(knownThen).not.toContain('29 May 2026');
    expect((await get(`${then}&known=now`)).text).toContain('4 children are in this name. Nobody holds them.');
    expect((await get(`/teams/${northfield}?day=30&month=3&year=2026`)).text).toContain('two children have no social');
  });
});
