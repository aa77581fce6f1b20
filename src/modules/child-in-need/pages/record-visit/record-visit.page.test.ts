import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childNamed, type HandMadeWeb, handMadeWeb } from '../../../../../test/hand-made-web.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { DataOf } from '../../../../record/define-entry.ts';
import { readEntries } from '../../../../record/store/read-entries.ts';
import type { childVisited } from '../../core/child-visited.entry.ts';

const [safiya, zayn, doran] = ['Safiya Nowak-Rahman', 'Zayn Nowak-Rahman', 'Baby Doran'].map(childNamed) as [
  Id,
  Id,
  Id,
];
const someone = { person: 'a tester', purpose: 'command' } as const;
const form = `/children/${safiya}/visits/new`;
const visit = {
  'day-day': '30',
  'day-month': '3',
  'day-year': '2026',
  time: '3.30pm',
  present: 'people',
  people: 'Karolina Nowak, their mother',
  'seen-1': 'alone',
  'words-1': 'Mum got up first on Friday!',
  'account-1': 'In the kitchen, for half an hour.',
  'seen-2': 'with-others',
};
let web: HandMadeWeb;

beforeAll(async () => {
  web = await handMadeWeb();
});
afterAll(() => web.close());

async function visitsTo(book: Id) {
  const { db, registry } = web;
  const entries = await db.as(someone, (tx) =>
    readEntries(tx, { registry, books: [book], knownAt: null, type: 'child-visited' }),
  );
  return entries as (Omit<(typeof entries)[number], 'data'> & { data: DataOf<typeof childVisited> })[];
}

const verdictsOf = async (book: Id, duty: string) => {
  const { rows } = await web.db.as(someone, (tx) =>
    sql<{ verdict: string }>`select verdict from sight.clock where child = ${book} and duty = ${duty}
      and first_day <= '2026-03-31' and (last_day is null or last_day >= '2026-03-31')`.execute(tx),
  );
  return rows.map(({ verdict }) => verdict);
};

describe('recording a visit to two siblings', () => {
  test('the first visit asks of each child, with nothing answered beforehand', async () => {
    const { status, html } = await web.get('temitope', form);
    expect(status).toBe(200);
    expect(html).toContain('A visit to Safiya Nowak-Rahman');
    expect(html).toContain('Was Safiya Nowak-Rahman seen?');
    expect(html).toContain('The visit was not to Zayn Nowak-Rahman');
    expect(html).not.toMatch(/<input[^>]*\schecked/);
  });

  test('what is wrong stands beside its box and what was typed is kept', async () => {
    const page = await web.get('temitope', form);
    const { status, html } = await web.send('temitope', page, { ...visit, 'seen-2': '', 'day-year': '2027' });
    expect(status).toBe(422);
    expect(html).toContain('Say whether Zayn Nowak-Rahman was seen');
    expect(html).toContain('The day of the visit must not be after today, 31 March 2026');
    expect(html).toContain('Mum got up first on Friday!');
    expect(html).toContain('value="2027"');
    expect((await visitsTo(safiya)).at(-1)?.data.words).not.toContain('got up first');
  });

  test('a draft is kept without scripts, seen by its author alone, and restored', async () => {
    const page = await web.get('temitope', form);
    const kept = await web.send(
      'temitope',
      page,
      { 'words-1': 'Half a sentence', draft: 'leave' },
      `/children/${safiya}/visits/draft`,
    );
    expect([kept.status, kept.location]).toEqual([303, `/children/${safiya}`]);
    const again = await web.get('temitope', form);
    expect(again.html).toContain('Half a sentence');
    expect(again.html).toContain('Kept as a draft at 31 Mar 2026');
    expect((await web.get('beatrix', form)).html).not.toContain('Half a sentence');
    const quiet = await web.send('temitope', again, { 'words-1': 'More words' }, `/children/${safiya}/visits/draft`);
    expect(JSON.parse(quiet.html)).toHaveProperty('keptAt');
    expect((await web.get('temitope', form)).html).toContain('More words');
    await web.send('temitope', again, { draft: 'throw-away' }, `/children/${safiya}/visits/draft`);
    expect((await web.get('temitope', form)).html).not.toContain('More words');
  });

  test('sent, it is one act with a whole entry in each book; the clocks move, and the draft is gone', async () => {
    expect(await verdictsOf(safiya, 'cp-visit')).toContain('overdue');
    const page = await web.get('temitope', form);
    await web.send('temitope', page, visit, `/children/${safiya}/visits/draft`);
    const sent = await web.send('temitope', page, visit);
    expect([sent.status, sent.location]).toEqual([303, `/children/${safiya}`]);
    const [hers, his] = [(await visitsTo(safiya)).at(-1), (await visitsTo(zayn)).at(-1)];
    expect(hers?.act).toBe(his?.act);
    expect(hers).toMatchObject({
      happened: { precision: 'instant', at: '2026-03-30T14:30:00.000Z' },
      data: { seen: 'alone', words: 'Mum got up first on Friday!', visitedBy: 'Temitope Adeyemi' },
    });
    expect(his).toMatchObject({ data: { seen: 'with-others', words: { notSaid: 'not known' } } });
    expect(await verdictsOf(safiya, 'cp-visit')).not.toContain('overdue');
    expect((await web.get('temitope', form)).html).not.toContain('Mum got up first');
    expect(web.accessLines.at(-2)).toMatchObject({
      event: 'visit.recorded',
      outcome: 'done',
      children: [safiya, zayn],
    });
  });

  test('sent twice, it is written once', async () => {
    const before = (await visitsTo(safiya)).length;
    const page = await web.get('temitope', form);
    const more = { ...visit, 'day-day': '29', 'words-1': 'Twice?' };
    await web.send('temitope', page, more);
    expect((await web.send('temitope', page, more)).status).toBe(303);
    expect((await visitsTo(safiya)).length).toBe(before + 1);
  });
});

