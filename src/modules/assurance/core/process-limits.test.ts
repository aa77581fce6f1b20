import { describe, expect, test } from 'vitest';
import { addDays, mustBeDate } from '../../../kernel/local-date.ts';
import { judgeProcess, naturalLimits } from './process-limits.ts';

const first = mustBeDate('2024-01-05');
const weekly = (values: readonly number[]) => values.map((value, at) => ({ on: addDays(first, at * 7), value }));
/** Up one, down one: mean 100, every moving range 2, limits 94.68 and 105.32. */
const ordinary = (weeks: number): number[] => Array.from({ length: weeks }, (_, at) => (at % 2 === 0 ? 101 : 99));

describe('natural limits', () => {
  test('mean, moving range and limits of a series worked out by hand', () => {
    // 12 values: mean 50; eleven ranges that add up to 44, so 4; limits 50 ± 2.66 × 4.
    const limits = naturalLimits([52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48]);
    expect(limits).toMatchObject({ mean: 50, movingRange: 4 });
    expect(limits?.lower).toBeCloseTo(39.36, 6);
    expect(limits?.upper).toBeCloseTo(60.64, 6);
  });

  test('a count of children has no limit below nought', () => {
    expect(naturalLimits([2, 10, 2, 10, 2, 10, 2, 10, 2, 10, 2, 10])?.lower).toBe(0);
  });

  test('of very few children there are no limits: one more is already a jump', () => {
    expect(naturalLimits(Array.from({ length: 52 }, (_, at) => at % 2))).toBeNull();
  });

  test('under twelve values there are no limits, and so no signals', () => {
    expect(naturalLimits([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])).toBeNull();
    const judged = judgeProcess(weekly([1, 1, 1, 90]));
    expect(judged.stretches).toMatchObject([{ basis: null, limits: null }]);
    expect(judged.points.every(({ signal }) => signal === null)).toBe(true);
  });
});

describe('signals', () => {
  test('ordinary weeks have none', () => {
    expect(judgeProcess(weekly(ordinary(157))).points.filter(({ signal }) => signal !== null)).toEqual([]);
  });

  test('a value beyond a limit, on either side', () => {
    const values = ordinary(157);
    values[140] = 106;
    values[150] = 94;
    const { points } = judgeProcess(weekly(values));
    expect(points[140]?.signal).toEqual({ rule: 'outside', side: 'above' });
    expect(points[150]?.signal).toEqual({ rule: 'outside', side: 'below' });
    expect(points.filter(({ signal }) => signal?.rule === 'outside')).toHaveLength(2);
  });

  test('eight in a row on one side of the mean; seven are chance', () => {
    const withRun = (length: number) => {
      const values = ordinary(157);
      values.fill(101, 130, 130 + length);
      values[129] = 99;
      values[130 + length] = 99;
      return judgeProcess(weekly(values)).points.filter(({ signal }) => signal?.rule === 'run').length;
    };
    expect([withRun(7), withRun(8)]).toEqual([0, 8]);
  });

  test('three of four nearer to a limit than to the mean', () => {
    const values = ordinary(157);
    values.splice(140, 4, 104, 99, 104, 104);
    const { points } = judgeProcess(weekly(values));
    expect([140, 141, 142, 143].map((at) => points[at]?.signal?.rule ?? null)).toEqual(['near', null, 'near', 'near']);
  });

  test('the limits rest on the year before the last one, so a bad last year does not hide itself', () => {
    const values = [...ordinary(105), ...Array.from({ length: 52 }, () => 140)];
    const judged = judgeProcess(weekly(values));
    expect(judged.stretches[0]).toMatchObject({ basis: { from: 53, until: 105 } });
    expect(judged.stretches[0]?.limits?.mean).toBeCloseTo(100, 6);
    expect(judged.points.slice(105).every(({ signal }) => signal?.side === 'above')).toBe(true);
  });

  test('what lies before the basis is drawn and not judged: a record that fills up is no signal', () => {
    const values = [...Array.from({ length: 53 }, (_, at) => at), ...ordinary(104)];
    expect(
      judgeProcess(weekly(values))
        .points.slice(0, 53)
        .some(({ signal }) => signal !== null),
    ).toBe(false);
  });
});

describe('a shift', () => {
  const values = [...ordinary(100), ...ordinary(57).map((value) => value + 40)];
  test('without a stated reason leaves the limits where they are', () => {
    const judged = judgeProcess(weekly(values));
    expect(judged.stretches).toHaveLength(1);
    expect(judged.points[120]?.signal?.side).toBe('above');
    expect(() => judgeProcess(weekly(values), [{ from: addDays(first, 700), because: '  ' }])).toThrow('reason');
  });

  test('with one begins new limits, and keeps the old ones before it', () => {
    const because = 'Two teams came over from the neighbour';
    const judged = judgeProcess(weekly(values), [{ from: addDays(first, 700), because }]);
    expect(judged.stretches.map(({ from, because: why }) => [from, why])).toEqual([
      [0, null],
      [100, because],
    ]);
    expect(judged.stretches.map(({ limits }) => Math.round(limits?.mean ?? 0))).toEqual([100, 140]);
    expect(judged.points[120]?.signal).toBeNull();
  });
});
