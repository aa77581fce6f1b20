import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  analyst,
  beatrix,
  chair,
  frontDoorWorker,
  temitope,
} from '../../../../../../county/hand-made/hand-made-people.ts';
import { loadHandMade } from '../../../../../../county/hand-made/load-hand-made.ts';
import { type FreshDatabase, inventedDatabase } from '../../../../../../test/fresh-database.ts';
import { type Answered, childNamed, type WebInTests, webInTests } from '../../../../../../test/hand-made-web.ts';
import { childCommand } from '../../../../../app/commands/child.command.ts';
import { houseProjections } from '../../../../../app/house-projections.ts';
import { manifests } from '../../../../../app/manifests.ts';
import { readingOf } from '../../../../../app/reading.ts';
import { audiencePages } from '../../../../../app/web/audience-pages.ts';
import { practicePages } from '../../../../../app/web/practice-pages.ts';
import { readingPages } from '../../../../../app/web/reading-pages.ts';
import type { Id } from '../../../../../kernel/id.ts';
import { type Instant, instantOf, millisecondsOf } from '../../../../../kernel/instant.ts';
import { mustBeDate } from '../../../../../kernel/local-date.ts';
import { standingClock } from '../../../../../platform/clock/house-clock.ts';
import { happenedOn, type NewEntry } from '../../../../../record/entry.ts';
import { ownThread } from '../../../../../record/own-thread.ts';
import { append } from '../../../../../record/store/append.ts';
import { readEntries } from '../../../../../record/store/read-entries.ts';
import { readStatute } from '../../../../../statute/read-statute.ts';
import { workerAllocated } from '../../../../allocation/public.ts';
import { childVisited } from '../../../../child-in-need/public.ts';
import { audienceSet } from '../../../core/paragraphs/audience-set.entry.ts';
import { redactEntries } from '../../../store/redact-entries.ts';

/** Three paragraphs of one visit, each for somebody else: of the mother, the father, and the mother’s new partner. */
const OF = {
  mother: 'Μητέρα says that she sleeps at her sister’s.',
  father: 'Πατέρας must not learn which school it is.',
  partner: 'Σύντροφος has asked twice where the child spends the weekend.',
} as const;
type Part = keyof typeof OF;
const PARTS = Object.keys(OF) as readonly Part[];
const partsIn = (text: string): Part[] => PARTS.filter((part) => text.includes(OF[part].split(' ')[0] ?? ''));

const today = mustBeDate('2026-03-31');
const safiya = childNamed('Safiya Nowak-Rahman');
const zayn = childNamed('Zayn Nowak-Rahman');
const statute = readStatute();
const reading = readingOf(statute, manifests);
const { registry } = reading;
const projections = houseProjections(registry, statute);
const newId = (): Id => randomUUID() as Id;
let fresh: FreshDatabase;
let web: WebInTests;
let moment = millisecondsOf('2026-03-30T09:00:00.000Z' as Instant);

async function write(entry: NewEntry, ...others: readonly NewEntry[]): Promise<Id> {
  moment += 1000;
  const identity = {
    person: temitope.id,
    purpose: 'request',
    opened: { books: [safiya, zayn], relation: 'allocated' },
  } as const;
  const act = { id: newId(), entries: [entry, ...others], decidedOn: [] };
  const written = await append(
    fresh.db,
    { identity, now: () => instantOf(moment), registry, projections, commandId: act.id },
    [act],
  );
  expect(written.ok).toBe(true);
  return entry.id;
}

const on = (about: Id, day: string) =>
  ({ id: newId(), book: safiya, about, happened: happenedOn(mustBeDate(day)), source: { kind: 'here' } }) as const;
const visitOf = (given: Partial<Parameters<typeof childVisited.write>[1]>, more: Partial<NewEntry> = {}): NewEntry => ({
  ...childVisited.write(on(ownThread(safiya, 'visits'), '2026-03-27'), { episode: null, seen: 'alone', ...given }),
  ...more,
});

let visit: Id;
const child = `/children/${safiya}`;
const pathOf = (entry: Id): string => `${child}/entries/${entry}/audience`;

beforeAll(async () => {
  fresh = await inventedDatabase();
  await loadHandMade({ db: fresh.db, registry, projections, councilBook: newId() });
  const pages = [
    ...readingPages(reading),
    ...practicePages(registry, projections),
    ...audiencePages(reading, projections),
  ];
  web = await webInTests(fresh.db, pages, today);
  visit = await write(visitOf({ words: OF.mother, account: OF.father, place: OF.partner }));
});
afterAll(async () => {
  await web?.close();
  await fresh?.drop();
});

