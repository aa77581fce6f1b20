import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temitope } from '../../../../county/hand-made/hand-made-people.ts';
import { type InventedCountyWeb, inventedCountyWeb } from '../../../../test/invented-county-web.ts';
import { demoPeople } from '../../../app/demo-people.ts';
import { hintOf, literalKeys } from '../../people/core/literal-keys.ts';

let house: InventedCountyWeb;
beforeAll(async () => {
  house = await inventedCountyWeb();
}, 120_000);
afterAll(() => house?.close());

const get: InventedCountyWeb['get'] = (...asked) => house.get(...asked);
const countOf = (text: string): number => Number(/([\d,]+) of \d+ open children ha/.exec(text)?.[1] ?? 0);

describe('the county page', () => {
  test('its parts add up to the children who are open', async () => {
    const { status, text } = await get('/county');
    expect(status).toBe(200);
    const [, open, covered] = /Of (\d+) children open to Wherrymouth, (\d+) have/.exec(text)?.map(Number) ?? [];
    const missing = Number(/For (\d+), .{0,20} at least one is missing/.exec(text)?.[1]);
    const cannotTell = Number(/For (\d+) we cannot tell/.exec(text)?.[1] ?? 0);
    expect(open).toBe(8);
    expect((covered ?? 0) + missing + cannotTell).toBe(open);
  });

  test('every number leads to its list, of as many children', async () => {
    const { html } = await get('/county');
    const links = [...html.matchAll(/href="(\/registers\/[a-z-]+)"><strong>/g)].map((match) => match[1] ?? '');
    expect(links).toHaveLength(4);
    for (const link of links) {
      const register = await get(link);
      expect([link, register.status]).toEqual([link, 200]);
      const shown = /1 to (\d+) of (\d+) child/.exec(register.text)?.[2] ?? '0';
      expect([link, countOf(register.text)]).toEqual([link, Number(shown)]);
    }
  });

  test('clocks that run out, teams, and what is too small to judge', async () => {
    const { text } = await get('/county');
    expect(text).toMatch(/\d+ duties fall due by Thu 16 Apr 2026\./);
    expect(text).toContain('No team is large enough to be compared');
    expect(text).toContain('The numbers are too small to say what is ordinary');
    expect(text).toContain('Bookings are not recorded here yet');
    expect(/undefined|NaN/.test(text)).toBe(false);
  });

  test('a day that is not one gets a sentence; a day gone by is told as it was known then', async () => {
    const wrong = await get('/county?day=31&month=2&year=2026');
    expect([wrong.status, wrong.text.includes('February 2026 has 28 days')]).toEqual([422, true]);
    const then = await get('/county?day=15&month=3&year=2026');
    expect(then.text).toContain('As it was known on Sunday 15 March 2026.');
    expect(then.html).toContain('/registers/no-social-worker?day=15&amp;month=3&amp;year=2026');
  });

  test('before anything was known nobody is counted, and nothing says that all is well', async () => {
    const { status, text } = await get('/county?day=1&month=3&year=2010');
    expect(status).toBe(200);
    expect(text).toContain('as far as this record can tell');
  });

  test('who answers for nothing of it does not see it', async () => {
    expect((await get('/county', 'social-worker')).status).toBe(403);
    expect((await get('/registers/not-seen', 'social-worker')).status).toBe(403);
    expect((await get('/county', 'team-manager')).status).toBe(200);
  });
});

describe('the registers', () => {
  test('filters, sorts and pages have an address, and the file holds the same children', async () => {
    const all = await get('/registers/no-social-worker');
    expect(countOf(all.text)).toBe(3);
    const reason =
      /href="(\/registers\/no-social-worker\?reason=[^"#]+)/.exec(all.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const part = await get(reason);
    const shown = Number(/ of (\d+) child/.exec(part.text.slice(part.text.indexOf('CSV') - 60))?.[1]);
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(3);
    const file = await get(reason.replace('?', '.csv?'));
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.html.trim().split('\r\n')).toHaveLength(shown + 1);
    expect(file.html).toContain(house.statute.version);
    expect(file.html).toContain(',2026-03-31,2026-03-31T');
  });

  test('of what nobody can tell, of what is not there, and of a page beyond the last', async () => {
    expect((await get('/registers/cannot-tell')).status).toBe(200);
    expect((await get('/registers/no-such')).status).toBe(404);
    expect((await get('/registers/not-seen?page=99&team=none&age=5-9')).status).toBe(200);
    expect((await get('/registers')).headers.location).toBe('/registers/no-social-worker');
  });
});

