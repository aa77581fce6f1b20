import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';
import { forger } from '../../../test/tampering/forger.ts';
import type { Id } from '../../kernel/id.ts';
import { instantOf } from '../../kernel/instant.ts';
import type { Destruction } from '../seal.ts';
import { append } from './append.ts';
import { type DestroyedEntry, destroy, replayDestructions } from './destroy.ts';
import { readDraft, saveDraft } from './drafts.ts';
import { actOf, contextOf, inventedRegistry, newId, note } from './invented-entries.fixture.ts';
import { readEntries } from './read-entries.ts';
import { acceptRestore, seal } from './seals.ts';
import { verify } from './verify.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const reader = { person: 'a-reader', purpose: 'command' } as const;
const NOW = instantOf(Date.parse('2026-03-31T12:00:00.000Z'));
const certificateOf = (entries: Destruction['entries'], change: Partial<Destruction> = {}): Destruction => ({
  id: newId(),
  destroyedAt: NOW,
  rule: 'seventy-five years after birth',
  by: ['the archivist', 'the head of service'],
  entries,
  ...change,
});
const read = (book: Id) =>
  fresh.db.as(reader, (tx) => readEntries(tx, { registry: inventedRegistry, books: [book], knownAt: null }));

test('words and salt are gone for ever, the chain still verifies, and the certificate says who and why', async () => {
  const book = newId();
  await append(fresh.db, contextOf(), [
    actOf([note(book), note(book, { data: { words: 'to be destroyed' } }), note(book)]),
  ]);
  await saveDraft(fresh.db, reader, { form: 'a-form', about: book, book, words: 'typed', savedAt: NOW });
  const forgotten: DestroyedEntry[] = [];
  const forget = async (_tx: unknown, destroyed: readonly DestroyedEntry[]) => {
    forgotten.push(...destroyed);
  };
  const [, second] = await read(book);
  expect(await destroy(fresh.db, certificateOf([second?.id as Id]), [forget])).toMatchObject({ ok: true });
  expect(forgotten).toEqual([{ id: second?.id, book }]);
  expect((await read(book)).map(({ seq }) => seq)).toEqual([1, 3]);
  expect(await fresh.db.as(reader, (tx) => readDraft(tx, 'a-form', book))).toBeNull();
  expect(await verify(fresh.db)).toMatchObject({ ok: true, destroyed: 1 });
  const left = await fresh.db.owner((tx) =>
    sql<{ n: number }>`select count(*) as n from record.entry_data where canonical like '%destroyed%'`.execute(tx),
  );
  expect(left.rows[0]?.n).toBe(0);
});

test('one person alone, no rule, or an entry that is not there: nothing is destroyed', async () => {
  const book = newId();
  const only = note(book);
  await append(fresh.db, contextOf(), [actOf([only])]);
  const refusals = [
    await destroy(fresh.db, certificateOf([only.id], { by: ['one', 'one'] }), []),
    await destroy(fresh.db, certificateOf([only.id], { rule: '' }), []),
    await destroy(fresh.db, certificateOf([newId()]), []),
  ];
  expect(refusals.map((each) => !each.ok && each.refusal)).toEqual([
    'two different people must agree',
    'a rule must be named',
    'an entry is not there',
  ]);
  expect(await read(book)).toHaveLength(1);
});

test('a restored backup brings destroyed words back; the seal finds them, and its list destroys them again', async () => {
  const book = newId();
  const first = note(book);
  await append(fresh.db, contextOf(), [actOf([first, note(book)])]);
  const backup = forger(fresh.db);
  await backup.backUp();
  await destroy(fresh.db, certificateOf([first.id]), []);
  const outside = await seal(fresh.db, NOW);
  expect(outside.destructions).toContainEqual(expect.objectContaining({ entries: [first.id] }));
  await backup.restore();
  expect((await verify(fresh.db, outside)).firstFault).toMatchObject({ book, seq: 1 });
  expect(await replayDestructions(fresh.db, outside.destructions, [])).toBe(1);
  expect(await replayDestructions(fresh.db, outside.destructions, [])).toBe(0);
  expect(await read(book)).toHaveLength(1);
});

test('what the backup never held needs no destroying, and what is written later in its place stands', async () => {
  const book = newId();
  await append(fresh.db, contextOf(), [actOf([note(book)])]);
  const backup = forger(fresh.db);
  await backup.backUp();
  const lost = note(book);
  await append(fresh.db, contextOf(), [actOf([lost])]);
  await destroy(fresh.db, certificateOf([lost.id]), []);
  const outside = await seal(fresh.db, NOW);
  await backup.restore();
  await replayDestructions(fresh.db, outside.destructions, []);
  const by = { person: 'the director', reason: 'the disk failed' };
  expect(await acceptRestore(fresh.db, outside, by, NOW)).toMatchObject({ ok: true });
  await append(fresh.db, contextOf(), [actOf([note(book)])]);
  expect(await verify(fresh.db, outside)).toMatchObject({ ok: true, restores: 1 });
});
