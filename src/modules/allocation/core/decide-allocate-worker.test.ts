import { describe, expect, test } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import { ownThread } from '../../../record/own-thread.ts';
import { notKnown } from '../../../record/said.ts';
import {
  type AllocateWorker,
  type AllocationRefusal,
  decideAllocateWorker,
  type HeldChild,
  type WorkerInPost,
} from './decide-allocate-worker.ts';

const idOf = (n: number): Id => `00000000-0000-4000-8000-00000000000${n}` as Id;
const [book, referral, temitope, jonah] = [idOf(1), idOf(2), idOf(3), idOf(4)];
const today = mustBeDate('2026-03-31');
const given = { today, ids: { act: idOf(7), entry: idOf(8) } };
const child = (more: Partial<HeldChild> = {}): HeldChild => ({
  book,
  diedOn: null,
  episodes: [{ episode: referral, begun: mustBeDate('2026-03-02'), over: false, overOn: null }],
  heldBy: null,
  ...more,
});
const workers: WorkerInPost[] = [
  { book: temitope, name: 'Temitope Adeyemi', joinedOn: mustBeDate('2022-01-10'), leftOn: null },
  { book: jonah, name: 'Jonah Moore', joinedOn: mustBeDate('2023-05-15'), leftOn: mustBeDate('2026-03-20') },
];
const toWorker = (worker: Id, more: Partial<AllocateWorker> = {}): AllocateWorker => ({
  since: mustBeDate('2026-03-30'),
  lastSeen: null,
  to: { is: 'worker', worker, because: notKnown },
  ...more,
});

describe('allocating a worker', () => {
  test('says who holds the child, from which day, in which episode, under the name of that day', () => {
    const decided = decideAllocateWorker(child(), workers, toWorker(temitope, { lastSeen: idOf(6) }), given);
    expect(decided).toMatchObject({
      ok: true,
      value: {
        entries: [
          {
            type: 'worker-allocated',
            about: ownThread(book, 'holding'),
            happened: { earliest: '2026-03-30', latest: '2026-03-30' },
            data: { episode: referral, worker: temitope, workerName: 'Temitope Adeyemi' },
          },
        ],
        decidedOn: [{ book, about: ownThread(book, 'holding'), lastSeen: idOf(6) }],
      },
    });
  });

  test('a placeholder is possible, with its kind, reason and who answers for the child', () => {
    const to = {
      is: 'placeholder',
      kind: 'manager',
      because: 'Two posts are vacant.',
      manager: 'Beatrix Ashworth',
    } as const;
    expect(decideAllocateWorker(child(), workers, { ...toWorker(temitope), to }, given)).toMatchObject({
      value: {
        entries: [{ type: 'placeholder-allocated', data: { kind: 'manager', because: 'Two posts are vacant.' } }],
      },
    });
  });

  test('a worker who has left can still be said to have held the child while in post', () => {
    expect(decideAllocateWorker(child(), workers, toWorker(jonah, { since: mustBeDate('2026-03-20') }), given).ok).toBe(
      true,
    );
  });

  test('a child of whom no referral is known may be held', () => {
    expect(decideAllocateWorker(child({ episodes: [] }), workers, toWorker(temitope), given).ok).toBe(true);
  });

  const over = { episode: referral, begun: mustBeDate('2025-06-02'), over: true, overOn: mustBeDate('2025-07-18') };
  // Keyed by the union itself: a new refusal without a case here does not compile.
  const refusals: Record<AllocationRefusal['code'], [HeldChild, AllocateWorker]> = {
    'in-the-future': [child(), toWorker(temitope, { since: mustBeDate('2026-04-01') })],
    'no-such-worker': [child(), toWorker(idOf(9))],
    'not-yet-in-post': [child(), toWorker(temitope, { since: mustBeDate('2022-01-09') })],
    'no-longer-in-post': [child(), toWorker(jonah, { since: mustBeDate('2026-03-21') })],
    'holds-the-child-already': [
      child({ heldBy: { worker: temitope, since: mustBeDate('2026-03-05') } }),
      toWorker(temitope),
    ],
    'child-closed': [child({ episodes: [over] }), toWorker(temitope)],
    'child-died': [child({ diedOn: mustBeDate('2026-03-29') }), toWorker(temitope)],
  };
  test.each(Object.entries(refusals))('refuses: %s', (code, [held, command]) => {
    expect(decideAllocateWorker(held, workers, command, given)).toMatchObject({ ok: false, refusal: { code } });
  });
});
