import { expect, test } from 'vitest';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { notKnown } from '../../../../record/said.ts';
import { readAllocationForm } from './allocate-worker.form.ts';

const today = mustBeDate('2026-03-31');
const worker = '00000000-0000-4000-8000-000000000001';
const since = { 'since-day': '30', 'since-month': '3', 'since-year': '2026' };

test('a worker, from a day on', () => {
  expect(readAllocationForm({ ...since, who: 'worker', worker, 'why-worker': '' }, today).command).toEqual({
    since: '2026-03-30',
    lastSeen: null,
    to: { is: 'worker', worker, because: notKnown },
  });
});

test('a placeholder, with where the work is, why, and who answers for it', () => {
  const typed = { ...since, who: 'placeholder', kind: 'duty', 'why-placeholder': 'Nobody is free.', manager: '' };
  expect(readAllocationForm(typed, today).command?.to).toEqual({
    is: 'placeholder',
    kind: 'duty',
    because: 'Nobody is free.',
    manager: notKnown,
  });
});

test.each([
  ['nothing', {}, ['who', 'since-day']],
  ['a worker who was not chosen', { ...since, who: 'worker' }, ['worker']],
  ['a placeholder and no more', { ...since, who: 'placeholder' }, ['kind', 'why-placeholder']],
  ['tomorrow', { 'since-day': '1', 'since-month': '4', 'since-year': '2026', who: 'worker', worker }, ['since-day']],
])('%s', (_, typed, boxes) => {
  const read = readAllocationForm(typed, today);
  expect(read.command).toBe(null);
  expect(read.faults.map(({ field }) => field)).toEqual(boxes);
});
