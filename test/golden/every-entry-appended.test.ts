import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryRegistry } from '../../src/app/entry-registry.ts';
import { houseProjections } from '../../src/app/house-projections.ts';
import { currentPages } from '../../src/app/manifests.ts';
import type { Id } from '../../src/kernel/id.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import { mustBeDate } from '../../src/kernel/local-date.ts';
import { BOOK_KINDS, type BookKind, type EntryType, happenedOn, type NewEntry } from '../../src/record/entry.ts';
import { append } from '../../src/record/store/append.ts';
import { rebuildPages } from '../../src/record/store/turn-page.ts';
import { readStatute } from '../../src/statute/read-statute.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import { goldenExamples } from './golden-examples.ts';

const registry = entryRegistry();
const newId = (): Id => randomUUID() as Id;
/** These name an entry that stands, which an example alone cannot. */
const NAMES_ANOTHER = new Set(['entry-withdrawn', 'entry-misfiled']);
const examples = goldenExamples().filter(
  ({ type }) => !NAMES_ANOTHER.has(type.type) && registry.newest.get(type.type) === type.version,
);
const books = new Map<BookKind, Id>(BOOK_KINDS.map((kind) => [kind, newId()]));
let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const bookOf = ({ books: kinds }: EntryType): Id => {
  const book = kinds[0] && books.get(kinds[0]);
  if (!book) throw new Error('An entry type that stands in no book.');
  return book;
};

const entryOf = ({ type, data }: (typeof examples)[number]): NewEntry => {
  const book = bookOf(type);
  const happened = happenedOn(mustBeDate('2026-03-02'));
  const envelope = { id: newId(), book, about: book, happened, onBehalfOf: null, source: { kind: 'here' as const } };
  return { ...envelope, type: type.type, version: type.version, data, corrects: null, reason: null };
};

test('an entry of every type goes through the whole house, and every table can be made again from them', async () => {
  const context = {
    identity: { person: 'a tester', purpose: 'command' } as const,
    now: () => instantOf(Date.parse('2026-03-31T09:00:00.000Z')),
    registry,
    projections: houseProjections(registry, readStatute()),
    commandId: newId(),
  };
  const opens = [...books].map(([kind, book]) => ({ book, kind }));
  const act = { id: newId(), entries: examples.map(entryOf), opens, decidedOn: [] };
  expect(await append(fresh.db, context, [act])).toMatchObject({ ok: true });
  const pages = Object.values(currentPages).flat();
  const rebuilt = await fresh.db.owner((tx) => rebuildPages(tx, registry, pages));
  expect(rebuilt.filter(({ differed }) => differed > 0)).toEqual([]);
  expect(rebuilt.filter(({ rows }) => rows === 0).map(({ table }) => table)).toEqual([]);
});

test('nobody reads a table of a module without saying who they are', async () => {
  const tables = Object.values(currentPages)
    .flat()
    .map(({ table }) => table);
  const unguarded = await fresh.db.owner(async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where format('%s.%s', n.nspname, c.relname) = any(${tables}::text[]) and not c.relrowsecurity`.execute(tx);
    return rows;
  });
  expect(unguarded).toEqual([]);
});
