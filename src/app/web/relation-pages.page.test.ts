import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childNamed, type WebInTests } from '../../../test/hand-made-web.ts';
import type { Id } from '../../kernel/id.ts';
import { personOf, type RightsWeb, rightsWeb } from './rights-web.fixture.ts';

let house: RightsWeb;
let web: WebInTests;
beforeAll(async () => {
  house = await rightsWeb();
  web = house.web;
});
afterAll(() => house.close());

const kwame = personOf('kwame');

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
    const [part] = await house.ask<{ entry: Id }>(
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
    expect(
      await house.ask(sql`select count(*) as n from access.interest where person = ${personOf('priyanka')}`),
    ).toEqual([{ n: 2 }]);
    expect((await web.get('priyanka', `/children/${childNamed('Kacper Wiśniewski')}/interest`)).status).toBe(404);
  });

  test('an administrator ends it, every time that it was said, and nobody their own', async () => {
    const priyanka = personOf('priyanka');
    const page = await web.get('dilwyn', `/people/${priyanka}`);
    expect(page.html).toContain('A child: a friend, or a friend’s child');
    const to = `/people/${priyanka}/interests`;
    const [{ entry } = { entry: '' }] = await house.ask<{ entry: string }>(
      sql`select entry from access.interest where person = ${priyanka} limit 1`,
    );
    expect((await web.send('dilwyn', page, { interest: entry }, to)).html).toContain(
      'Say why the interest no longer holds',
    );
    expect((await web.send('dilwyn', page, { interest: entry, because: 'A mistake.' }, to)).status).toBe(303);
    expect(await house.ask(sql`select count(*) as n from access.interest where person = ${priyanka}`)).toEqual([
      { n: 0 },
    ]);
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
    const [{ entry } = { entry: '' }] = await house.ask<{ entry: string }>(sql`
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
