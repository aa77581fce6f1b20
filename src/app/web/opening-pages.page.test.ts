import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handMadeId } from '../../../county/hand-made/hand-made-id.ts';
import { loadHandMade } from '../../../county/hand-made/load-hand-made.ts';
import { type FreshDatabase, inventedDatabase } from '../../../test/fresh-database.ts';
import { childNamed, type PersonInTests, type WebInTests, webInTests } from '../../../test/hand-made-web.ts';
import type { Id } from '../../kernel/id.ts';
import { mustBeDate } from '../../kernel/local-date.ts';
import type { Role } from '../../modules/access/public.ts';
import { readStatute } from '../../statute/read-statute.ts';
import { entryRegistry } from '../entry-registry.ts';
import { houseProjections } from '../house-projections.ts';
import { openingPages } from './opening-pages.ts';

const person = (name: string, ...roles: Role[]): PersonInTests => ({
  id: randomUUID() as string as Id,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@wherrymouth.example`,
  roles,
});
const stranger = person('Sunniva Brandt', 'social-worker');
const officer = person('Ottoline Pryor', 'data-protection-officer');
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
  web = await webInTests(fresh.db, openingPages(statute), mustBeDate('2026-03-31'), [stranger, officer]);
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
