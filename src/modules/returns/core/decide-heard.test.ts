import { describe, expect, test } from 'vitest';
import { recordInMemory } from '../../../../test/files/record-in-memory.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import type { FileKind } from '../../../record/entry.ts';
import { childClosed, referralReceived } from '../../front-door/public.ts';
import type { DecidedBatch } from './decide-batch.ts';
import { type FileGroup, slotOf } from './file-group.ts';

const day = mustBeDate;

/** What a file says of one referral: by whom it came, and when and why it was closed. */
type Says = { readonly by?: string; readonly closedOn?: string; readonly why?: 'died' | 'services-ended' };

function groupOf({ by, closedOn, why }: Says): FileGroup {
  const row = { table: 'Referrals', line: 2, values: new Map(), faults: [], rows: [] };
  const received = slotOf(referralReceived, {
    slot: 'received',
    happened: day('2025-06-02'),
    said: { referralSource: by },
    row,
  });
  const closed = closedOn
    ? [slotOf(childClosed, { slot: 'closed', happened: day(closedOn), said: { reason: why }, row })]
    : [];
  const slots = [received, ...closed];
  return { key: 'episode:2025-06-02', thread: 'own', isEpisode: true, slots, inner: [], span: null };
}

/** A record, and what it tells. */
function record() {
  const { load: loadChild, standing, putRight, attested } = recordInMemory();
  function load(kind: FileKind, says: Says, year = 2026): DecidedBatch {
    const groups = [groupOf(says)];
    const rows = groups.flatMap(({ slots }) => slots.flatMap((slot) => slot.rows.map(({ row }) => row)));
    const identity = { bornOn: null, expectedOn: null, sex: null };
    return loadChild(kind, { line: 2, laChildId: 'A', identity, groups, rows, setAside: [], flags: [] }, year);
  }
  const told = (type: string): unknown[] =>
    standing()
      .filter((entry) => entry.type === type)
      .map(({ source, happened, data }) => [source.kind, happened.earliest, data]);
  const pointers = (slot: string): string[] =>
    [...attested.values()].filter(({ key }) => key.endsWith(`/${slot}`)).map(({ entry }) => entry);
  return { load, told, pointers, putRight };
}

const found = ({ findings }: DecidedBatch, kind: string): string[] =>
  findings.filter((finding) => finding.kind === kind).map(({ reason }) => reason);

describe('one event in two files', () => {
  test('is one entry where both say the same, or the second says less', () => {
    const { load, told, pointers } = record();
    load('cin-census', { by: '1A', closedOn: '2025-08-01', why: 'died' });
    const second = load('annex-a', { closedOn: '2025-08-01' });
    expect(told('referral-received')).toHaveLength(1);
    expect(told('child-closed')).toMatchObject([['cin-census', '2025-08-01', { reason: 'died' }]]);
    expect(new Set(pointers('closed')).size).toBe(1);
    expect(second.rows).toMatchObject({ loaded: 0 });
  });

  test('is filled by the one that says more, and both say it from then on', () => {
    const { load, told, pointers } = record();
    load('cin-census', { closedOn: '2025-08-01' });
    const second = load('annex-a', { closedOn: '2025-08-01', why: 'died' });
    expect(told('child-closed')).toMatchObject([['annex-a', '2025-08-01', { reason: 'died' }]]);
    expect(new Set(pointers('closed')).size).toBe(1);
    expect(found(second, 'development')).toEqual(['The Annex A to 2026-03-31 says more.']);
    expect(load('cin-census', { closedOn: '2025-08-01' }).acts.flatMap((act) => act.entries)).toEqual([]);
  });

  test('stands twice where they differ, and a person is told', () => {
    const { load, told, pointers } = record();
    load('cin-census', { by: '1A', closedOn: '2025-08-01' });
    const second = load('annex-a', { by: '1A', closedOn: '2025-08-05' });
    expect(told('referral-received')).toHaveLength(1);
    expect(told('child-closed')).toMatchObject([
      ['cin-census', '2025-08-01', {}],
      ['annex-a', '2025-08-05', {}],
    ]);
    expect(new Set(pointers('closed')).size).toBe(2);
    expect(found(second, 'disagreement')).toEqual([
      'The census says otherwise of “closed”: the day. Both are kept until somebody decides.',
    ]);
    expect(load('annex-a', { by: '1A', closedOn: '2025-08-05' }).acts.flatMap((act) => act.entries)).toEqual([]);
  });

  test('a later file of one kind changes its own entry, never what another still says', () => {
    const { load, told } = record();
    load('cin-census', { closedOn: '2025-08-01' });
    load('annex-a', { closedOn: '2025-08-01' });
    const later = load('cin-census', { closedOn: '2025-08-09' });
    expect(told('child-closed')).toMatchObject([
      ['cin-census', '2025-08-01', {}],
      ['cin-census', '2025-08-09', {}],
    ]);
    expect(found(later, 'disagreement')).toHaveLength(1);
    const again = load('cin-census', { closedOn: '2025-08-10' });
    expect(told('child-closed')).toMatchObject([
      ['cin-census', '2025-08-01', {}],
      ['cin-census', '2025-08-10', {}],
    ]);
    expect(found(again, 'correction')).toHaveLength(1);
  });

  test('what a person put right stands over another file, too', () => {
    const { load, told, putRight } = record();
    load('cin-census', { closedOn: '2025-08-01' });
    putRight('child-closed');
    const second = load('annex-a', { closedOn: '2025-08-05' });
    expect(told('child-closed')).toMatchObject([['here', '2025-08-01', {}]]);
    expect(second.findings.map(({ code }) => code)).toContain('put-right-here');
  });

  test('an earlier file fills what a later one left open, and changes nothing that it said', () => {
    const { load, told } = record();
    load('cin-census', { closedOn: '2025-08-01' });
    expect(found(load('cin-census', { closedOn: '2025-08-01', why: 'died' }, 2025), 'development')).toHaveLength(1);
    expect(told('child-closed')).toMatchObject([['cin-census', '2025-08-01', { reason: 'died' }]]);
    const other = load('cin-census', { closedOn: '2025-08-05', why: 'services-ended' }, 2025);
    expect(other.findings.map(({ code }) => code)).toContain('older-file');
    expect(told('child-closed')).toHaveLength(1);
  });
});