/** Who is what to Safiya. The duty worker is nothing to her, and opened her record with a reason. */
const READERS = {
  temitope: { person: temitope, relation: 'allocated' },
  beatrix: { person: beatrix, relation: 'manager' },
  lorraine: { person: chair, relation: 'conference-chair' },
  priyanka: { person: analyst, relation: 'data-quality' },
  hari: { person: frontDoorWorker, relation: 'reason' },
} as const;
type Who = keyof typeof READERS;
const WHO = Object.keys(READERS) as readonly Who[];

/** What a reader gets of Safiya’s entries, whatever prints it. */
const jsonFor = (who: Who): Promise<string> =>
  fresh.db.as(
    {
      person: READERS[who].person.id,
      purpose: 'request',
      opened: { books: [safiya], relation: READERS[who].relation },
    },
    async (tx) =>
      JSON.stringify(
        await redactEntries(tx, registry, await readEntries(tx, { registry, books: [safiya], knownAt: null })),
      ),
  );

const open = async (who: Who): Promise<void> => {
  await fresh.db.owner((tx) =>
    sql`insert into access.opening (id, person, child, reason) values (${newId()}, ${READERS[who].person.id}, ${safiya}, 'A call from the police at night')`.execute(
      tx,
    ),
  );
};
const place = (html: string, path: string): string =>
  /who-(\d)/.exec(
    html.slice(html.indexOf(`Who may read “${path}”?`) - 400, html.indexOf(`Who may read “${path}”?`) + 400),
  )?.[1] ?? '0';

async function keep(
  who: Who,
  fields: Record<string, Record<string, string>>,
  because = 'He has threatened her.',
): Promise<Answered> {
  const page = await web.get(who, pathOf(visit));
  expect(page.status).toBe(200);
  const boxes = Object.entries(fields).flatMap(([path, said]) =>
    Object.entries(said).map(([box, value]) => [`${box}-${place(page.html, path)}`, value]),
  );
  return web.send(who, page, { ...Object.fromEntries(boxes), because }, pathOf(visit));
}

