import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import { happenedBetween, happenedOn, type NewEntry } from '../../../record/entry.ts';
import { childClosed, referralDecided } from './decision.entry.ts';
import { episodePage } from './episode-now.ts';
import { referralReceived } from './referral.entry.ts';

const [book, first, second] = ['book', 'first', 'second'] as Id[] as [Id, Id, Id];
const on = (about: Id, day: string | null) => ({
  id: about,
  book,
  about,
  happened: day === null ? happenedBetween(null, null) : happenedOn(mustBeDate(day)),
  source: { kind: 'here' } as const,
});
const rows = (...entries: NewEntry[]) =>
  episodePage.rowsOf(
    book,
    entries.map((entry, place) => ({
      ...entry,
      seq: place + 1,
      act: entry.id,
      recordedAt: '2026-03-31T09:00:00.000Z' as Instant,
      recordedBy: 'a person',
    })),
  );

test('an episode runs until a closure or a decision of no further action, and each referral has its own', () => {
  const told = rows(
    referralReceived.write(on(first, '2025-06-02'), {}),
    referralDecided.write(on(first, '2025-06-03'), { next: 'assessment' }),
    childClosed.write(on(first, '2025-07-18'), {}),
    referralReceived.write(on(second, '2026-01-12'), {}),
    referralDecided.write(on(second, '2026-01-13'), { next: 'early-help' }),
  );
  expect(told).toMatchObject([
    { episode: first, begun_latest: '2025-06-02', decided: 'assessment', over: true, over_on: '2025-07-18' },
    { episode: second, decided: 'early-help', over: false, over_on: null },
  ]);
});

test('no further action ends it, on whatever day is known; corrected referrals are one episode', () => {
  const told = rows(
    referralReceived.write(on(first, null), {}),
    referralReceived.write(on(first, '2025-06-02'), {}),
    referralDecided.write(on(first, null), { next: 'no-further-action' }),
  );
  expect(told).toMatchObject([{ episode: first, over: true, over_on: null }]);
});
