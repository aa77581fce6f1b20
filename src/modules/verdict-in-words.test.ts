import { describe, expect, test } from 'vitest';
import { mustBeDate } from '../kernel/local-date.ts';
import type { CannotTell } from '../sight/clock.ts';
import { VERDICTS } from '../sight/verdict.ts';
import { happenedInWords, headlineOf, limitInWords, statusInWords, whyCannotTell } from './verdict-in-words.ts';

const on = mustBeDate('2026-03-31');
const facts = { late: 0, unit: null, dueOn: null, ended: false, on };

describe('the words beside the mark', () => {
  test('lateness is counted in the unit of the limit', () => {
    expect(statusInWords({ ...facts, verdict: 'overdue', late: 3, unit: 'working-days+' })).toBe('3 working days late');
    expect(statusInWords({ ...facts, verdict: 'overdue', late: 1, unit: 'months+' })).toBe('1 day late');
    expect(headlineOf({ ...facts, verdict: 'met-late', late: 2, unit: 'working-days+' })).toBe(
      'Met late, by 2 working days',
    );
  });

  test('a miss that ended is not called late today', () => {
    expect(statusInWords({ ...facts, verdict: 'overdue', late: 30, ended: true })).toBe('Not done before it ended');
  });

  test('what is left is counted to the due day', () => {
    const left = (due: string): string => statusInWords({ ...facts, verdict: 'due-soon', dueOn: mustBeDate(due) });
    expect([left('2026-03-31'), left('2026-04-01'), left('2026-04-04')]).toEqual([
      'Due today',
      '1 day left',
      '4 days left',
    ]);
  });

  test('every verdict has words, and none of them is its code', () => {
    for (const verdict of VERDICTS) {
      expect(statusInWords({ ...facts, verdict })).toMatch(/^[A-Z][a-z ,]+$/);
    }
  });
});

test('limits and days read as people write them', () => {
  expect([limitInWords(15, 'working-days+'), limitInWords(1, 'months+'), limitInWords(72, 'hours')]).toEqual([
    '15 working days',
    '1 month',
    '72 hours',
  ]);
  expect(happenedInWords(null, null)).toBe('on a day that is not known');
  expect(happenedInWords(on, on)).toBe('on 31 March 2026');
  expect(happenedInWords(mustBeDate('2026-03-01'), on)).toBe('between 1 March 2026 and 31 March 2026');
});

describe('why nobody can tell', () => {
  const windows = [{ from: mustBeDate('2025-04-01'), until: on }];
  const startedBetween = { earliest: mustBeDate('2025-02-03'), latest: mustBeDate('2025-02-03') };
  const why = (because: CannotTell): string =>
    whyCannotTell(because, { startedBetween, windows, on: mustBeDate('2026-09-01') });

  test('a file is named by the day at which it stops or begins', () => {
    expect(why('source-ends-before')).toContain('The census stops at 31 March 2026');
    expect(why('source-begins-after')).toContain('It began on 3 February 2025');
    expect(why('source-begins-after')).toContain('from 1 April 2025');
  });

  test('every reason is one sentence without a code in it', () => {
    const reasons: CannotTell[] = [
      'source-never-says',
      'start-day-not-known',
      'met-day-not-known',
      'end-day-not-known',
      'time-of-day-not-known',
      'sources-disagree',
      'calendar-ends',
    ];
    for (const because of reasons) expect(why(because)).toMatch(/^[A-Z][^.]*\.$/);
  });
});
