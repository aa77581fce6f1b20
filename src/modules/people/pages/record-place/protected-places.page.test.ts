import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handMadeId } from '../../../../../county/hand-made/hand-made-id.ts';
import { loadHandMade } from '../../../../../county/hand-made/load-hand-made.ts';
import { type FreshDatabase, inventedDatabase } from '../../../../../test/fresh-database.ts';
import { childNamed, type WebInTests, webInTests } from '../../../../../test/hand-made-web.ts';
import { entryRegistry } from '../../../../app/entry-registry.ts';
import { houseProjections } from '../../../../app/house-projections.ts';
import { manifests } from '../../../../app/manifests.ts';
import { readingOf } from '../../../../app/reading.ts';
import { notices } from '../../../../app/web/notices.tsx';
import { openingPages } from '../../../../app/web/opening-pages.ts';
import { practicePages } from '../../../../app/web/practice-pages.ts';
import { readingPages } from '../../../../app/web/reading-pages.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { render } from '../../../../platform/http/answer.ts';
import { page as definePage } from '../../../../platform/http/page.ts';
import { readStatute } from '../../../../statute/read-statute.ts';
import { seesProtected } from '../../../access/core/may-open.ts';
import { RELATIONS } from '../../../access/core/relation.ts';

const safiya = childNamed('Safiya Nowak-Rahman');
const page = `/children/${safiya}`;
const form = `${page}/addresses/new`;
const house = { person: 'a job', purpose: 'job' } as const;
/** Her worker, his manager, and one who answers for the whole county. */
const [worker, manager, director] = ['temitope', 'beatrix', 'marguerite'] as const;
/** A page that forgot to ask. */
const leak = definePage({
  path: '/leak',
  permission: 'county:read',
  about: 'nobody',
  audit: { none: 'a test' },
  handle: async ({ house: drawn }) => render(notices.fault(drawn, 200, '14 Saltpan Lane')),
});
/** Somebody of another team, who opened the record with a reason. */
const visitor = {
  id: handMadeId('worker', 'Ines Okafor'),
  name: 'Ines Okafor',
  email: 'ines.okafor@wherrymouth.example',
  roles: ['social-worker'],
} as const;
const secret = { whom: safiya, kind: 'address', line: 'Flat 2\n14 Saltpan Ln', postcode: 'ZZ9 9ZY', protected: 'yes' };
const since = { 'from-day': '2', 'from-month': '3', 'from-year': '2025' };
let fresh: FreshDatabase;
let web: WebInTests;

beforeAll(async () => {
  fresh = await inventedDatabase();
  const registry = entryRegistry();
  const statute = readStatute();
  const projections = houseProjections(registry, statute);
  await loadHandMade({ db: fresh.db, registry, projections, councilBook: handMadeId('council', 'of the tests') });
  const pages = [
    ...practicePages(registry, projections),
    ...readingPages(readingOf(statute, manifests)),
    ...openingPages(statute),
    leak,
  ];
  web = await webInTests(fresh.db, pages, mustBeDate('2026-03-31'), [visitor]);
  await fresh.db.owner((tx) =>
    sql`insert into access.opening (id, person, child, reason)
      values (gen_random_uuid(), ${visitor.id}, ${safiya}, 'The hospital rang.')`.execute(tx),
  );
});
afterAll(async () => {
  await web?.close();
  await fresh?.drop();
});

async function record(fields: Record<string, string>) {
  return web.send(worker, await web.get(worker, form), fields);
}
const htmlFor = async (who: string, address = page) => (await web.get(who, address)).html;
const lastPlace = async (table: string) => {
  const { rows } = await fresh.db.owner((tx) =>
    sql<{
      entry: string;
    }>`select entry from ${sql.table(table)} where book = ${safiya} order by from_day desc limit 1`.execute(tx),
  );
  return rows[0]?.entry ?? '';
};

