import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { append } from './append.ts';
import { actOf, contextOf, inventedRegistry, newId, note } from './invented-entries.fixture.ts';
import { misfile } from './misfile.ts';
import { readEntries } from './read-entries.ts';
import { verify } from './verify.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const reader = { person: 'a-reader', purpose: 'command' } as const;
const read = (book: Id, knownAt: Instant | null) =>
  fresh.db.as(reader, (tx) => readEntries(tx, { registry: inventedRegistry, books: [book], knownAt }));

test('a misfiled entry and its corrections are absent at every moment, stand where they belong, and their readers are named', async () => {
  const [wrong, right] = [newId(), newId()];
  const entry = note(wrong, { data: { words: 'about another child' } });
  const outcome = await append(fresh.db, contextOf(), [
    actOf([
      note(wrong),
      entry,
      note(wrong, { corrects: entry.id, data: { words: 'about another child, put better' } }),
    ]),
    actOf([note(right)]),
  ]);
  if (!outcome.ok) throw new Error('conflict');
  const [, first] = outcome.value.entries;
  const asked: unknown[] = [];
  const openings = async (_tx: unknown, book: Id, since: Instant) => {
    asked.push([book, since]);
    return [{ person: 'a-reader', at: since }];
  };
  const again = actOf([note(right, { data: { words: 'about this child' } })]);
  const done = await misfile(fresh.db, contextOf(), { entry: entry.id, reason: 'the wrong twin', again, openings });
  expect(done).toMatchObject({ ok: true, value: { openedBy: [{ person: 'a-reader' }] } });
  expect(asked).toEqual([[wrong, first?.recordedAt]]);

  const texts = async (book: Id, at: Instant | null) =>
    (await read(book, at)).map(({ type, data }) => (data as { words?: string }).words ?? type);
  expect(await texts(wrong, null)).toEqual(['a note', 'entry-misfiled', 'entry-misfiled']);
  expect(await texts(wrong, first?.recordedAt ?? null)).toEqual(['a note']);
  expect(await texts(right, null)).toEqual(['a note', 'about this child']);
  expect((await verify(fresh.db)).ok).toBe(true);

  const twice = await misfile(fresh.db, contextOf(), { entry: entry.id, reason: 'again', again: null, openings });
  expect(twice).toMatchObject({ ok: false, refusal: 'no such entry' });
});
