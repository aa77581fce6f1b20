import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';
import type { Id } from '../../kernel/id.ts';
import { instantOf } from '../../kernel/instant.ts';
import { accepted, refused } from '../../kernel/result.ts';
import type { Entry } from '../entry.ts';
import { append, appendDecided, appendIn } from './append.ts';
import { settledMark } from './in-flight.ts';
import { actOf, contextOf, inventedRegistry, newId, note } from './invented-entries.fixture.ts';
import { readEntries } from './read-entries.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase({ max: 8 });
});
afterAll(() => fresh.drop());

const reader = { person: 'a-reader', purpose: 'command' } as const;
const read = (...books: Id[]) =>
  fresh.db.as(reader, (tx) => readEntries(tx, { registry: inventedRegistry, books, knownAt: null }));
const written = async (...acts: ReturnType<typeof actOf>[]): Promise<readonly Entry[]> => {
  const outcome = await append(fresh.db, contextOf(), acts);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.entries;
};

test('what was written is read back, in order, with its time and writer', async () => {
  const book = newId();
  const entries = await written(actOf([note(book, { data: { words: 'first; "quoted", \\ and ö\n' } }), note(book)]));
  expect(await read(book)).toEqual(entries.map((entry) => ({ ...entry, correctedBy: null })));
  expect(entries.map(({ seq, recordedBy }) => [seq, recordedBy])).toEqual([
    [1, 'a-worker'],
    [2, 'a-worker'],
  ]);
  expect(entries[0]?.recordedAt).toBe('2026-03-31T11:00:00.000Z');
  expect(entries[1]?.recordedAt).toBe('2026-03-31T11:00:00.001Z');
});

test('the hash is the one that psql reckons from the row', async () => {
  const book = newId();
  await written(actOf([note(book, { reason: 'ünïcode', onBehalfOf: 'x\ty' }), note(book)]));
  const { rows } = await fresh.db.owner((tx) =>
    sql<{ right: boolean; words: boolean }>`
      select hash = sha256(record_send(row(prev_hash, data_hash, book, seq, id, about, act, type, version, earliest, latest,
        precision, at, recorded_at, recorded_by, on_behalf_of, source, corrects, reason))) as right,
        data_hash = sha256(salt || convert_to(canonical, 'UTF8')) as words
      from record.entry join record.entry_data using (book, seq) where book = ${book}`.execute(tx),
  );
  expect(rows).toEqual([
    { right: true, words: true },
    { right: true, words: true },
  ]);
});

test('recorded times rise in a book though the clock stands, and never fall when it steps back', async () => {
  const book = newId();
  await written(actOf([note(book)]));
  const back = contextOf({ now: () => instantOf(0) });
  await append(fresh.db, back, [actOf([note(book)])]);
  const times = (await read(book)).map(({ recordedAt }) => recordedAt);
  expect(times).toEqual([...times].sort());
  expect(new Set(times).size).toBe(2);
});

test('nothing is recorded at or before a mark that was served', async () => {
  const book = newId();
  await written(actOf([note(book)]));
  const mark = await settledMark(fresh.db, instantOf(Date.parse('2026-06-01T00:00:00.000Z')));
  await written(actOf([note(book)]));
  const [before, after] = await read(book);
  expect((before?.recordedAt ?? '') <= mark).toBe(true);
  expect((after?.recordedAt ?? '') > mark).toBe(true);
});

test('a retry with the same command writes once and gets the same answer', async () => {
  const book = newId();
  const context = contextOf();
  const first = await append(fresh.db, context, [actOf([note(book)])]);
  const again = await append(fresh.db, context, [actOf([note(book)])]);
  expect(await read(book)).toHaveLength(1);
  expect(first.ok && again.ok && again.value.repeated && again.value.entries[0]?.id).toBe(
    first.ok && first.value.entries[0]?.id,
  );
});

test('the same command sent twice at once writes once', async () => {
  const book = newId();
  const context = contextOf();
  const both = await Promise.all([1, 2].map(() => append(fresh.db, context, [actOf([note(book)])])));
  expect(await read(book)).toHaveLength(1);
  expect(both.filter((each) => each.ok && each.value.repeated)).toHaveLength(1);
});