describe('the county as one image', () => {
  test('a place in the picture and a line number lead to the same children', async () => {
    const { html, text } = await get('/county/image');
    expect(text).toContain('8 children open on Tuesday 31 March 2026');
    expect(html).toContain('name="panel1"');
    const byPlace = await get('/county/image?order=team&panel1.x=70&panel1.y=3');
    const byLine = await get('/county/image?order=team&line=1');
    const children = (page: string) =>
      [...page.matchAll(/href="(\/children\/[0-9a-f-]{36})"/g)].map((match) => match[1]);
    expect(new Set(children(byPlace.html)).size).toBe(8);
    expect(children(byPlace.html)).toEqual(children(byLine.html));
    expect(byLine.text).toContain('Safiya Nowak-Rahman');
  });

  test('a line that is none is said beside the box; a choice of team keeps its lines alone', async () => {
    const { status, text } = await get('/county/image?line=99');
    expect([status, text.includes('Enter a line number from 1 to 8')]).toEqual([422, true]);
    expect((await get('/county/image?team=none')).text).toContain('1 child open on');
  });

  test('whoever may not read children sees no name and no link to one', async () => {
    const roles = 'administrator';
    const id = demoPeople.find((person) => person.roles.includes(roles))?.id ?? '';
    await house.db.owner((tx) =>
      sql`update access.person set roles = array['administrator'] where id = ${id}`.execute(tx),
    );
    const { status, html } = await get('/county/image?line=1', roles);
    expect(status).toBe(200);
    expect(html).toContain('A child whom you may not open');
    expect(html).not.toContain('WM104417');
    expect(html).not.toContain('Safiya');
    expect(html).not.toMatch(/href="\/children\/[0-9a-f]/);
  });
});

describe('a worker’s leave, entered today and longer than the policy allows', () => {
  const NOBODY = '/registers/no-social-worker';
  const safiya = 'Safiya Nowak-Rahman';
  const yesterday = '?day=30&month=3&year=2026';

  test('shows in the county page, the register and the image at once, from its first day, and not as known yesterday', async () => {
    const before = await get(NOBODY);
    expect(before.text).not.toContain(safiya);
    await house.leaveOf(temitope.id, '2026-03-23');
    const after = await get(NOBODY);
    expect(countOf(after.text)).toBeGreaterThan(countOf(before.text));
    expect(after.text).toMatch(
      /Safiya Nowak-Rahman, 8 WM104417 9 Worker away, no cover since 23 Mar 2026 Temitope Adeyemi/,
    );
    const county = await get('/county');
    expect(county.text).toContain(`; ${countOf(after.text)} do not`);
    const image = await get('/county/image?line=1');
    const row = /Safiya Nowak-Rahman, 8<\/a>.*?<\/tr>/s.exec(image.html)?.[0] ?? '';
    expect(row).toContain('no social worker, 9 days');
    expect(row).toContain('sl-ramp-no-worker');

    expect((await get(`${NOBODY}${yesterday}`)).text).not.toContain(safiya);
    const then =
      /Safiya Nowak-Rahman, 8<\/a>.*?<\/tr>/s.exec((await get(`/county/image${yesterday}&line=1`)).html)?.[0] ?? '';
    expect(then).toContain('none of the four missing');
    expect((await get(`${NOBODY}${yesterday}&known=now`)).text).toContain(safiya);
  });
});

test('a team or a district that is called as a protected street is, beside any number, no address', async () => {
  const names = (
    await house.db.owner((tx) =>
      sql<{
        name: string;
      }>`select name from workforce.team union select district from workforce.team where district is not null`.execute(
        tx,
      ),
    )
  ).rows.map(({ name }) => name);
  expect(names).not.toEqual([]);
  const keys = names.flatMap((name) => Array.from({ length: 60 }, (_, n) => [...literalKeys(`${n} ${name}`)]).flat());
  await house.db.owner((tx) =>
    sql`insert into people.place_literal (book, entry, kind, key, hint, protected)
      select gen_random_uuid(), gen_random_uuid(), 'address', key, hint, true
      from unnest(${keys}::text[], ${keys.map(hintOf)}::int[]) as literal (key, hint)`.execute(tx),
  );
  const registers = ['no-social-worker', 'not-assessed', 'not-seen', 'no-plan'].map((each) => `/registers/${each}`);
  for (const each of [
    '/county',
    '/county/image',
    '/county/image?line=1',
    '/teams',
    '/children',
    ...registers,
    ...registers.map((at) => `${at}.csv`),
  ])
    expect([each, (await get(each)).status]).toEqual([each, 200]);
});
