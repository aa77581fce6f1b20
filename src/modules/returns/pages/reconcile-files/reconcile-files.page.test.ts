import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IDS, type ReconcileHouse, reconcileHouse } from '../../../../../test/reconcile-house.ts';
import type { Id } from '../../../../kernel/id.ts';
import { importCinCensus } from '../../imports/cin-census/import-cin-census.ts';
import { confirmWithdrawal } from '../../store/confirm-withdrawal.ts';
import { openDisagreements } from '../../store/open-disagreements.ts';
import { census, censusChild } from './differing-files.fixture.ts';

let here: ReconcileHouse;
let house: ReconcileHouse['house'];
let web: ReconcileHouse['web'];
let folder: string;

beforeAll(async () => {
  here = await reconcileHouse();
  ({ house, web, folder } = here);
});
afterAll(() => here.close());

const ask: ReconcileHouse['ask'] = (query) => here.ask(query);
const bookOf = (councilId: string) => here.bookOf(councilId);
const entryOf = (councilId: string, key: string) => here.entryOf(councilId, key);
const opened = () => house.fresh.db.as({ person: 'a tester', purpose: 'command' }, openDisagreements);

/** What the law says of the 45 days of the assessment, on the last day of the files. */
async function verdictOf(councilId: string): Promise<{ verdict: string; because: string | null }[]> {
  return ask(sql`select c.verdict, c.because from sight.clock c join people.published_child p on p.identity = c.child
    where p.book = ${await bookOf(councilId)} and c.duty = 'single-assessment-45wd'
      and c.first_day <= '2026-03-31' and (c.last_day is null or c.last_day >= '2026-03-31')`);
}
/** The entries that stand of the assessment's completion. */
async function standingOf(councilId: string) {
  return ask<{ on: string; source: string; factors: string[] }>(sql`
    select e.earliest::text as on, e.source::jsonb ->> 'kind' as source, d.canonical::jsonb -> 'factors' as factors
    from record.entry e join record.entry_data d using (book, seq)
    where e.book = ${await bookOf(councilId)} and e.type = 'assessment-completed'
      and not exists (select from record.entry c where c.corrects = e.id)`);
}
const settlePage = async (councilId: string, key: string) => `/reconciliation/events/${await entryOf(councilId, key)}`;

test('before there are two kinds of file, nothing says that all is well', async () => {
  const empty = await web.get('priyanka', '/reconciliation');
  expect(empty.html).toContain('No file has been loaded: there is nothing to compare');
  await here.loadCensus();
  const one = await web.get('priyanka', '/reconciliation');
  expect(one.html).toContain('Only one kind of file has been loaded: there is nothing to compare');
  expect(await opened()).toEqual({
    kinds: ['cin-census'],
    events: 0,
    children: 0,
    withdrawn: 0,
    identities: 0,
    unidentified: 0,
  });
});

