import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handMadeId } from '../../../county/hand-made/hand-made-id.ts';
import { type InventedCountyWeb, inventedCountyWeb } from '../../../test/invented-county-web.ts';
import { readStatute } from '../../statute/read-statute.ts';
import { HOUSE } from '../house-mark.ts';

let house: InventedCountyWeb;
beforeAll(async () => {
  house = await inventedCountyWeb();
}, 120_000);
afterAll(() => house?.close());

const get: InventedCountyWeb['get'] = (...asked) => house.get(...asked);
const pageOf = (name: string): string => `/children/${handMadeId('child', name)}`;
const safiya = pageOf('Safiya Nowak-Rahman');
const explanationsIn = (html: string): string[] =>
  [...html.matchAll(/href="(\/children\/[^"]+\/explain\/[^"]+)"/g)].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );

describe('the list of children', () => {
  test('its counts add up to every open child, and what is late longest stands first', async () => {
    const { status, text } = await get('/children');
    expect(status).toBe(200);
    const [, all, ...parts] =
      /([\d,]+) children are open: ([\d,]+) with something late, ([\d,]+) with something still to come, ([\d,]+) of whom nobody can tell, and ([\d,]+) for whom/
        .exec(text)
        ?.map(Number) ?? [];
    expect(all).toBe(8);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
    expect(text.indexOf('Suleiman')).toBeLessThan(text.indexOf('Safiya'));
    expect(text).toContain('Safiya');
    expect(text).not.toContain('Amadou');
    expect(text).toContain('Missing A named social worker');
  });

  test('a worker reads the children of their team, and how many more there are', async () => {
    const { text } = await get('/children', 'social-worker');
    const [, own] = /([\d,]+) children are open whose record you may open:/.exec(text) ?? [];
    const [, others] = /(\d+) more child(?:ren)? here whom you may not open/.exec(text) ?? [];
    expect(Number(own) + Number(others)).toBe(8);
    expect(Number(others)).toBeGreaterThan(0);
    expect(text).toContain('Safiya');
  });

  test('who is closed stands only among everybody, and is said to be', async () => {
    const closed = /Everybody, also closed \((\d+)\)/;
    const open = /Open \((\d+)\)/;
    const { text } = await get('/children');
    expect(Number(closed.exec(text)?.[1])).toBeGreaterThan(Number(open.exec(text)?.[1]));
    expect(text).not.toContain('Not open');
    const everybody = (await get('/children?show=everybody')).text;
    expect(everybody.match(/Not open/g)?.length).toBe(
      Number(closed.exec(everybody)?.[1]) - Number(open.exec(everybody)?.[1]),
    );
  });

  test('a part of it holds only those whom it names', async () => {
    const { text } = await get('/children?show=late');
    expect(text).toContain('Suleiman');
    expect(text).not.toContain('Amadou');
    expect((await get('/children?show=nothing-such')).status).toBe(200);
  });

  test('a child is gone to by council id, and one whom nobody knows is said so', async () => {
    expect(await house.post('/children', { looking: ' WM104417 ' })).toMatchObject({ status: 303, to: safiya });
    const unknown = await house.post('/children', { looking: 'WM999999' });
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain('Nobody here has a name or number like WM999999');
  });

  test('children are found by a name, and it is said why each stands there', async () => {
    const found = await house.post('/children', { looking: 'nowak' });
    expect(found.status).toBe(200);
    expect(found.text).toContain('2 children have a name or number like “nowak”');
    expect(found.text).toContain('Safiya Nowak-Rahman, 8');
    expect(found.text).toContain('as typed');
  });
});

