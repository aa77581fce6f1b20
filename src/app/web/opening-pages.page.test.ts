import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handMadeId } from '../../../county/hand-made/hand-made-id.ts';
import { loadHandMade } from '../../../county/hand-made/load-hand-made.ts';
import { type FreshDatabase, inventedDatabase } from '../../../test/fresh-database.ts';
import { childNamed, type PersonInTests, type WebInTests, webInTests } from '../../../test/hand-made-web.ts';
import type { Id } from '../../kernel/id.ts';
import { instantOf } from '../../kernel/instant.ts';
import { mustBeDate } from '../../kernel/local-date.ts';
import { openedSection } from '../../modules/access/pages/openings/opened-section/opened-section.tsx';
import type { Role } from '../../modules/access/public.ts';
import { keepAccess } from '../../modules/access/store/access-log/access-log.ts';
import { hintOf, literalKeys } from '../../modules/people/core/literal-keys.ts';
import { readStatute } from '../../statute/read-statute.ts';
import { entryRegistry } from '../entry-registry.ts';
import { houseProjections } from '../house-projections.ts';
import { manifests } from '../manifests.ts';
import { readingOf } from '../reading.ts';
import { openingPages } from './opening-pages.ts';
import { readingPages } from './reading-pages.ts';

const person = (name: string, ...roles: Role[]): PersonInTests => ({
  id: randomUUID() as string as Id,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@wherrymouth.example`,
  roles,
});
const stranger = person('Sunniva Brandt', 'social-worker');
const officer = person('Ottoline Pryor', 'data-protection-officer');
/** Opens records and looks at openings: never at their own. */
const both = person('Wilfrid Both', 'social-worker', 'data-protection-officer');
/** Safiya's worker is Temitope, and Beatrix manages the team. */
const safiya = childNamed('Safiya Nowak-Rahman');
const hidden = childNamed('Zayn Nowak-Rahman');
const askFor = (child: Id) => `/children/${child}/ask`;
const REASON = 'The hospital asks tonight who holds her';

let fresh: FreshDatabase;
let web: WebInTests;
const asOwner = (statement: string) => fresh.db.owner((tx) => sql.raw(statement).execute(tx));
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

beforeAll(async () => {
  fresh = await inventedDatabase();
  const [registry, statute] = [entryRegistry(), readStatute()];
  const projections = houseProjections(registry, statute);
  await loadHandMade({ db: fresh.db, registry, projections, councilBook: handMadeId('council', 'of the tests') });
  const reading = readingPages(readingOf(statute, manifests), [openedSection]);
  const pages = [...reading, ...openingPages(statute)];
  web = await webInTests(fresh.db, pages, mustBeDate('2026-03-31'), [stranger, officer, both]);
  await asOwner(`insert into access.interest (book, entry, person, child, kind)
    values ('${randomUUID()}', '${randomUUID()}', '${stranger.id}', '${hidden}', 'neighbour')`);
});
afterAll(async () => {
  await web.close();
  await fresh.drop();
});

describe('asking to open a record', () => {
  test('the page says why it does not open, who holds the child, and what a reason does', async () => {
    const page = await web.get('sunniva', askFor(safiya));
    expect(page.status).toBe(200);
    const text = textOf(page.html);
    expect(text).toContain('You are not part of this child’s care, as far as the record tells');
    expect(text).toContain('Safiya Nowak-Rahman, 8 · ');
    expect(text).toMatch(/Held by .* Team Northfield Manager Beatrix Ashworth/);
    expect(text).toMatch(/open to you until \d/);
    expect(page.html).toMatch(/<title>Ask to open a record – /);
    expect(web.accessLines.at(-1)).toMatchObject({ event: 'record.asked-for', outcome: 'shown', children: [safiya] });
  });

  test('a reason too short is refused, and what was typed stays', async () => {
    const page = await web.get('sunniva', askFor(safiya));
    const refused = await web.send('sunniva', page, { reason: 'on <duty>' });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('The reason must have 10 letters or more');
    expect(refused.html).toContain('on &lt;duty&gt;</textarea>');
  });

  test('a hidden child answers byte for byte like one who is not there', async () => {
    const plain = (html: string) => html.replace(/nonce="[^"]*"|name="_csrf" value="[^"]*"/g, '');
    const none = randomUUID() as string as Id;
    const [known, nobody] = [await web.get('sunniva', askFor(hidden)), await web.get('sunniva', askFor(none))];
    expect([known.status, nobody.status]).toEqual([404, 404]);
    expect(plain(known.html)).toBe(plain(nobody.html));
    const form = await web.get('sunniva', askFor(safiya));
    const sent = [hidden, none].map((child) => web.send('sunniva', form, { reason: REASON }, askFor(child)));
    const [post, other] = await Promise.all(sent);
    expect([post?.status, other?.status]).toEqual([404, 404]);
    expect(plain(post?.html ?? '')).toBe(plain(other?.html ?? 'no'));
    expect((await web.get('sunniva', '/children/not-an-id/ask')).status).toBe(404);
  });

  test('who has a relation is led to the page; a role that reads no children may not ask', async () => {
    expect(await web.get('temitope', askFor(safiya))).toMatchObject({ status: 303, location: `/children/${safiya}` });
    expect((await web.get('ottoline', askFor(safiya))).status).toBe(403);
  });

  test('a reason opens it, leaves one line, and leads to the page; after four hours it asks again', async () => {
    const form = await web.get('sunniva', askFor(safiya));
    const before = web.accessLines.length;
    expect(await web.send('sunniva', form, { reason: REASON })).toMatchObject({
      status: 303,
      location: `/children/${safiya}`,
    });
    expect(web.accessLines.slice(before)).toMatchObject([
      { event: 'record.opened-with-reason', outcome: 'done', children: [safiya], person: stranger.id },
    ]);
    expect((await web.get('sunniva', askFor(safiya))).status).toBe(303);
    await asOwner(
      `update access.opening set opened_at = opened_at - interval '4 hours', until = until - interval '4 hours'`,
    );
    expect((await web.get('sunniva', askFor(safiya))).status).toBe(200);
  });
});

const openings = async () =>
  (
    await fresh.db.owner((tx) =>
      sql<{ id: Id; person: Id; ended: boolean; finding: string | null }>`
        select id, person, ended_at is not null as ended, finding from access.opening order by opened_at desc`.execute(
        tx,
      ),
    )
  ).rows;
const openFor = async (who: string, child: Id) =>
  web.send(who, await web.get(who, askFor(child)), { reason: REASON }, askFor(child));

describe('openings', () => {
  test('whoever opened a record sees how long it is open, and shuts it', async () => {
    await openFor('sunniva', safiya);
    const page = await web.get('sunniva', '/openings');
    expect(textOf(page.html)).toMatch(/You have 1 record open\. .*Safiya Nowak-Rahman, 8 .*4 hours left/);
    expect(web.accessLines.at(-1)).toMatchObject({ event: 'openings.read', children: [safiya] });
    const [latest] = await openings();
    expect((await web.send('sunniva', page, {}, `/openings/${latest?.id}/end`)).location).toBe('/openings');
    expect(web.accessLines.at(-1)).toMatchObject({ event: 'opening.ended', outcome: 'done', children: [safiya] });
    expect((await web.get('sunniva', askFor(safiya))).status).toBe(200);
  });

  test('the child’s worker is told, and ends it: the record is shut with the next page, and the opener reads it', async () => {
    expect((await web.get('sunniva', `/children/${safiya}`)).location).toBe(askFor(safiya));
    await openFor('sunniva', safiya);
    expect((await web.get('sunniva', `/children/${safiya}`)).status).toBe(200);
    const [id] = (await openings()).map((each) => each.id);
    expect(web.accessLines.at(-1)).toMatchObject({ event: 'child.opened', relation: 'reason', opening: id });
    const own = textOf((await web.get('temitope', `/children/${safiya}`)).html);
    expect(own).toMatch(/Opened with a reason by Sunniva Brandt , until \d/);
    const page = await web.get('temitope', '/openings');
    expect(textOf(page.html)).toMatch(/Others have 1 record of your children open/);
    expect(textOf(page.html)).toMatch(/Safiya Nowak-Rahman, 8 New Sunniva Brandt The hospital asks tonight/);
    const [latest] = await openings();
    expect((await web.send('temitope', page, {}, `/openings/${randomUUID()}/end`)).status).toBe(404);
    await web.send('temitope', page, {}, `/openings/${latest?.id}/end`);
    expect((await web.get('sunniva', `/children/${safiya}`)).location).toBe(askFor(safiya));
    const told = await web.get('sunniva', '/openings');
    expect(textOf(told.html)).toMatch(/Your opening of [^:]+: Temitope Adeyemi ended it\./);
    await web.send('temitope', page, {}, '/openings/seen');
    expect((await web.get('temitope', '/openings')).html).not.toContain('I have seen what is new');
  });

  test('somebody else neither sees nor ends it', async () => {
    await openFor('sunniva', safiya);
    const [latest] = await openings();
    const page = await web.get('wilfrid', '/openings');
    expect(textOf(page.html)).toContain('You have no record open with a reason');
    const form = await web.get('wilfrid', askFor(safiya));
    expect((await web.send('wilfrid', form, {}, `/openings/${latest?.id}/end`)).status).toBe(404);
    expect((await openings())[0]?.ended).toBe(false);
  });
});

describe('reviews', () => {
  const at = instantOf(Date.parse('2026-03-31T10:00:00Z'));

  test('the queue is the oldest first and says what is overdue; nobody reviews their own', async () => {
    await openFor('wilfrid', safiya);
    await asOwner(`update access.opening set opened_at = opened_at - interval '21 days', until = until - interval '21 days'
      where id = (select id from access.opening order by opened_at limit 1)`);
    const list = await web.get('ottoline', '/openings/reviews');
    const text = textOf(list.html);
    expect(text).toMatch(/5 openings wait for a review\./);
    // The machine’s own day: past the last year whose bank holidays are known, nobody can tell.
    expect(text.search(/Overdue|Cannot tell/)).toBeLessThan(text.indexOf('4 hours left'));
    expect(text).toMatch(/Overdue|Cannot tell/);
    expect(web.accessLines.at(-1)).toMatchObject({ event: 'opening-reviews.listed', children: [safiya] });
    const own = (await openings()).find(({ person: who }) => who === both.id);
    const ofWilfrid = await web.get('wilfrid', `/openings/reviews/${own?.id}`);
    expect(textOf(ofWilfrid.html)).toContain('You opened this record yourself');
    expect(ofWilfrid.html).not.toContain('name="finding"');
    const someForm = await web.get(
      'wilfrid',
      `/openings/reviews/${(await openings()).find(({ id }) => id !== own?.id)?.id}`,
    );
    expect((await web.send('wilfrid', someForm, { finding: 'right' }, `/openings/reviews/${own?.id}`)).status).toBe(
      409,
    );
    expect((await web.get('temitope', '/openings/reviews')).status).toBe(403);
  });

  test('a review shows what was opened, asks why it was not right, and tells whoever opened it', async () => {
    const opening = (await openings()).find(({ person: who }) => who === stranger.id);
    const line = {
      at,
      event: 'child.opened',
      outcome: 'shown',
      children: [safiya],
      opening: opening?.id ?? null,
    } as const;
    await keepAccess(
      fresh.db,
      { person: stranger.id, purpose: 'request' },
      { ...line, relation: 'reason', what: 'export' },
    );
    const address = `/openings/reviews/${opening?.id}`;
    const page = await web.get('ottoline', address);
    expect(textOf(page.html)).toContain('Opened the child’s page, taken away as a file');
    const without = await web.send('ottoline', page, { finding: 'wrong', remark: '' });
    expect([without.status, textOf(without.html).includes('Say why it was not right')]).toEqual([422, true]);
    const kept = await web.send('ottoline', page, { finding: 'wrong', remark: 'You live in the same street' });
    expect([kept.status, kept.location]).toEqual([303, '/openings/reviews']);
    expect(textOf((await web.get('sunniva', '/openings')).html)).toContain(
      'It was wrong to open it. “You live in the same street”',
    );
    expect((await web.send('wilfrid', page, { finding: 'right' }, address)).status).toBe(403);
    expect((await openings()).find(({ id }) => id === opening?.id)?.finding).toBe('wrong');
  });

  test('a reason that gives a protected place reads as withheld to who may not see it, and the queue still opens', async () => {
    for (const key of literalKeys('QX9 9ZZ'))
      await fresh.db.owner((tx) =>
        sql`insert into people.place_literal (book, entry, kind, key, hint, protected)
          values (${safiya}, ${randomUUID()}, 'postcode', ${key}, ${hintOf(key)}, true)`.execute(tx),
      );
    await asOwner(`update access.opening set reason = 'Her aunt says that she is at QX9 9ZZ now'`);
    const opening = (await openings()).find(({ finding }) => finding === null);
    for (const address of ['/openings/reviews', `/openings/reviews/${opening?.id}`]) {
      const page = await web.get('ottoline', address);
      expect([address, page.status]).toEqual([address, 200]);
      expect(page.html).not.toContain('QX9');
      expect(textOf(page.html)).toContain('Withheld from you');
    }
    expect((await web.get('sunniva', '/openings')).html).not.toContain('QX9');
  });

  test('a child whom the reviewer knows outside work is another’s to review', async () => {
    await asOwner(`insert into access.interest (book, entry, person, child, kind)
      values ('${randomUUID()}', '${randomUUID()}', '${officer.id}', '${safiya}', 'relative')`);
    expect(textOf((await web.get('ottoline', '/openings/reviews')).html)).toContain('Nothing waits for a review');
    const [any] = await openings();
    expect((await web.get('ottoline', `/openings/reviews/${any?.id}`)).status).toBe(404);
  });
});
