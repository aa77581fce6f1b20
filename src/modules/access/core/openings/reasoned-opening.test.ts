import { expect, test } from 'vitest';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { calendarOf } from '../../../../kernel/working-days.ts';
import {
  faultOfReason,
  isReviewOverdue,
  isRunning,
  leftInWords,
  mayEnd,
  mayReview,
  type ReasonedOpening,
} from './reasoned-opening.ts';

const at = (text: string) => text as Instant;
const [ada, ben, cy] = ['a', 'b', 'c'] as unknown as [Id, Id, Id];
const opening: ReasonedOpening = {
  id: 'o' as Id,
  person: ada,
  child: 'k' as Id,
  reason: 'Called by the hospital at night',
  openedAt: at('2026-03-26T09:00:00.000Z'),
  until: at('2026-03-26T13:00:00.000Z'),
  endedAt: null,
  reviewedAt: null,
};
const during = at('2026-03-26T12:59:59.999Z');

test('a reason has letters, and enough of them', () => {
  expect(faultOfReason('   ')).toBe('Say why you need to open this record');
  expect(faultOfReason('............ 12345')).toBe('Say why you need to open this record');
  expect(faultOfReason('on duty..........')).toBe('The reason must have 10 letters or more');
  expect(faultOfReason('on duty now')).toBe('The reason must have 10 letters or more');
  expect(faultOfReason('on duty here')).toBeUndefined();
  expect(faultOfReason('Zgłoszenie')).toBeUndefined();
  expect(faultOfReason('a'.repeat(2_001))).toContain('2,000 characters or fewer');
});

test('it runs for its hours, and no longer than until somebody ends it', () => {
  expect(isRunning(opening, during)).toBe(true);
  expect(isRunning(opening, opening.until)).toBe(false);
  expect(isRunning({ ...opening, endedAt: at('2026-03-26T10:00:00.000Z') }, during)).toBe(false);
});

test('whoever opened it ends it, or who answers for the child, and nobody once it is over', () => {
  const asks = (person: Id, answersForChild: boolean, now = during) =>
    mayEnd(opening, { person, answersForChild, now });
  expect([asks(ada, false), asks(ben, true), asks(cy, false)]).toEqual([true, true, false]);
  expect([asks(ada, false, opening.until), asks(ben, true, opening.until)]).toEqual([false, false]);
});

test('nobody reviews what they opened, and nobody a second time', () => {
  expect([mayReview(opening, ben), mayReview(opening, ada)]).toEqual([true, false]);
  expect(mayReview({ ...opening, reviewedAt: during }, ben)).toBe(false);
});

test('a review is overdue after five working days: Easter does not count', () => {
  const calendar = calendarOf(
    'test',
    2026,
    2026,
    new Map([
      [mustBeDate('2026-04-03'), 'Good Friday'],
      [mustBeDate('2026-04-06'), 'Easter Monday'],
    ]),
  );
  const on = (day: string) => isReviewOverdue(calendar, opening.openedAt, mustBeDate(day));
  // Thursday 26 March; working days 27, 30, 31 March, 1 and 2 April; then Easter until Tuesday 7 April.
  expect([on('2026-03-26'), on('2026-04-02'), on('2026-04-06'), on('2026-04-07')]).toEqual([false, false, false, true]);
  expect(on('2027-01-04')).toBeUndefined();
});

test('the time that is left is rounded up', () => {
  const left = (now: string) => leftInWords(opening, at(now));
  expect(left('2026-03-26T09:00:00.000Z')).toBe('4 hours left');
  expect(left('2026-03-26T09:48:30.000Z')).toBe('3 hours 12 minutes left');
  expect(left('2026-03-26T12:59:59.999Z')).toBe('1 minute left');
  expect(left('2026-03-26T13:00:00.000Z')).toBe('no time left');
});
