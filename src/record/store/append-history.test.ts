import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase, inventedDatabase } from '../../../test/fresh-database.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Told } from '../told.ts';
import { appendHistory } from './append-history.ts';
import { settledMark } from './in-flight.ts';
import { actOf, inventedRegistry, newId, note } from './invented-entries.fixture.ts';
import { readEntries } from './read-entries.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await inventedDatabase();
});
afterAll(() => fresh.drop());

const context = { registry: inventedRegistry, projections: [] };
const toldAt = (recordedAt: string, ...books: readonly Id[]): Told => ({
  recordedAt: recordedAt as Instant,
  recordedBy: 'a-worker' as Id,
  act: actOf(books.map((book) => note(book))),
});
const timesIn = async (book: Id) => {
  const question = { registry: inventedRegistry, books: [book], knownAt: null };
  const entries = await fresh.db.as({ person: 'a-reader', purpose: 'command' }, (tx) => readEntries(tx, question));
  return entries.map(({ recordedAt, recordedBy }) => [recordedAt, recordedBy]);
};

test('each act stands in its books as of the moment at which it was told, once', async () => {
  const [one, two] = [newId(), newId()];
  const told = [toldAt('2016-05-02T09:00:00.000Z', one, one), toldAt('2016-05-02T09:00:00.000Z', one, two)];
  expect(await appendHistory(fresh.db, context, told)).toBe(4);
  expect(await appendHistory(fresh.db, context, told)).toBe(4);
  expect(await timesIn(one)).toEqual([
    ['2016-05-02T09:00:00.000Z', 'a-worker'],
    ['2016-05-02T09:00:00.001Z', 'a-worker'],
    ['2016-05-02T09:00:00.002Z', 'a-worker'],
  ]);
  expect(await timesIn(two)).toEqual([['2016-05-02T09:00:00.002Z', 'a-worker']]);
});

test('a database that nobody marked invented is told nothing', async () => {
  const unmarked = await freshDatabase();
  await expect(appendHistory(unmarked.db, context, [toldAt('2016-05-02T09:00:00.000Z', newId())])).rejects.toThrow(
    'marked invented',
  );
  const { rows } = await unmarked.db.owner((tx) => sql`select from record.entry`.execute(tx));
  expect(rows).toHaveLength(0);
  await unmarked.drop();
});

test('what was read is not given a history afterwards', async () => {
  await settledMark(fresh.db, '2020-01-01T00:00:00.000Z' as Instant);
  const late = toldAt('2019-12-31T12:00:00.000Z', newId());
  await expect(appendHistory(fresh.db, context, [late])).rejects.toThrow('has been read');
});
