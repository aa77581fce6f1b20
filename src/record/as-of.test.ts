import { expect, test } from 'vitest';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { correctionsOf, entriesAsOf, standing } from './as-of.ts';
import { type Entry, happenedBetween, happenedOn } from './entry.ts';

const at = (day: number): Instant => `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z` as Instant;
const entry = (id: string, recorded: number, change: Partial<Entry> = {}): Entry => ({
  id: id as Id,
  book: 'book' as Id,
  seq: recorded,
  about: 'thread' as Id,
  act: id as Id,
  type: 'visit-made',
  version: 1,
  happened: happenedOn('2026-03-01' as LocalDate),
  recordedAt: at(recorded),
  recordedBy: 'somebody',
  onBehalfOf: null,
  source: { kind: 'here' },
  data: {},
  corrects: null,
  reason: null,
  ...change,
});
const first = entry('first', 1);
const second = entry('second', 5, { corrects: first.id });
const third = entry('third', 9, { corrects: second.id });
const all = [first, second, third, entry('other', 7)];
const asOf = (day: number, by: string | null = null) => ({ knownAt: at(day), happenedBy: by as LocalDate | null });
const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);

test('what was not yet known is absent, and a correction not yet known has not corrected anything', () => {
  expect(ids(entriesAsOf(all, new Set(), asOf(4)))).toEqual(['first']);
  expect(entriesAsOf(all, new Set(), asOf(4))[0]?.correctedBy).toBeNull();
  expect(entriesAsOf(all, new Set(), asOf(5))[0]?.correctedBy).toBe('second');
});

test('what stands is the last of each chain of corrections; a withdrawal leaves nothing', () => {
  expect(ids(standing(entriesAsOf(all, new Set(), asOf(6))))).toEqual(['second']);
  expect(ids(standing(entriesAsOf(all, new Set(), asOf(9))))).toEqual(['third', 'other']);
  const withdrawn = [first, entry('gone', 2, { type: 'entry-withdrawn', corrects: first.id })];
  expect(standing(entriesAsOf(withdrawn, new Set(), asOf(9)))).toEqual([]);
  expect(ids(correctionsOf(entriesAsOf(all, new Set(), asOf(9)), second.id))).toEqual(['first', 'second', 'third']);
});

test('a misfiled entry is absent at every moment and corrects nothing', () => {
  const misfiled = new Set([second.id, third.id]);
  for (const day of [1, 5, 9]) expect(ids(entriesAsOf(all, misfiled, asOf(day)))).not.toContain('second');
  expect(entriesAsOf(all, misfiled, asOf(9))[0]?.correctedBy).toBeNull();
});

test('what surely came later has not happened; what may have is there', () => {
  const maybe = entry('maybe', 1, { happened: happenedBetween('2026-02-01' as LocalDate, '2026-04-01' as LocalDate) });
  const unknown = entry('unknown', 1, { happened: happenedBetween(null, null) });
  const answer = entriesAsOf([first, maybe, unknown], new Set(), asOf(9, '2026-02-28'));
  expect(ids(answer)).toEqual(['maybe', 'unknown']);
});