describe('an address is recorded', () => {
  test('nothing is answered beforehand, and every question that must be answered has a sentence', async () => {
    const empty = await web.get(worker, form);
    expect(empty.status).toBe(200);
    expect(empty.html).not.toMatch(/<input[^>]*\schecked/);
    const { status, html } = await web.send(worker, empty, {});
    expect(status).toBe(422);
    for (const sentence of ['Say whose address', 'Say whether it is an address', 'Say whether it is protected'])
      expect(html).toContain(sentence);
    expect(await htmlFor(worker, form)).toContain('value="not-known"');
    expect((await web.get(director, form)).status).toBe(403);
  });

  test('a draft is kept without scripts', async () => {
    const draft = await web.send(
      worker,
      await web.get(worker, form),
      { line: '9 Thorpe Hill', draft: 'leave' },
      `${page}/addresses/draft`,
    );
    expect(draft.location).toBe(page);
    expect(await htmlFor(worker, form)).toContain('9 Thorpe Hill');
    await web.send(worker, await web.get(worker, form), { draft: 'throw-away' }, `${page}/addresses/draft`);
    expect(await htmlFor(worker, form)).not.toContain('9 Thorpe Hill');
  });

  test('a number that nobody knows to be protected is kept as if it were, and says so in the record', async () => {
    await record({ whom: safiya, kind: 'phone', number: '07700 900555', whose: 'Her aunt’s', protected: 'not-known' });
    expect(await htmlFor(worker)).toContain('07700 900555');
    expect(await htmlFor(director)).not.toContain('900555');
    expect(await htmlFor(director)).not.toContain('Her aunt’s');
  });

  test('a place that is nobody’s secret yet may stand on any page', async () => {
    for (const _ of [1, 2]) expect((await web.get(director, '/leak')).html).toContain('14 Saltpan Lane');
  });

  test('protected, it is shown to her worker and his manager with a warning, and withheld from everybody else on any day', async () => {
    expect((await record({ ...secret, ...since })).status).toBe(303);
    for (const who of [worker, manager]) {
      const html = await htmlFor(who);
      expect(html).toContain('14 Saltpan Ln');
      expect(html).toContain('ZZ9 9ZY');
      expect(html).toContain('Protected: do not pass on.');
    }
    for (const address of [page, `${page}?on=2025-12-01`, `${page}?on=2025-12-01&how=hindsight`]) {
      const html = await htmlFor(director, address);
      expect(html).toContain('Safiya');
      expect(html).not.toMatch(/Saltpan|ZZ9/);
    }
    expect(await htmlFor(director)).toContain('Protected: withheld from you');
  });
});

describe('protection is changed', () => {
  const protection = async () => `${page}/addresses/${await lastPlace('people.address')}/protection`;

  test('by somebody who sees it: it is shown to all who may open the child, and never used where it is unsafe', async () => {
    const asked = await web.get(worker, await protection());
    expect((await web.send(worker, asked, {})).html).toContain('Say why');
    const free = { protected: 'no', unsafe: 'unsafe', because: 'He was sent to prison.' };
    expect((await web.send(worker, asked, free)).status).toBe(303);
    const html = await htmlFor(director);
    expect(html).toContain('14 Saltpan Ln');
    expect(html).toContain('Not safe: never write to it.');
    const late = { ...free, because: 'He is out again.', command: handMadeId('act', 'again') };
    expect((await web.send(worker, asked, late)).status).toBe(409);
    const kept = await web.get(worker, await protection());
    expect(kept.html).toContain('He is out again.');
    // What stands now is what the kept words are decided on.
    expect(kept.html).not.toContain(/name="last" value="[^"]*"/.exec(asked.html)?.[0]);
  });

  test('protected again today, it is absent from last year’s page', async () => {
    const asked = await web.get(manager, await protection());
    await web.send(manager, asked, { protected: 'yes', unsafe: 'not-known', because: 'He is out.' });
    for (const address of [page, `${page}?on=2025-12-01`])
      expect(await htmlFor(director, address)).not.toContain('Saltpan');
    expect(await htmlFor(manager)).toContain('Not safe: never write to it.');
  });

  test('nobody lifts what they may not see, and a place of somebody else is not found', async () => {
    const asked = await web.get('ines', await protection());
    expect([asked.status, asked.html.includes('withheld from you'), asked.html.includes('Saltpan')]).toEqual([
      200,
      true,
      false,
    ]);
    const lifted = await web.send('ines', asked, {
      protected: 'no',
      unsafe: 'safe',
      because: 'I should like to see it.',
    });
    expect([lifted.status, lifted.html.includes('Only somebody who may see it')]).toEqual([422, true]);
    const stranger = `${page}/addresses/${safiya}/protection`;
    expect((await web.get(worker, stranger)).status).toBe(404);
  });
});

