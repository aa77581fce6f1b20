import { expect, test } from 'vitest';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import { faultOfDays, type LogMonth, logMonth, stretchOfDays, stretchOfMonth } from './log-time.ts';

test('a month is read, and nothing else is', () => {
  expect(logMonth('2026-03')).toBe('2026-03');
  for (const other of ['2026-13', '2026-3', '2026-03-01', '', '٢٠٢٦-٠٣']) expect(logMonth(other)).toBeUndefined();
});

test('a month and a day end as English clocks do, in summer too', () => {
  expect(stretchOfMonth('2026-03' as LogMonth)).toEqual({
    from: '2026-03-01T00:00:00.000Z',
    until: '2026-03-31T23:00:00.000Z',
  });
  expect(stretchOfDays(mustBeDate('2026-12-31'), mustBeDate('2026-12-31'))).toEqual({
    from: '2026-12-31T00:00:00.000Z',
    until: '2027-01-01T00:00:00.000Z',
  });
});

test('two days are in order and not too far apart', () => {
  const fault = (from: string, until: string) => faultOfDays(mustBeDate(from), mustBeDate(until));
  expect(fault('2026-03-01', '2026-03-01')).toBeUndefined();
  expect(fault('2026-03-02', '2026-03-01')).toContain('must not be before');
  expect(fault('2026-01-01', '2026-04-02')).toBeUndefined();
  expect(fault('2026-01-01', '2026-04-03')).toContain('at most 92 days');
});
