import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../test/fresh-database.ts';
import { currentPages, manifests, moduleProjections } from '../../../app/manifests.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Instant, instantOf } from '../../../kernel/instant.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import { type Act, happenedOn, type NewEntry } from '../../../record/entry.ts';
import { registryOf } from '../../../record/registry.ts';
import { append } from '../../../record/store/append.ts';
import { rebuildPages } from '../../../record/store/turn-page.ts';
import { booksLinked, booksUnlinked } from '../core/books-linked.entry.ts';
import { childRecorded } from '../core/child-recorded.entry.ts';
import { siblingRecorded } from '../core/sibling-recorded.entry.ts';
import { rebuildIdentities } from './child-identities.ts';
import { booksOfChildren, doubtsOf, findChildren, likenessesOf, siblingsOf } from './find-children.ts';

const registry = registryOf(manifests.flatMap(({ entries }) => entries.map(({ is }) => is)));
const someone = { person: 'a tester', purpose: 'command' } as const;
const newId = (): Id => randomUUID() as Id;
let moment = Date.parse('2026-03-01T09:00:00.000Z');
const now = (): Instant => {
  moment += 1000;
  return instantOf(moment);
};
let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

async function write(entries: readonly NewEntry[], opens: readonly Id[] = []): Promise<void> {
  const act: Act = {
    id: newId(),
    entries,
    opens: opens.map((book) => ({ book, kind: 'child' as const })),
    decidedOn: [],
  };
  const context = { identity: someone, now, registry, projections: moduleProjections(registry), commandId: newId() };
  expect(await append(fresh.db, context, [act])).toMatchObject({ ok: true });
}

const on = (book: Id, about = book) => ({
  id: newId(),
  book,
  about,
  happened: happenedOn(mustBeDate('2026-03-01')),
  source: { kind: 'here' } as const,
});

async function child(given: Parameters<typeof childRecorded.write>[1]): Promise<{ book: Id; first: NewEntry }> {
  const book = newId();
  const first = childRecorded.write(on(book), given);
  await write([first], [book]);
  return { book, first };
}

const rowOf = async (book: Id) => (await fresh.db.as(someone, (tx) => booksOfChildren(tx, [book])))[0];

describe('the current page of a child', () => {
  test('what is said later is added; what is not said takes nothing away', async () => {
    const { book } = await child({ councilChildId: 'T1', expectedOn: mustBeDate('2026-02-20'), sex: 'not known' });
    await write([
      childRecorded.write(on(book), { bornOn: mustBeDate('2026-02-18'), sex: 'female', name: 'Ada Ndiaye' }),
    ]);
    expect(await rowOf(book)).toMatchObject({
      council_child_id: 'T1',
      name: 'Ada Ndiaye',
      born_on: '2026-02-18',
      expected_on: '2026-02-20',
      sex: 'female',
      died: false,
    });
  });

  test('a correction takes the place of what it corrects', async () => {
    const { book, first } = await child({ councilChildId: 'T2', sex: 'male', name: 'Wrong Name' });
    await write([
      childRecorded.write(
        { ...on(book), corrects: first.id, reason: 'Typed on the wrong line.' },
        { councilChildId: 'T2', sex: 'female' },
      ),
    ]);
    expect(await rowOf(book)).toMatchObject({ sex: 'female', name: null });
  });

  test('nobody without an identity sees anybody', async () => {
    await child({ councilChildId: 'T3' });
    const seen = await fresh.db.as(someone, async (tx) => {
      await sql`select set_config('sightline.person', '', true)`.execute(tx);
      return findChildren(tx, 'T3');
    });
    expect(seen).toEqual([]);
    expect(await fresh.db.as(someone, (tx) => findChildren(tx, ' T3 '))).toHaveLength(1);
  });
});

describe('identity', () => {
  test('two books under one council id are in doubt until joined, and parting gives back exactly what stood', async () => {
    const { book: a } = await child({ councilChildId: 'T4', bornOn: mustBeDate('2018-02-14') });
    const { book: b } = await child({ councilChildId: 'T4', bornOn: mustBeDate('2018-02-15') });
    const doubts = () => fresh.db.as(someone, (tx) => doubtsOf(tx, [a, b]));
    expect(await doubts()).toHaveLength(2);
    expect(await fresh.db.as(someone, (tx) => findChildren(tx, 'T4'))).toEqual([a, b].sort());

    const link = newId();
    const linked = (book: Id, other: Id) => booksLinked.write(on(book), { link, with: other });
    await write([linked(a, b), linked(b, a)]);
    expect(await doubts()).toEqual([]);
    expect(await fresh.db.as(someone, (tx) => findChildren(tx, 'T4'))).toEqual([[a, b].sort()[0]]);
    expect((await fresh.db.as(someone, (tx) => booksOfChildren(tx, [b]))).map(({ book }) => book)).toEqual(
      [a, b].sort(),
    );
    const likenesses = await fresh.db.as(someone, (tx) => likenessesOf(tx, ['T4', 'nobody']));
    expect(new Set(likenesses.get('T4')?.map(({ identity }) => identity)).size).toBe(1);

    const parted = (book: Id, other: Id) => booksUnlinked.write(on(book), { link, with: other });
    await write([parted(a, b), parted(b, a)]);
    expect(await doubts()).toHaveLength(2);
    expect((await rowOf(b))?.identity).toBe(b);
  });

  test('brothers and sisters are found from either side', async () => {
    const { book: a } = await child({ councilChildId: 'T5' });
    const { book: b } = await child({ councilChildId: 'T6' });
    await write([
      siblingRecorded.write(on(a), { with: b, as: 'sibling' }),
      siblingRecorded.write(on(b), { with: a, as: 'sibling' }),
    ]);
    expect(await fresh.db.as(someone, (tx) => siblingsOf(tx, a))).toEqual([{ identity: b, as_what: 'sibling' }]);
  });
});

test('rebuilt from the books, the tables are what they were; a row changed behind our back is found and put right', async () => {
  const { book } = await child({ councilChildId: 'T7', name: 'Right Name' });
  const rebuild = () =>
    fresh.db.owner(async (tx) => [
      ...(await rebuildPages(tx, registry, currentPages.people ?? [])),
      await rebuildIdentities(tx),
    ]);
  expect((await rebuild()).filter(({ differed }) => differed > 0)).toEqual([]);
  await fresh.db.owner((tx) => sql`update people.child set name = 'Wrong Name' where book = ${book}`.execute(tx));
  expect((await rebuild()).find(({ table }) => table === 'people.child')?.differed).toBe(2);
  expect((await rowOf(book))?.name).toBe('Right Name');
});