test('the same address on another child’s page is withheld there, too', async () => {
  const other = childNamed('Zayn Nowak-Rahman');
  const asked = await web.get(worker, `/children/${other}/addresses/new`);
  await web.send(worker, asked, { ...secret, whom: other, postcode: '', line: '14, Saltpan Lane', protected: 'no' });
  expect(await htmlFor(worker, `/children/${other}`)).toContain('14, Saltpan Lane');
  expect(await htmlFor(director, `/children/${other}`)).not.toContain('Saltpan');
});

describe('words that give a protected address', () => {
  const visit = {
    ...{
      'day-day': '30',
      'day-month': '3',
      'day-year': '2026',
      present: 'nobody',
      'seen-1': 'alone',
      'seen-2': 'not-visited',
    },
    'words-1': 'I like the new kitchen.',
    'account-1': 'Seen at I4 saltpan  LANE, upstairs.',
  };
  const visitForm = `${page}/visits/new`;

  test('are not recorded before their writer has looked at them again, without repeating the place', async () => {
    const asked = await web.send(worker, await web.get(worker, visitForm), visit);
    expect(asked.status).toBe(422);
    expect(asked.html).toContain('These words give a protected address or number');
    expect(asked.html).toContain('name="words-1" value="I like the new kitchen."');
    expect(asked.html.match(/saltpan/gi)).toHaveLength(1); // in the box, as it was typed
    const again = await web.send(worker, asked, { 'account-1': 'Still at 14 Saltpan Ln.' });
    expect([again.status, again.html.includes('These words give')]).toEqual([422, true]);
    const mended = await web.send(worker, again, { 'account-1': 'Seen in the new kitchen.' });
    expect([mended.status, mended.location]).toEqual([303, page]);
  });

  test('are looked at in a form that is about nobody’s record yet: why somebody else’s is to be opened', async () => {
    const ask = await web.get('ines', `/children/${childNamed('Esmé Tull')}/ask`);
    const asked = await web.send('ines', ask, { reason: 'Her aunt has moved to 14 Saltpan Lane.' });
    expect([asked.status, asked.html.includes('These words give a protected address')]).toEqual([422, true]);
    const opened = async () => (await fresh.db.owner((tx) => sql`select from access.opening`.execute(tx))).rows.length;
    expect(await opened()).toBe(1);
    expect((await web.send('ines', asked, { reason: 'Her aunt has moved house.' })).status).toBe(303);
    expect(await opened()).toBe(2);
  });

  test('are withheld from whoever may not see the place, and raised to their author', async () => {
    const asked = await web.send(worker, await web.get(worker, visitForm), {
      ...visit,
      'words-1': 'We sleep at 14 Saltpan Lane.',
    });
    expect(
      (await web.send(worker, asked, { ...visit, 'words-1': 'We sleep at 14 Saltpan Lane.', 'words-stand': 'yes' }))
        .status,
    ).toBe(303);
    expect(await htmlFor(worker)).toContain('We sleep at 14 Saltpan Lane.');
    for (const who of [director, 'ines']) {
      const { status, html } = await web.get(who, page);
      expect([status, html.includes('Saltpan')]).toEqual([200, false]);
    }
    const raised = await fresh.db.as({ person: handMadeId('worker', 'Temitope Adeyemi'), purpose: 'request' }, (tx) =>
      sql<{ book: string }>`select book from people.literals_raised()`.execute(tx),
    );
    expect(raised.rows).toEqual([{ book: safiya }]);
    expect(await htmlFor(worker, '/my-children')).toContain(`href="/children/${safiya}#chronology"`);
    expect(await htmlFor(manager, '/my-children')).not.toContain('are withheld from some of their readers');
  });

  test('in a draft of whoever may no longer see the place are not shown again', async () => {
    const typed = { 'account-1': 'Still at 14 Saltpan Lane', 'words-1': 'The cat is black.' };
    await web.send('ines', await web.get('ines', visitForm), { ...typed, draft: 'leave' }, `${page}/visits/draft`);
    const { status, html } = await web.get('ines', visitForm);
    expect([status, html.includes('Saltpan'), html.includes('The cat is black.')]).toEqual([200, false, true]);
    expect(html).toContain('what you typed here gives a protected address');
  });

  test('that reach a page unlooked at do not leave the house', async () => {
    const before = web.logged.length;
    const { status, html } = await web.get(director, '/leak');
    expect([status, html.includes('Saltpan'), html.includes('reference')]).toEqual([500, false, true]);
    expect(web.logged.slice(before).map(({ event }) => event)).toEqual(['protected.stopped', 'web.fault']);
    expect((await web.get(director, '/leak?place=14+Saltpan+Lane')).status).toBe(200); // as they typed it themselves
    const stopped = await fresh.db.owner((tx) => sql`select person, places from people.literal_stopped`.execute(tx));
    expect(stopped.rows).toEqual([{ person: handMadeId('worker', 'Marguerite Osei-Pemberton'), places: 1 }]);
  });
});