describe('a census and the lists of Annex A that differ', () => {
  beforeAll(() => here.loadLists());

  test('are listed by child and event, with the verdict that turns on it and who decides', async () => {
    expect(await opened()).toEqual({
      kinds: ['annex-a', 'cin-census'],
      events: 4,
      children: 2,
      withdrawn: 0,
      identities: 2,
      unidentified: 0,
    });
    const { status, html } = await web.get('priyanka', '/reconciliation');
    expect(status).toBe(200);
    expect(html).toContain('Files disagree about 4 events of 2 children');
    expect(html).toContain('Assessment begun on 4 November 2025, completed');
    expect(html).toContain('15 Dec 2025 <span class="sl-quiet">census to 31 Mar 2026</span>');
    expect(html).toContain('30 Jan 2026 <span class="sl-quiet">Annex A of 31 Mar 2026</span>');
    expect(html).toContain('nobody is named as holding the child');
    expect(html).toContain('A team manager or a performance analyst decides.');
    const filtered = await web.get('priyanka', '/reconciliation?files=annex-a%2Bcin-census&field=ethnicity');
    expect(filtered.html).toContain('1 to 2 of 2 events.');
    expect(filtered.html).not.toContain('Assessment begun on');
    expect(web.accessLines.at(-1)).toMatchObject({ event: 'disagreements.listed' });
    expect(web.accessLines.at(-1)?.children).toContain(await bookOf('A100'));
  });

  test('stand on the child’s own page, beside what each file can never say', async () => {
    const { html } = await web.get('priyanka', `/children/${await bookOf('A100')}`);
    expect(html).toContain('Files disagree on 2 events');
    expect(html).toContain('The day: 30 Jan 2026 (Annex A of 31 Mar 2026), 15 Dec 2025 (census to 31 Mar 2026)');
    expect(html).toContain(await settlePage('A100', 'completed'));
    expect(html).toContain('Annex A lists');
    expect(html).toMatch(
      /It names no child, no social worker[^<]*<span class="sl-quiet"> Of what is judged on this page, never: /,
    );
  });

  test('what turns on it cannot be told until it is settled', async () => {
    expect(await verdictOf('A100')).toEqual([{ verdict: 'cannot-tell', because: 'sources-disagree' }]);
    const page = await web.get('beatrix', await settlePage('A100', 'completed'));
    expect(page.html).toContain('Assessment begun on 4 November 2025, completed: which is right?');
    expect(page.html).toMatch(/until somebody decides it cannot be told: [^<]*45 working days/);
    expect(page.html).not.toMatch(/<input[^>]*\schecked/);
  });

  test('the form asks for an answer and a reason, and keeps what was typed', async () => {
    const page = await web.get('beatrix', await settlePage('A100', 'completed'));
    const empty = await web.send('beatrix', page, {});
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('Say what is right: the day');
    expect(empty.html).toContain('Say why: what you looked at, and whom you asked');
    const ahead = await web.send('beatrix', page, {
      'right-the-day': 'other',
      'other-the-day-day': '1',
      'other-the-day-month': '9',
      'other-the-day-year': '2026',
      because: 'The signature.',
    });
    expect(ahead.status).toBe(422);
    expect(ahead.html).toContain('The right day must not be after today');
    expect(ahead.html).toContain('The signature.');
  });

  test('only who may decide is offered the form, and may send it', async () => {
    const url = await settlePage('A100', 'completed');
    const page = await web.get('marguerite', url);
    expect(page.html).toContain('A team manager or a performance analyst decides.');
    expect(page.html).not.toContain('Record what is right');
    const sent = await web.send('marguerite', await web.get('beatrix', url), {}, url);
    expect(sent.status).toBe(403);
    expect((await web.get('temitope', url)).html).not.toContain('Record what is right');
    expect((await web.get('dilwyn', '/reconciliation')).status).toBe(403);
  });

  test('one file was right: the other’s entry is taken back, with the reason, and the verdict is told again', async () => {
    const url = await settlePage('A100', 'completed');
    const page = await web.get('beatrix', url);
    const draft = await web.send('beatrix', page, { because: 'Signed', draft: 'leave' }, `${url}/draft`);
    expect(draft.status).toBe(303);
    const restored = await web.get('beatrix', url);
    expect(restored.html).toContain('Signed</textarea>');
    const fields = { 'right-the-day': 'as-annex-a', because: 'The manager signed it on 30 January.' };
    const sent = await web.send('beatrix', restored, fields);
    expect(sent.status).toBe(303);
    const settled = await web.get('beatrix', sent.location ?? '');
    expect(settled.html).toContain('Settled: assessment begun on 4 November 2025, completed');
    expect(settled.html).toContain('The manager signed it on 30 January.');
    expect(await verdictOf('A100')).toMatchObject([{ verdict: 'met-late', because: null }]);
    expect(await opened()).toMatchObject({ events: 3 });
    expect((await web.get('beatrix', `/children/${await bookOf('A100')}`)).html).toContain(
      'Files disagree on 1 event<',
    );
    expect((await web.get('beatrix', '/reconciliation?settled=yes')).html).toContain(
      '1 disagreement between files was settled',
    );
    // One entry is left: the day as Annex A has it, the factors that only the census gave.
    expect(await standingOf('A100')).toMatchObject([{ on: '2026-01-30', factors: ['10A'] }]);
    expect((await web.send('beatrix', restored, fields)).status).toBe(303); // sent twice, written once
  });

  test('the same files loaded again change nothing of it', async () => {
    const before = await opened();
    const loaded = await importCinCensus(house.context, [path.join(folder, 'census.xml')]);
    expect(loaded).toMatchObject({ ok: true, value: { entries: 0 } });
    expect(await opened()).toEqual(before);
    expect(await verdictOf('A100')).toMatchObject([{ verdict: 'met-late' }]);
  });

  test('neither was right: what is typed stands, and both files’ entries are put right', async () => {
    const page = await web.get('priyanka', await settlePage('A101', 'completed'));
    const sent = await web.send('priyanka', page, {
      'right-the-day': 'other',
      'other-the-day-day': '12',
      'other-the-day-month': 'Dec',
      'other-the-day-year': '2025',
      because: 'The authorised document is dated 12 December.',
    });
    expect(sent.status).toBe(303);
    expect(await verdictOf('A101')).toMatchObject([{ verdict: 'met', because: null }]);
    expect(await standingOf('A101')).toMatchObject([{ on: '2025-12-12', factors: ['10A'], source: 'here' }]);
  });

  test('two who settle at once: the second is shown what the first decided, and loses no word', async () => {
    const url = await settlePage('A100', 'described');
    const mine = await web.get('beatrix', url);
    const theirs = await web.get('priyanka', url);
    const sent = await web.send('priyanka', theirs, { 'right-ethnicity': 'as-cin-census', because: 'She told us.' });
    expect(sent.status).toBe(303);
    const late = await web.send('beatrix', mine, { 'right-ethnicity': 'as-annex-a', because: 'Her mother said so.' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('Somebody else wrote of this while you decided');
    expect(late.html).toContain('She told us.');
    expect(late.html).toContain('Her mother said so.');
    expect(await opened()).toMatchObject({ events: 1 });
    const corrected = await ask<{ book: Id; id: Id }>(sql`select e.book, e.corrects as id from record.entry e
      where e.corrects is not null and e.reason like '%She told us.%'`);
    expect(corrected.length).toBeGreaterThan(0);
    for (const { book, id } of corrected) await here.keep(book, id, 'ethnicity', 'protected-readers');
    const settled = (await web.get('priyanka', url)).html;
    expect([settled.includes('She told us.'), settled.includes('Withheld from you')]).toEqual([false, true]);
    for (const { book, id } of corrected) await here.keep(book, id, 'ethnicity', 'everyone');
  });

  test('who the child is: something else, in the record’s own words, and nobody can say', async () => {
    const page = await web.get('beatrix', await settlePage('A101', 'described'));
    const wrong = await web.send('beatrix', page, {
      'right-ethnicity': 'other',
      'other-ethnicity': 'half and half',
      because: 'Asked.',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('The record has no room for that as ethnicity');
    expect(
      (await web.send('beatrix', page, { 'right-ethnicity': 'nobody-knows', because: 'She would rather not say.' }))
        .status,
    ).toBe(303);
    expect(await opened()).toMatchObject({ events: 0, identities: 2, unidentified: 0 });
    expect((await web.get('beatrix', '/reconciliation')).html).toContain(
      'Wherever two files speak of the same event, they agree or somebody has decided',
    );
  });
});

describe('two books under one council id', () => {
  const pairOf = async (councilId: string) => {
    const [one, other] = await ask<{ book: Id }>(
      sql`select book from people.child where council_child_id = ${councilId} order by book`,
    );
    return `/reconciliation/identities/${one?.book}/${other?.book}`;
  };
  const identitiesUnder = async (councilId: string) =>
    (
      await ask(sql`select distinct i.identity from people.child_identity i join people.child c using (book)
        where c.council_child_id = ${councilId}`)
    ).length;

  test('stand side by side with births, sexes and sources', async () => {
    const { html } = await web.get('priyanka', '/reconciliation/identities');
    expect(html).toContain('2 pairs of books under one council id may be one child’s or two children’s');
    expect(html).toContain('born 4 May 2015');
    expect(html).toContain('born 4 May 2016');
    expect(html).toContain('birth date, sex');
    expect(html).toContain('census to 31 March 2026');
  });

  test('one child: the books are joined in one act, and one line of sight is reckoned; then parted again', async () => {
    const url = await pairOf('A102');
    const page = await web.get('beatrix', url);
    expect(page.html).toContain('One child, or two?');
    expect((await web.send('beatrix', page, {})).html).toContain('Say whether they are one child or two');
    const sent = await web.send('beatrix', page, { decision: 'one-child', because: 'The birth certificate.' });
    expect(sent.status).toBe(303);
    expect(await identitiesUnder('A102')).toBe(1);
    const acts = await ask(
      sql`select act from record.entry where type = 'books-linked' group by act having count(*) = 2`,
    );
    expect(acts).toHaveLength(1);
    const reckoned = await ask(sql`select distinct r.child from sight.reckoned r join people.child c using (book)
      where c.council_child_id = 'A102'`);
    expect(reckoned).toHaveLength(1);
    const joined = await web.get('beatrix', url);
    expect(joined.html).toContain('These two books are one child’s');
    expect(joined.html).toContain('The birth certificate.');
    expect((await web.send('beatrix', joined, { decision: 'part', because: 'It was her cousin’s.' })).status).toBe(303);
    expect(await identitiesUnder('A102')).toBe(2);
    expect(await opened()).toMatchObject({ identities: 2, unidentified: 0 });
    const again = await web.get('beatrix', url);
    expect((await web.send('beatrix', again, { decision: 'one-child', because: 'It was hers.' })).status).toBe(303);
    expect(await identitiesUnder('A102')).toBe(1);
  });

  test('why somebody decided is a paragraph: withheld, it stands on this page neither', async () => {
    const url = await pairOf('A102');
    const linked = await ask<{ id: Id; book: Id }>(sql`select id, book from record.entry
      where type = 'books-linked' and book = ${url.split('/').at(-2)}::uuid`);
    expect((await web.get('priyanka', url)).html).toContain('Because: The birth certificate.');
    for (const { id, book } of linked) await here.keep(book, id, 'because', 'protected-readers');
    const { html } = await web.get('priyanka', url);
    expect(html).toContain('Because: Withheld from you');
    expect(html).not.toContain('The birth certificate.');
  });

  test('two children: the doubt ends, and nothing is joined; who decides at once is shown it', async () => {
    const url = await pairOf('A103');
    const mine = await web.get('beatrix', url);
    const sent = await web.send('priyanka', await web.get('priyanka', url), {
      decision: 'two-children',
      because: 'They sit in one classroom.',
    });
    expect(sent.status).toBe(303);
    const late = await web.send('beatrix', mine, { decision: 'one-child', because: 'They look alike.' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('They sit in one classroom.');
    expect(late.html).toContain('They look alike.');
    expect(await identitiesUnder('A103')).toBe(2);
    expect(await opened()).toMatchObject({ identities: 0, unidentified: 0 });
    const decided = await web.get('priyanka', '/reconciliation/identities?decided=yes');
    expect(decided.html).toContain('2 pairs of books under one council id were decided');
  });

  test('books that never met are not found', async () => {
    const [one, other] = [await bookOf('A100'), await bookOf('A101')];
    expect((await web.get('beatrix', `/reconciliation/identities/${one}/${other}`)).status).toBe(404);
    expect((await web.get('beatrix', `/reconciliation/identities/${one}/${one}`)).status).toBe(404);
  });
});

test('what a later file takes back is listed until somebody confirms; what was put right here stands', async () => {
  const file = path.join(folder, 'later.xml');
  writeFileSync(file, census(...IDS.map((id) => censusChild(id, id !== 'A100'))));
  expect(await importCinCensus(house.context, [file])).toMatchObject({ ok: true });
  // Of the books that were joined, the one that the census had begun goes on: nothing new is in doubt.
  expect(await opened()).toMatchObject({ identities: 0, withdrawn: 1 });
  const { html } = await web.get('priyanka', '/reconciliation/withdrawn');
  expect(html).toContain('1 event is no longer in a later file, and nobody has confirmed it');
  expect(html).toContain('Assessment begun on 4 November 2025, begun, completed');
  const [waiting] = await ask<{ run: Id; group: string }>(
    sql`select distinct w.run, a.group_key as group from returns.withdrawal w join returns.attestation a using (source_kind, book, key)`,
  );
  const { fresh, context } = house;
  const book = await bookOf('A100');
  const confirmed = await fresh.db.as(context.identity, (tx) =>
    confirmWithdrawal(
      tx,
      { ...context, commandId: context.newId() },
      { run: waiting?.run as Id, book, group: waiting?.group ?? '' },
    ),
  );
  expect(confirmed).toBe('confirmed');
  expect(await opened()).toMatchObject({ withdrawn: 0 });
  expect(await standingOf('A100')).toMatchObject([{ on: '2026-01-30' }]);
});