describe('a child’s page', () => {
  test('says who holds the child, the child’s words, what is late and every entry', async () => {
    const { status, text } = await get(safiya);
    expect(status).toBe(200);
    expect(text).toContain('Safiya Nowak-Rahman, 8');
    expect(text).toContain('Held by Temitope Adeyemi, for 176 days');
    expect(text).toContain('I make the toast');
    expect(text).toContain('1 working day late');
    expect(text).toContain('written 11 days later');
    expect(text).toContain('Hari Ravindran');
    expect(text).toContain('Open for 177 days.');
  });

  test('says why nobody holds a child', async () => {
    expect((await get(pageOf('Suleiman'))).text).toContain(
      'Nobody, for 20 days. Agnieszka Duda, who was named: away for longer than the policy allows.',
    );
  });

  test('as it was known on a day gone by knows nothing later', async () => {
    const { text } = await get(`${safiya}?day=15&month=10&year=2025`);
    expect(text).toContain('As it was known on Wednesday 15 October 2025.');
    expect(text).not.toContain('Protection plan');
    expect(text).toContain('shouting');
  });

  test('before the first entry nobody can tell; with hindsight what had happened is shown', async () => {
    const before = await get(`${safiya}?day=5&month=12&year=2024`);
    expect(before.status).toBe(200);
    expect(before.text).toContain('Safiya Nowak-Rahman');
    expect(before.text).toContain('Cannot tell. Sightline cannot say what was known about this child');
    const hindsight = await get(`${safiya}?day=7&month=11&year=2025&known=now`);
    expect(hindsight.text).toContain('What had happened by Friday 7 November 2025');
    expect(hindsight.text).toContain('Protection plan');
    expect(hindsight.text).not.toContain('16 Mar 2026');
  });

  test('a day that is not one, or has not come, gets a sentence and no other day', async () => {
    const wrong = await get(`${safiya}?day=31&month=2&year=2026`);
    expect([wrong.status, wrong.text.includes('February 2026 has 28 days')]).toEqual([422, true]);
    expect((await get(`${safiya}?day=1&month=4&year=2026`)).text).toContain('must not be after today, 31 March 2026');
  });

  test('nobody’s id is not found', async () => {
    expect((await get(`/children/${handMadeId('child', 'nobody at all')}`)).status).toBe(404);
    expect((await get('/children/WM104417')).status).toBe(404);
  });
});

describe('why', () => {
  test('every verdict of every child opens, with a citation', async () => {
    const { html } = await get('/children');
    const children = [...html.matchAll(/href="(\/children\/[0-9a-f-]{36})"/g)].map((match) => match[1] ?? '');
    for (const child of [...new Set(children)]) {
      for (const link of explanationsIn((await get(child)).html)) {
        const { status, text } = await get(link);
        expect([link, status]).toEqual([link, 200]);
        expect(/undefined|NaN/.test(text)).toBe(false);
        expect(text).toContain('Source');
      }
    }
  }, 60_000);

  test('a record of January 2013 is judged by the rule of January 2013', async () => {
    const bethan = await get(pageOf('Bethan Rhys-Malik'));
    const links = explanationsIn(bethan.html).filter((link) => link.includes('/initial-assessment-10wd/'));
    expect(links).toHaveLength(1);
    const { text } = await get(links[0] ?? '');
    expect(text).toContain('Met late, by 3 working days');
    expect(text).toContain('It was due by Monday 28 January 2013. It was done on Thursday 31 January 2013.');
    expect(text).toContain('Bethan Rhys-Malik, then 8');
    expect(explanationsIn(bethan.html).some((link) => link.includes('/single-assessment-45wd/'))).toBe(false);
  });

  test('a clock that is not this child’s is not found', async () => {
    const [link = ''] = explanationsIn((await get(safiya)).html);
    expect((await get(link.replace(safiya, pageOf('Suleiman')))).status).toBe(404);
    expect((await get(link.replace('/explain/', '/explain/no-such-'))).status).toBe(404);
  });
});

describe('the law', () => {
  test('of a chosen day', async () => {
    const { status, text } = await get('/duties?on=2013-01-14');
    expect(status).toBe(200);
    expect(text).toContain('The law of Monday 14 January 2013');
    expect(text).toMatch(/Initial assessment, 10 working days initial-assessment-10wd 10 working days/);
  });

  test('what the council has set is shown as its own', async () => {
    expect((await get('/duties')).text).toMatch(/Its own limit: \d+, since/);
  });

  test('every duty has a page with its history', async () => {
    for (const { id } of readStatute().duties) expect([id, (await get(`/duties/${id}`)).status]).toEqual([id, 200]);
    expect((await get('/duties/no-such-duty')).status).toBe(404);
  });
});

test('opening a child is written to the access log, by the child’s own id', async () => {
  await get(safiya);
  const { rows } = await house.db.as(HOUSE, (tx) =>
    sql<{ event: string; children: string[] }>`
      select event, children from access.log where event = 'child.opened' order by id desc limit 1`.execute(tx),
  );
  expect(rows[0]?.children).toContain(handMadeId('child', 'Safiya Nowak-Rahman'));
});