test('the database and the program see protected places by the same relations', async () => {
  const { rows } = await fresh.db.owner((tx) =>
    sql<{ relation: string }>`select relation from unnest(${[...RELATIONS, 'nobody', '']}::text[]) as relation
      where people.sees_protected(relation)`.execute(tx),
  );
  expect(rows.map(({ relation }) => relation)).toEqual(RELATIONS.filter(seesProtected));
});

test('the application cannot read a value by itself, whoever asks', async () => {
  for (const column of ['line', 'postcode'])
    await expect(
      fresh.db.as(house, (tx) => sql`select ${sql.ref(column)} from people.address`.execute(tx)),
    ).rejects.toThrow('permission denied');
  const { rows } = await fresh.db.as({ person: safiya, purpose: 'request' }, (tx) =>
    sql`select * from people.places_around(array[${safiya}::uuid])`.execute(tx),
  );
  expect(rows).toEqual([]);
});

test('by itself the database gives no protected value through a relation that does not see it', async () => {
  const through = async (relation: string, book = safiya) => {
    const opened = { books: [book], relation };
    const { rows } = await fresh.db.as({ person: visitor.id, purpose: 'request', opened }, (tx) =>
      sql<{ first: string | null; second: string | null; withheld_first: boolean; kind: string }>`
        select first, second, withheld_first, kind from people.places_around(array[${book}::uuid]) order by kind`.execute(
        tx,
      ),
    );
    return rows;
  };
  expect(await through('team')).toEqual([
    { first: null, second: null, withheld_first: true, kind: 'address' },
    { first: null, second: null, withheld_first: true, kind: 'phone' },
  ]);
  // Her brother’s entry says that it is not protected; hers does.
  expect(await through('team', childNamed('Zayn Nowak-Rahman'))).toMatchObject([{ first: null }]);
  expect((await through('cover')).map(({ second }) => second)).toEqual(['ZZ9 9ZY', 'Her aunt’s']);
});
