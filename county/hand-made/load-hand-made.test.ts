import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifests, moduleProjections } from '../../src/app/manifests.ts';
import { dayInLondon, type Instant } from '../../src/kernel/instant.ts';
import { registryOf } from '../../src/record/registry.ts';
import { type FreshDatabase, inventedDatabase } from '../../test/fresh-database.ts';
import { handMadeId } from './hand-made-id.ts';
import { handMadePeople, loadHandMade, toldByHand } from './load-hand-made.ts';

const councilBook = handMadeId('council', 'of this test');
const registry = registryOf(manifests.flatMap(({ entries }) => entries.map(({ is }) => is)));
const told = toldByHand(councilBook);
const written = told.flatMap(({ act, recordedAt }) => act.entries.map((entry) => ({ ...entry, recordedAt })));

describe('the stories hold together', () => {
  test('every id is used once, and the same on every machine', () => {
    const ids = [...written.map(({ id }) => id), ...told.map(({ act }) => act.id)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(handMadeId('child', 'Safiya Nowak-Rahman')).toBe('5ccc3098-7754-89ae-9a3c-9e0edf5187eb');
  });

  test('a book is opened by the first act that writes in it', () => {
    const open = new Set<string>();
    for (const { act } of told) {
      for (const { book } of act.opens ?? []) open.add(book);
      for (const { book } of act.entries) expect(open.has(book)).toBe(true);
    }
  });

  test('nothing is written before it happened, but for leave that was planned, nor after the present day', () => {
    const early = written.filter(
      ({ happened, recordedAt, type }) =>
        type !== 'leave-begun' &&
        ((happened.earliest ?? '') > dayInLondon(recordedAt) || (happened.at !== null && happened.at > recordedAt)),
    );
    expect(early.map(({ type, happened, recordedAt }) => [type, happened, recordedAt])).toEqual([]);
    expect(written.every(({ recordedAt }) => dayInLondon(recordedAt) <= '2026-03-31')).toBe(true);
  });

  test('everybody who signs in has one address and one kind of work', () => {
    expect(handMadePeople.map(({ roles }) => roles[0])).toEqual([
      'social-worker',
      'team-manager',
      'director',
      'performance-analyst',
      'duty-worker',
      'conference-chair',
      'reviewing-officer',
      'legal',
      'auditor',
      'inspector',
      'data-protection-officer',
      'administrator',
    ]);
    expect(new Set(handMadePeople.map(({ email }) => email)).size).toBe(handMadePeople.length);
  });
});

describe('loaded into an invented database', () => {
  let fresh: FreshDatabase;
  const load = () => loadHandMade({ db: fresh.db, registry, projections: moduleProjections(registry), councilBook });
  const ask = <Row>(query: ReturnType<typeof sql<Row>>) =>
    fresh.db.as({ person: 'a tester', purpose: 'command' }, async (tx) => (await query.execute(tx)).rows);

  beforeAll(async () => {
    fresh = await inventedDatabase();
    await load();
  });
  afterAll(() => fresh.drop());

  test('each entry was recorded when its story says, and loading again writes nothing', async () => {
    await load();
    const rows = await ask(sql<{ id: string; recorded_at: Instant }>`select id, recorded_at from record.entry`);
    expect(rows).toHaveLength(written.length);
    const minuteOf = new Map(rows.map((row) => [row.id, row.recorded_at.slice(0, 16)]));
    for (const entry of written) expect(minuteOf.get(entry.id)).toBe(entry.recordedAt.slice(0, 16));
  });

  test('eleven children; one held by a placeholder, one with a worker on leave, three episodes over', async () => {
    expect(await ask(sql`select count(*) as n from people.child`)).toEqual([{ n: 11 }]);
    expect(await ask(sql`select held, count(*) as n from allocation.current group by held order by held`)).toEqual([
      { held: 'by-placeholder', n: 1 },
      { held: 'by-worker', n: 10 },
    ]);
    expect(
      await ask(sql`select w.name from workforce.worker w join allocation.current c on c.worker = w.book
        where w.on_leave_from is not null and w.on_leave_until is null`),
    ).toEqual([{ name: 'Agnieszka Duda' }]);
    expect(await ask(sql`select count(*) as n from front_door.episode where over`)).toEqual([{ n: 3 }]);
    expect(await ask(sql`select name from workforce.worker where registered_until < '2026-03-31'`)).toEqual([
      { name: 'Jonah Moore' },
    ]);
  });

  test('people have parts in children’s lives, and the files of two samples are drawn', async () => {
    expect(await ask(sql`select as_what, count(*) as n from access.named_relation group by 1 order by 1`)).toEqual([
      { as_what: 'conference-chair', n: 2 },
      { as_what: 'legal', n: 1 },
      { as_what: 'reviewing-officer', n: 1 },
    ]);
    expect(await ask(sql`select count(*) as n, count(distinct person) as people from access.sample`)).toEqual([
      { n: 6, people: 2 },
    ]);
    expect(await ask(sql`select kind from access.interest`)).toEqual([{ kind: 'neighbour' }]);
  });
});