describe('who may read each paragraph of one entry', () => {
  test('the page shows the paragraphs, and what is wrong stands beside its box', async () => {
    const { html } = await web.get('temitope', pathOf(visit));
    expect(partsIn(html)).toEqual(PARTS);
    for (const heading of ['Words', 'Account', 'Place']) expect(html).toContain(`Who may read “${heading}”?`);
    expect(html).not.toContain('“Visited by”');
    const silent = await keep('temitope', { Account: { who: 'protected-readers' } }, '');
    expect([silent.status, silent.html.includes('Say why')]).toEqual([422, true]);
    const nobody = await keep('temitope', { Account: { who: 'some', people: 'nobody@nowhere.example' } });
    expect(nobody.html).toContain('Nobody signs in here with address 1 of these');
    const same = await keep('temitope', { Account: { who: 'everyone' } });
    expect(same.html).toContain('Nothing was changed');
  });

  test('until somebody says so, everybody reads everything who may open the record', async () => {
    await open('hari');
    for (const who of WHO) expect(partsIn(await jsonFor(who)), who).toEqual(PARTS);
    expect(partsIn((await web.get('lorraine', child)).html)).toEqual(['mother']);
  });

  test('sent, it holds at once: each reader gets exactly what is theirs, to the byte', async () => {
    const sent = await keep('temitope', {
      Words: { who: 'some', relations: 'conference-chair', people: frontDoorWorker.email },
      Account: { who: 'protected-readers' },
      Place: { who: 'some', relations: 'data-quality' },
    });
    expect([sent.status, sent.location]).toEqual([303, child]);
    const theirs: Record<Who, Part[]> = {
      temitope: ['mother', 'father', 'partner'],
      beatrix: ['mother', 'father', 'partner'],
      lorraine: ['mother'],
      priyanka: ['partner'],
      hari: ['mother'],
    };
    for (const who of WHO) {
      expect(partsIn(await jsonFor(who)), who).toEqual(theirs[who]);
      const { html } = await web.get(who, child);
      expect(partsIn(html), who).toEqual(theirs[who].filter((part) => part === 'mother'));
      expect(html.includes('is withheld from you'), who).toBe(who !== 'temitope' && who !== 'beatrix');
    }
    const seen = await web.get('hari', pathOf(visit));
    expect([partsIn(seen.html), seen.html.match(/Withheld from you/g)?.length]).toEqual([['mother'], 2]);
    // Why it is so may quote what it keeps.
    expect(await jsonFor('lorraine')).not.toContain('He has threatened her.');
    expect(await jsonFor('beatrix')).toContain('He has threatened her.');
  });

  test('it holds on the page of a day gone by, with hindsight, and in explanations', async () => {
    for (const known of ['', '&known=now']) {
      const then = `${child}?day=30&month=3&year=2026${known}`;
      expect(partsIn((await web.get('temitope', then)).html)).toEqual(['mother']);
      expect(partsIn((await web.get('priyanka', then)).html)).toEqual([]);
    }
    const { html } = await web.get('priyanka', child);
    const explanations = [...html.matchAll(/href="(\/children\/[^"]+\/explain\/[^"?]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    expect(explanations.length).toBeGreaterThan(0);
    for (const path of explanations) expect(partsIn((await web.get('priyanka', path)).html)).toEqual([]);
  });

  test('the command tells the same, in words and in JSON', async () => {
    for (const who of WHO) {
      const { person } = READERS[who];
      const context = {
        db: fresh.db,
        person,
        identity: { person: person.id, purpose: 'command' } as const,
        clock: standingClock(today),
        statute: () => statute,
        config: { today: undefined },
      };
      const asked = { words: [safiya], options: { on: undefined, 'known-at': undefined } };
      const outcome = await childCommand.run(context as never, asked as never);
      if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
      expect(partsIn(JSON.stringify([outcome.json, outcome.text])), who).toEqual(who === 'priyanka' ? [] : ['mother']);
    }
  });

  test('nobody opens to themselves what is kept from them, and who may not say so does not reach the page', async () => {
    const page = await web.get('hari', pathOf(visit));
    const boxes = { 'who-1': 'everyone', 'who-2': 'everyone', 'who-3': 'everyone', because: 'Because I want to.' };
    expect((await web.send('hari', page, boxes, pathOf(visit))).status).toBe(404);
    expect(partsIn(await jsonFor('hari'))).toEqual(['mother']);
    expect((await web.get('lorraine', pathOf(visit))).status).toBe(403);
    expect((await web.get('lorraine', child)).html).not.toContain('Who may read this');
    expect((await web.get('temitope', `${child}/entries/${newId()}/audience`)).status).toBe(404);
    expect((await web.get('temitope', `/children/${zayn}/entries/${visit}/audience`)).status).toBe(404);
  });
});

describe('every way to what was withheld', () => {
  test('a correction inherits it, and its reason is kept with it', async () => {
    const corrected = visitOf(
      { words: `${OF.mother} So she said.`, account: `${OF.father} So it is.`, place: 'at home' },
      { corrects: visit, reason: `Not ${OF.father}` },
    );
    await write(corrected);
    expect(partsIn(await jsonFor('lorraine'))).toEqual(['mother']);
    expect(partsIn(await jsonFor('hari'))).toEqual(['mother']);
    expect(partsIn((await web.get('priyanka', child)).html)).toEqual([]);
    expect(partsIn((await web.get('temitope', child)).html)).toEqual(['mother', 'father']);
  });

  test('the same words in a brother’s record are kept with them', async () => {
    const account = `${OF.partner} He waits at the gate.`;
    const his = visitOf({ account, words: OF.mother }, { book: zayn, about: ownThread(zayn, 'visits') });
    const entry = await write(visitOf({ account }), his);
    const hisFor = (who: Who): Promise<string> =>
      fresh.db.as({ person: READERS[who].person.id, purpose: 'request' }, async (tx) =>
        JSON.stringify(
          await redactEntries(tx, registry, await readEntries(tx, { registry, books: [zayn], knownAt: null })),
        ),
      );
    expect(partsIn(await hisFor('priyanka'))).toEqual(['mother', 'partner']);
    const page = await web.get('temitope', pathOf(entry));
    expect(page.html).toContain('The same words were written in 1 other record at once.');
    const sent = await web.send(
      'temitope',
      page,
      { 'who-1': 'protected-readers', because: 'He reads it.' },
      pathOf(entry),
    );
    expect(sent.status).toBe(303);
    expect(partsIn(await hisFor('priyanka'))).toEqual(['mother']);
    expect(partsIn(await hisFor('temitope'))).toEqual(['mother', 'partner']);
  });

  test('both versions of a conflict are shown as the writer may see them', async () => {
    const form = `${child}/visits/new`;
    const page = await web.get('hari', form);
    const theirs = await write(
      visitOf({ words: OF.mother, account: OF.father, place: 'at school', visitedBy: temitope.name }),
    );
    visit = theirs;
    await keep('temitope', { Words: { who: 'everyone' }, Account: { who: 'protected-readers' } });
    const fields = {
      'day-day': '30',
      'day-month': '3',
      'day-year': '2026',
      time: '3pm',
      present: 'nobody',
      'seen-1': 'alone',
      'account-1': 'Ἐγώ saw her.',
      'seen-2': 'not-visited',
    };
    const conflict = await web.send('hari', page, fields);
    expect(conflict.status).toBe(409);
    expect(partsIn(conflict.html)).toEqual(['mother']);
    for (const words of ['Withheld from you', 'at school', 'Ἐγώ saw her.']) expect(conflict.html).toContain(words);
  });

  test('why somebody holds the child is kept on the form and in a conflict about who holds them', async () => {
    const allocated = async (): Promise<void> => {
      const told = { episode: null, worker: temitope.id, workerName: temitope.name, because: OF.father };
      const entry = await write(workerAllocated.write(on(ownThread(safiya, 'holding'), '2026-03-28'), told));
      await write(
        audienceSet.write(on(entry, '2026-03-28'), { entry, path: 'because', audience: 'protected-readers' }),
      );
      const { html } = await web.get('temitope', pathOf(entry));
      expect([html.includes('“Because”'), html.includes('“Worker name”')]).toEqual([true, false]);
    };
    await allocated();
    const form = `${child}/allocation`;
    const page = await web.get('hari', form);
    expect([partsIn(page.html), page.html.includes('Withheld from you')]).toEqual([[], true]);
    expect(partsIn((await web.get('beatrix', form)).html)).toEqual(['father']);
    await allocated();
    const fields = {
      who: 'placeholder',
      kind: 'duty',
      'why-placeholder': 'Ἐγώ',
      'since-day': '29',
      'since-month': '3',
      'since-year': '2026',
    };
    const conflict = await web.send('hari', page, fields);
    expect([conflict.status, partsIn(conflict.html), conflict.html.includes('Withheld from you')]).toEqual([
      409,
      [],
      true,
    ]);
  });

  test('two who say it at once are shown each other’s; half-typed reasons are kept', async () => {
    const page = await web.get('beatrix', pathOf(visit));
    await keep('temitope', { Words: { who: 'protected-readers' } });
    const mine = { [`who-${place(page.html, 'Account')}`]: 'everyone', because: 'The order was lifted.' };
    const late = await web.send('beatrix', page, mine, pathOf(visit));
    expect([late.status, late.html.includes('Somebody else said so while you wrote')]).toEqual([409, true]);
    const again = await web.get('beatrix', pathOf(visit));
    expect(again.html).toContain('The order was lifted.');
    expect((await web.send('beatrix', late, mine, pathOf(visit))).status).toBe(303);
    expect((await web.get('beatrix', pathOf(visit))).html).not.toContain('The order was lifted.');
  });

  test('a draft goes with the record, and comes back with it', async () => {
    const page = await web.get('beatrix', `${child}/visits/new`);
    await web.send('beatrix', page, { 'words-1': 'Half a sentence', draft: 'leave' }, `${child}/visits/draft`);
    const drafts = () =>
      fresh.db.as({ person: beatrix.id, purpose: 'request' }, async (tx) =>
        (await sql<{ words: string }>`select words from record.draft`.execute(tx)).rows
          .map(({ words }) => words)
          .join(),
      );
    expect(await drafts()).toContain('Half a sentence');
    const hidden = newId();
    await fresh.db.owner((tx) =>
      sql`insert into access.interest (book, entry, person, child, kind) values (${newId()}, ${hidden}, ${beatrix.id}, ${safiya}, 'neighbour')`.execute(
        tx,
      ),
    );
    expect(await drafts()).toBe('');
    expect((await web.get('beatrix', child)).status).toBe(404);
    await fresh.db.owner((tx) => sql`delete from access.interest where entry = ${hidden}`.execute(tx));
    expect(await drafts()).toContain('Half a sentence');
  });
});