describe('two people write of the same visit at once', () => {
  const conflictAfter = async (mine: Record<string, string>) => {
    const page = await web.get('temitope', form);
    await web.send('beatrix', await web.get('beatrix', form), {
      ...visit,
      'words-1': 'As Beatrix heard it',
      'seen-2': 'not-visited',
    });
    return web.send('temitope', page, { ...visit, 'words-1': 'As Temitope heard it', ...mine });
  };

  test('both versions are shown, nothing is lost, and an answer is needed', async () => {
    const { status, html } = await conflictAfter({});
    expect(status).toBe(409);
    expect(html).toContain('Somebody else recorded a visit while you wrote yours');
    for (const words of ['As Beatrix heard it', 'As Temitope heard it', 'Recorded: Beatrix Ashworth'])
      expect(html).toContain(words);
    const unanswered = await web.send('temitope', { status, html, location: undefined }, {});
    expect(unanswered.status).toBe(409);
    expect(unanswered.html).toContain('Say what is to become of yours');
    expect((await web.get('temitope', form)).html).toContain('As Temitope heard it');
    await web.send(
      'temitope',
      await web.get('temitope', form),
      { draft: 'throw-away' },
      `/children/${safiya}/visits/draft`,
    );
  });

  test('another visit: both stand', async () => {
    const before = (await visitsTo(safiya)).length;
    const sent = await web.send('temitope', await conflictAfter({}), { choice: 'another' });
    expect(sent.status).toBe(303);
    expect((await visitsTo(safiya)).length).toBe(before + 2);
  });

  test('the same visit, theirs is right: nothing of mine is recorded and the draft is gone', async () => {
    const before = (await visitsTo(safiya)).length;
    const sent = await web.send('temitope', await conflictAfter({ 'account-1': 'Only mine' }), { choice: 'theirs' });
    expect(sent.status).toBe(303);
    expect((await visitsTo(safiya)).length).toBe(before + 1);
    expect((await web.get('temitope', form)).html).not.toContain('Only mine');
  });

  test('the same visit, mine is right: theirs stays, corrected, with the reason', async () => {
    const conflict = await conflictAfter({});
    const silent = await web.send('temitope', conflict, { choice: 'mine' });
    expect(silent.html).toContain('Say why theirs is wrong');
    const sent = await web.send('temitope', silent, { choice: 'mine', reason: 'She was in the hall.' });
    expect(sent.status).toBe(303);
    const [theirs, mine] = (await visitsTo(safiya)).slice(-2);
    expect(theirs).toMatchObject({ data: { words: 'As Beatrix heard it' }, correctedBy: mine?.id });
    expect(mine).toMatchObject({
      data: { words: 'As Temitope heard it' },
      corrects: theirs?.id,
      reason: 'She was in the hall.',
    });
  });
});

test('an unborn child is not asked to have been seen', async () => {
  const page = await web.get('temitope', `/children/${doran}/visits/new`);
  expect(page.html).toContain('Not born yet: the family was visited');
  const sent = await web.send('temitope', page, { ...visit, 'seen-1': 'unborn' });
  expect(sent.status).toBe(303);
  expect((await visitsTo(doran)).at(-1)?.data.seen).toBe('unborn');
});

test('nobody without the right reaches the form, and an unknown child is not found', async () => {
  expect((await web.get('marguerite', form)).status).toBe(403);
  expect((await web.get('temitope', '/children/00000000-0000-4000-8000-000000000000/visits/new')).status).toBe(404);
});
