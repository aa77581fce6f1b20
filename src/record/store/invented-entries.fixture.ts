import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { type Instant, instantOf } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Act, BOOK_KINDS, entryType, happenedOn, type NewEntry } from '../entry.ts';
import { type EntryRegistry, registryOf } from '../registry.ts';
import type { AppendContext } from './append.ts';

/** An entry type that no module has: for tests of the record itself, and for its benches. */
export const noteWritten = entryType({
  type: 'note-written',
  version: 1,
  books: BOOK_KINDS,
  data: z.strictObject({ words: z.string(), count: z.number().optional() }),
});

export const inventedRegistry: EntryRegistry = registryOf([noteWritten]);

export const newId = (): Id => randomUUID() as Id;

/** A note in a book, on a thread of its own unless told. */
export const note = (book: Id, change: Partial<NewEntry> = {}): NewEntry => ({
  id: newId(),
  book,
  about: book,
  type: 'note-written',
  version: 1,
  happened: happenedOn('2026-03-02' as LocalDate),
  onBehalfOf: null,
  source: { kind: 'here' },
  data: { words: 'a note' },
  corrects: null,
  reason: null,
  ...change,
});

/** One act of these entries, which opens children's books as needed. */
export const actOf = (entries: readonly NewEntry[], decidedOn: Act['decidedOn'] = []): Act => ({
  id: newId(),
  entries,
  opens: [...new Set(entries.map(({ book }) => book))].map((book) => ({ book, kind: 'child' as const })),
  decidedOn,
});

const NOON = Date.parse('2026-03-31T11:00:00.000Z');

/** What an append needs, for a command of its own at noon unless told. */
export const contextOf = (change: Partial<AppendContext> = {}): AppendContext => ({
  identity: { person: 'a-worker', purpose: 'command' },
  now: (): Instant => instantOf(NOON),
  registry: inventedRegistry,
  projections: [],
  commandId: newId(),
  ...change,
});
