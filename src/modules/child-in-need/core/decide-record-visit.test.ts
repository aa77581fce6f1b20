import { describe, expect, test } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import { happenedOn } from '../../../record/entry.ts';
import { ownThread } from '../../../record/own-thread.ts';
import { notKnown } from '../../../record/said.ts';
import type { Episode } from '../../front-door/public.ts';
import { childVisitedEntry } from './child-visited.entry.ts';
import { decideRecordVisit, type RecordVisit, type VisitedChild, type VisitRefusal } from './decide-record-visit.ts';

const idOf = (n: number): Id => `00000000-0000-4000-8000-00000000000${n}` as Id;
const [safiya, zayn, referral] = [idOf(1), idOf(2), idOf(3)];
const today = mustBeDate('2026-03-31');
const given = { today, now: '2026-03-31T12:00:00.000Z' as Instant, ids: { act: idOf(7), entries: [idOf(8), idOf(9)] } };
const running: Episode = { episode: referral, begun: mustBeDate('2025-10-06'), over: false, overOn: null };
const child = (book: Id, more: Partial<VisitedChild> = {}): VisitedChild => ({
  book,
  bornOn: mustBeDate('2018-02-14'),
  expectedOn: null,
  diedOn: null,
  episodes: [running],
  ...more,
});
const said = (book: Id, more: Partial<RecordVisit['children'][number]> = {}): RecordVisit['children'][number] => ({
  book,
  seen: 'alone',
  notSeenBecause: notKnown,
  words: notKnown,
  account: notKnown,
  lastSeen: null,
  corrects: null,
  ...more,
});
const visit = (more: Partial<RecordVisit> = {}): RecordVisit => ({
  happened: happenedOn(mustBeDate('2026-03-30')),
  present: ['Karolina Nowak'],
  place: 'at home',
  visitedBy: 'Temitope Adeyemi',
  worker: notKnown,
  children: [said(safiya)],
  ...more,
});

describe('recording a visit', () => {
  test('a visit to two siblings is one act with a whole entry in each book', () => {
    const children = [
      said(safiya, { words: 'I make the toast.' }),
      said(zayn, { seen: 'with-others', lastSeen: idOf(6) }),
    ];
    const decided = decideRecordVisit([child(safiya), child(zayn)], visit({ children }), given);
    if (!decided.ok) throw new Error(decided.refusal.code);
    const { entries, decidedOn } = decided.value;
    expect(entries.map(({ id, book, about }) => [id, book, about])).toEqual([
      [idOf(8), safiya, ownThread(safiya, 'visits')],
      [idOf(9), zayn, ownThread(zayn, 'visits')],
    ]);
    expect(entries.map(({ data }) => data)).toMatchObject([
      { seen: 'alone', words: 'I make the toast.', present: ['Karolina Nowak'], episode: referral },
      { seen: 'with-others', words: notKnown, present: ['Karolina Nowak'], episode: referral },
    ]);
    expect(decidedOn).toEqual([
      { book: safiya, about: ownThread(safiya, 'visits'), lastSeen: null },
      { book: zayn, about: ownThread(zayn, 'visits'), lastSeen: idOf(6) },
    ]);
    for (const { data } of entries) expect(childVisitedEntry.is.data.safeParse(data).success).toBe(true);
  });

  test('a visit of years ago is recorded, not refused', () => {
    const late = visit({ happened: happenedOn(mustBeDate('2019-01-02')) });
    expect(decideRecordVisit([child(safiya)], late, given).ok).toBe(true);
  });

  test('an unborn child’s family is visited; the child is not seen', () => {
    const unborn = child(safiya, { bornOn: null, expectedOn: mustBeDate('2026-06-02') });
    expect(decideRecordVisit([unborn], visit({ children: [said(safiya, { seen: 'unborn' })] }), given).ok).toBe(true);
    expect(decideRecordVisit([unborn], visit({ children: [said(safiya, { seen: notKnown })] }), given).ok).toBe(true);
  });

  test('what somebody else wrote of the same visit is put right by name and with a reason', () => {
    const corrects = { entry: idOf(6), reason: 'It was I who was there.' };
    const decided = decideRecordVisit([child(safiya)], visit({ children: [said(safiya, { corrects })] }), given);
    expect(decided).toMatchObject({ value: { entries: [{ corrects: idOf(6), reason: 'It was I who was there.' }] } });
  });

  // Keyed by the union itself: a new refusal without a case here does not compile.
  const refusals: Record<VisitRefusal['code'], [VisitedChild[], RecordVisit]> = {
    'nobody-visited': [[child(safiya)], visit({ children: [] })],
    'in-the-future': [[child(safiya)], visit({ happened: happenedOn(mustBeDate('2026-04-01')) })],
    'no-such-child': [[child(zayn)], visit()],
    'seen-before-birth': [[child(safiya, { bornOn: mustBeDate('2026-03-31') })], visit()],
    'already-born': [[child(safiya)], visit({ children: [said(safiya, { seen: 'unborn' })] })],
    'seen-after-death': [[child(safiya, { diedOn: mustBeDate('2026-03-29') })], visit()],
  };
  test.each(Object.entries(refusals))('refuses: %s', (code, [known, asked]) => {
    expect(decideRecordVisit(known, asked, given)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('refuses a time later today', () => {
    const at = '2026-03-31T12:00:00.001Z' as Instant;
    const happened = { earliest: today, latest: today, precision: 'instant', at } as const;
    expect(decideRecordVisit([child(safiya)], visit({ happened }), given).ok).toBe(false);
  });
});
