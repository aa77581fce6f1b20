import { describe, expect, test } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import { type Entry, happenedBetween, happenedOn, type NewEntry } from '../../../record/entry.ts';
import { notKnown } from '../../../record/said.ts';
import {
  leaveBegun,
  leaveEnded,
  registrationRecorded,
  workerEntries,
  workerJoined,
  workerLeft,
} from './worker.entry.ts';
import { workerPage } from './worker-now.ts';

const book = '00000000-0000-4000-8000-000000000001' as Id;
const on = (day: string | null) => ({
  id: book,
  book,
  about: book,
  happened: day === null ? happenedBetween(null, null) : happenedOn(mustBeDate(day)),
  source: { kind: 'here' } as const,
});
const stored = (entry: NewEntry, place = 0): Entry => ({
  ...entry,
  seq: place + 1,
  act: entry.id,
  recordedAt: '2026-03-31T09:00:00.000Z' as Instant,
  recordedBy: 'a person',
});
const standingOf = (entry: NewEntry) =>
  workerEntries.find(({ is }) => is.type === entry.type)?.standing?.(stored(entry));
const rowOf = (...entries: NewEntry[]) => workerPage.rowsOf(book, entries.map(stored))[0];

const joined = workerJoined.write(on('2022-01-10'), { name: 'Temitope Adeyemi' });
const begun = leaveBegun.write(on('2026-03-02'), { kind: 'sickness', expectedUntil: mustBeDate('2026-03-31') });

describe('what a worker’s book says of their standing', () => {
  test('in post from the day of joining, until the day of leaving', () => {
    expect(standingOf(joined)).toEqual([{ state: 'in-post', from: '2022-01-10', until: null }]);
    const left = workerLeft.write(on('2026-02-27'), { joinedOn: mustBeDate('2022-01-10') });
    expect(standingOf(left)).toEqual([{ state: 'in-post', from: '2022-01-10', until: '2026-02-27' }]);
  });

  test('on leave from its first day until the day before coming back', () => {
    expect(standingOf(begun)).toEqual([{ state: 'on-leave', from: '2026-03-02', until: '2026-03-31' }]);
    const back = leaveEnded.write(on('2026-03-16'), { begunOn: mustBeDate('2026-03-02') });
    expect(standingOf(back)).toEqual([{ state: 'on-leave', from: '2026-03-02', until: '2026-03-15' }]);
    const open = leaveBegun.write(on('2026-03-02'), { expectedUntil: notKnown });
    expect(standingOf(open)).toEqual([{ state: 'on-leave', from: '2026-03-02', until: null }]);
  });

  test('registered for the days that are said', () => {
    const registered = registrationRecorded.write(on('2026-01-05'), { from: mustBeDate('2024-12-01') });
    expect(standingOf(registered)).toEqual([{ state: 'registered', from: '2024-12-01', until: null }]);
  });

  test('a day that nobody knows gives no standing', () => {
    expect(standingOf(workerJoined.write(on(null), { name: 'Temitope Adeyemi' }))).toEqual([]);
    expect(standingOf(leaveBegun.write(on(null), {}))).toEqual([]);
  });
});

describe('the current page of a worker', () => {
  test('the latest leave, registration and post', () => {
    const back = leaveEnded.write(on('2026-03-16'), { begunOn: mustBeDate('2026-03-02') });
    expect(rowOf(joined, begun)).toMatchObject({
      name: 'Temitope Adeyemi',
      left_on: null,
      on_leave_until: '2026-03-31',
    });
    expect(rowOf(joined, begun, back)).toMatchObject({ on_leave_from: '2026-03-02', on_leave_until: '2026-03-15' });
  });

  test('somebody who left and joined again is in post', () => {
    const left = workerLeft.write(on('2024-06-28'), { joinedOn: mustBeDate('2022-01-10') });
    expect(rowOf(joined, left)).toMatchObject({ left_on: '2024-06-28' });
    const again = workerJoined.write(on('2025-09-01'), { name: 'Temitope Adeyemi' });
    expect(rowOf(joined, left, again)).toMatchObject({ joined_on: '2025-09-01', left_on: null });
  });

  test('a book in which nobody joined has no row', () => expect(rowOf(begun)).toBe(undefined));
});