test('one act over two books is written in both or in neither', async () => {
  const [one, two] = [newId(), newId()];
  await written(actOf([note(one), note(two)]));
  expect((await read(one, two)).map(({ act }) => act)).toHaveLength(2);
  const bad = actOf([note(one), note(two, { data: { words: 1 } })]);
  await expect(append(fresh.db, contextOf(), [bad])).rejects.toThrow('does not fit: words (invalid_type)');
  const thrown = contextOf({ projections: [() => Promise.reject(new Error('no table'))] });
  await expect(append(fresh.db, thrown, [actOf([note(one), note(two)])])).rejects.toThrow('no table');
  expect(await read(one, two)).toHaveLength(2);
});

test('a thread that moved is a conflict and shows their entries; writing elsewhere in the book is none', async () => {
  const [book, assessment, plan] = [newId(), newId(), newId()];
  const [seen] = await written(actOf([note(book, { about: assessment })]));
  const decidedOn = [{ book, about: assessment, lastSeen: seen?.id ?? null }];
  await written(actOf([note(book, { about: plan })]));
  expect((await append(fresh.db, contextOf(), [actOf([note(book, { about: assessment })], decidedOn)])).ok).toBe(true);
  const theirs = (await read(book)).at(-1);
  const late = await append(fresh.db, contextOf(), [actOf([note(book, { about: assessment })], decidedOn)]);
  expect(late).toEqual(
    refused({
      code: 'thread-moved',
      threads: [{ book, about: assessment, theirs: [{ ...theirs, correctedBy: undefined }] }],
    }),
  );
  expect(await read(book)).toHaveLength(3);
});

test('a thread that was empty when it was decided on must still be empty', async () => {
  const [book, about] = [newId(), newId()];
  const decidedOn = [{ book, about, lastSeen: null }];
  expect((await append(fresh.db, contextOf(), [actOf([note(book, { about })], decidedOn)])).ok).toBe(true);
  expect((await append(fresh.db, contextOf(), [actOf([note(book, { about })], decidedOn)])).ok).toBe(false);
});

test('an entry is corrected once; the second who corrects it sees the first correction', async () => {
  const book = newId();
  const [wrong] = await written(actOf([note(book)]));
  const [right] = await written(actOf([note(book, { corrects: wrong?.id ?? null, reason: 'a wrong day' })]));
  const second = await append(fresh.db, contextOf(), [actOf([note(book, { corrects: wrong?.id ?? null })])]);
  expect(!second.ok && second.refusal.threads[0]?.theirs.map(({ id }) => id)).toEqual([right?.id]);
  expect((await read(book)).map(({ correctedBy }) => correctedBy)).toEqual([right?.id, null]);
  const elsewhere = actOf([note(newId(), { corrects: right?.id ?? null })]);
  await expect(append(fresh.db, contextOf(), [elsewhere])).rejects.toThrow('not in its book');
});

test('a refusal inside a transaction of the caller leaves it usable and nothing written', async () => {
  const [book, about] = [newId(), newId()];
  await written(actOf([note(book, { about })]));
  const context = contextOf();
  await fresh.db.as(reader, async (tx) => {
    const outcome = await appendIn(tx, context, [actOf([note(book, { about })], [{ book, about, lastSeen: null }])]);
    expect(outcome.ok).toBe(false);
    expect((await appendIn(tx, context, [actOf([note(book)])])).ok).toBe(true);
  });
  expect(await read(book)).toHaveLength(2);
});

test('a decision is taken on what is there once the books are locked', async () => {
  const book = newId();
  await written(actOf([note(book)]));
  const onlyOnce = () =>
    appendDecided(fresh.db, contextOf(), [book], (there) =>
      there.length > 1 ? refused('already said' as const) : accepted([actOf([note(book)])]),
    );
  const outcomes = await Promise.all(Array.from({ length: 6 }, onlyOnce));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await read(book)).toHaveLength(2);
});

test('an entry goes only into an open book of its kind', async () => {
  const shut = { ...actOf([note(newId())]), opens: [] };
  await expect(append(fresh.db, contextOf(), [shut])).rejects.toThrow('not open');
});

test('an entry cannot be changed or deleted, not even by the owner', async () => {
  for (const change of ['update record.entry set reason = null', 'delete from record.entry', 'truncate record.entry']) {
    await expect(fresh.db.as(reader, (tx) => sql.raw(change).execute(tx))).rejects.toThrow('permission denied');
    await expect(fresh.db.owner((tx) => sql.raw(change).execute(tx))).rejects.toThrow('never rewritten');
  }
  await expect(fresh.db.owner((tx) => sql`delete from record.entry_data`.execute(tx))).rejects.toThrow('certificate');
});
