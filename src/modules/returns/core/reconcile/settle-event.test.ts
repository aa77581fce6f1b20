import { describe, expect, test } from 'vitest';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { type LocalDate, mustBeDate } from '../../../../kernel/local-date.ts';
import { type Entry, type FileKind, happenedOn } from '../../../../record/entry.ts';
import { notInSource, notKnown } from '../../../../record/said.ts';
import type { DisputedEvent } from './disputed-event.ts';
import { decideSettleEvent, type EventToSettle, type RightAnswer } from './settle-event.ts';

const today = mustBeDate('2026-06-01');
const [book, thread, act] = ['b0', 't0', 'a0'] as unknown as [Id, Id, Id];
const days = { 'cin-census': '2025-12-15', 'annex-a': '2026-01-30', ssda903: '2026-02-02' } as Record<
  FileKind,
  LocalDate
>;

const written = (kind: FileKind, data: Record<string, unknown>, type = 'assessment-completed'): Entry => ({
  id: `entry of ${kind}` as Id,
  book,
  about: thread,
  seq: 1,
  act: `act of ${kind}` as Id,
  type,
  version: 1,
  happened: happenedOn(days[kind]),
  recordedAt: '2026-05-01T09:00:00.000Z' as Instant,
  recordedBy: 'an import',
  onBehalfOf: null,
  source: { kind: 'here' },
  data,
  corrects: null,
  reason: null,
});

function stateOf(
  entries: readonly (readonly [FileKind, Record<string, unknown>])[],
  more: Partial<EventToSettle> = {},
) {
  const standing = entries.map(([kind, data]) => written(kind, data));
  const said = entries.map(([kind, data]) => ({
    kind,
    until: mustBeDate('2026-03-31'),
    entry: `entry of ${kind}` as Id,
    on: days[kind],
    said: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== notInSource)),
  }));
  const event: DisputedEvent = {
    book,
    laChildId: 'A1',
    key: 'assessment:2025-11-04/completed',
    group: 'assessment:2025-11-04',
    sources: said,
    fields: ['the day'],
    settled: false,
  };
  return { event, standing, adds: false, fits: () => true, ...more };
}

function settle(state: EventToSettle, ...answers: readonly (readonly [string, RightAnswer])[]) {
  let made = 0;
  const newId = (): Id => {
    made += 1;
    return `new ${made}` as Id;
  };
  const command = { answers: new Map(answers), because: 'I looked.', lastSeen: 'the last' as Id };
  return decideSettleEvent(state, command, { today, act, newId });
}
const changes = (outcome: ReturnType<typeof settle>) =>
  outcome.ok
    ? outcome.value.entries.map(({ type, corrects, happened, data }) => ({
        type,
        corrects,
        on: happened.earliest,
        data,
      }))
    : outcome.refusal;

const asIn = (kind: FileKind): RightAnswer => ({ is: 'as-in', kind });
const census = ['cin-census', { factors: ['10A'] }] as const;
const plain = ['cin-census', { factors: notInSource }] as const;
const annex = ['annex-a', { factors: notInSource }] as const;
const withdrawn = (kind: FileKind) => ({ type: 'entry-withdrawn', corrects: `entry of ${kind}`, on: null, data: {} });

describe('one event, one entry is left', () => {
  test('the file that is right stands untouched, and the other’s entry is taken back', () => {
    expect(changes(settle(stateOf([plain, annex]), ['the day', asIn('annex-a')]))).toEqual([withdrawn('cin-census')]);
    expect(changes(settle(stateOf([plain, annex]), ['the day', asIn('cin-census')]))).toEqual([withdrawn('annex-a')]);
  });

  test('what only the file that erred said is not lost', () => {
    expect(changes(settle(stateOf([census, annex]), ['the day', asIn('annex-a')]))).toEqual([
      { type: 'assessment-completed', corrects: 'entry of annex-a', on: '2026-01-30', data: { factors: ['10A'] } },
      withdrawn('cin-census'),
    ]);
  });

  test('of three files one was right: the two others are taken back', () => {
    const state = stateOf([plain, annex, ['ssda903', { factors: notInSource }]]);
    expect(changes(settle(state, ['the day', asIn('ssda903')]))).toEqual([
      withdrawn('cin-census'),
      withdrawn('annex-a'),
    ]);
  });

  test('nobody can say: some day between those that were given', () => {
    const outcome = settle(stateOf([plain, annex]), ['the day', { is: 'nobody-knows' }]);
    expect(outcome.ok && outcome.value.entries[0]?.happened).toMatchObject({
      earliest: '2025-12-15',
      latest: '2026-01-30',
      precision: 'unknown',
    });
    expect(changes(outcome)).toHaveLength(2);
  });

  test('every change carries the reason, and the thread as the writer had seen it', () => {
    const outcome = settle(stateOf([census, annex]), ['the day', asIn('annex-a')]);
    expect(outcome).toMatchObject({
      ok: true,
      value: { id: act, decidedOn: [{ book, about: thread, lastSeen: 'the last' }] },
    });
    if (outcome.ok)
      for (const { reason, source } of outcome.value.entries)
        expect([reason, source.kind]).toEqual(['Files said otherwise of it, and somebody decided: I looked.', 'here']);
  });
});

describe('who the child is: entries add to one another', () => {
  const described = (ethnicity: string, faith: unknown) => ({ ethnicity, faith });
  const state = (fits = () => true): EventToSettle => {
    const made = stateOf([
      ['cin-census', described('MWBA', 'Quaker')],
      ['annex-a', described('WBRI', notInSource)],
    ]);
    return { ...made, adds: true, fits, event: { ...made.event, fields: ['ethnicity'] } };
  };

  test('only what is wrong is put right; what else it says stays', () => {
    expect(changes(settle(state(), ['ethnicity', asIn('annex-a')]))).toMatchObject([
      { corrects: 'entry of cin-census', data: { ethnicity: 'WBRI', faith: 'Quaker' } },
    ]);
  });

  test('something else, or nobody can say, puts all of them right', () => {
    const entries = changes(settle(state(), ['ethnicity', { is: 'nobody-knows' }]));
    expect(entries).toMatchObject([
      { data: { ethnicity: notKnown, faith: 'Quaker' } },
      { data: { ethnicity: notKnown } },
    ]);
  });

  test('what the type has no room for is refused, beside the field', () => {
    const outcome = settle(
      state(() => false),
      ['ethnicity', { is: 'other', value: 'half and half' }],
    );
    expect(outcome).toEqual({ ok: false, refusal: { code: 'does-not-fit', field: 'ethnicity' } });
  });
});

describe('what is refused', () => {
  test('a field without an answer, and a file that does not say', () => {
    expect(changes(settle(stateOf([plain, annex])))).toEqual({ code: 'not-answered', field: 'the day' });
    expect(changes(settle(stateOf([plain, annex]), ['the day', asIn('ssda903')]))).toEqual({
      code: 'not-answered',
      field: 'the day',
    });
  });

  test('a day to come', () => {
    const other: RightAnswer = { is: 'other', value: '2026-06-02' };
    expect(changes(settle(stateOf([plain, annex]), ['the day', other]))).toMatchObject({ code: 'in-the-future' });
  });

  test('what somebody has settled, and what has only one entry left', () => {
    const made = stateOf([plain, annex]);
    const answer = ['the day', asIn('annex-a')] as const;
    expect(changes(settle({ ...made, event: { ...made.event, settled: true } }, answer))).toEqual({
      code: 'settled-already',
    });
    expect(changes(settle({ ...made, standing: made.standing.slice(1) }, answer))).toEqual({ code: 'settled-already' });
  });
});
