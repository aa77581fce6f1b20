import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import { type Entry, happenedBetween, happenedOn, type NewEntry } from '../../../record/entry.ts';
import { heldPage } from './held-now.ts';
import { allocationEnded, placeholderAllocated, workerAllocated } from './holding.entry.ts';

const book = '00000000-0000-4000-8000-000000000001' as Id;
const worker = '00000000-0000-4000-8000-000000000002' as Id;
const on = (day: string | null) => ({
  id: `00000000-0000-4000-8000-${(day ?? '').replaceAll('-', '').padStart(12, '0')}` as Id,
  book,
  about: book,
  happened: day === null ? happenedBetween(null, null) : happenedOn(mustBeDate(day)),
  source: { kind: 'here' } as const,
});
const stored = (entries: readonly NewEntry[]): Entry[] =>
  entries.map((entry, place) => ({
    ...entry,
    seq: place + 1,
    act: entry.id,
    recordedAt: '2026-03-31T09:00:00.000Z' as Instant,
    recordedBy: 'a person',
  }));
const held = (...entries: NewEntry[]) => heldPage.rowsOf(book, stored(entries))[0]?.held;

const byWorker = (day: string | null) => workerAllocated.write(on(day), { episode: null, worker });
const byPlaceholder = (day: string) => placeholderAllocated.write(on(day), { episode: null, kind: 'team' });
const ended = (day: string) => allocationEnded.write(on(day), { episode: null });

test('who holds a child is what happened last, not what was written last', () => {
  expect(held(byWorker('2026-03-01'), byPlaceholder('2026-02-01'))).toBe('by-worker');
  expect(held(byWorker('2026-02-01'), byPlaceholder('2026-03-01'))).toBe('by-placeholder');
  expect(held(byWorker('2026-02-01'), ended('2026-02-01'))).toBe('by-nobody');
  expect(held(byPlaceholder('2026-02-01'), byWorker(null))).toBe('by-placeholder');
  expect(held()).toBe(undefined);
});
