import { describe, expect, test } from 'vitest';
import { keptApart, roundScale } from './chart-scale.ts';

describe('a round scale', () => {
  test.each([
    [469, 741],
    [0, 3],
    [0, 0.3],
    [5200, 5500],
    [0, 0],
  ])('holds %f to %f, with round marks', (low, high) => {
    const { from, until, marks } = roundScale(low, high);
    expect(from).toBeLessThanOrEqual(low);
    expect(until).toBeGreaterThanOrEqual(high);
    expect(marks.length).toBeGreaterThanOrEqual(2);
    expect(marks.length).toBeLessThanOrEqual(8);
    expect([marks[0], marks.at(-1)]).toEqual([from, until].map((each) => Number(each.toPrecision(12))));
  });

  test('begins at nought when that is near, and when it must', () => {
    expect(roundScale(20, 100).from).toBe(0);
    expect(roundScale(469, 741).from).toBeGreaterThan(0);
    expect(roundScale(469, 741, { fromZero: true }).from).toBe(0);
    expect(roundScale(0, 3, { whole: true }).marks).toEqual([0, 1, 2, 3]);
  });
});

test('labels at one height are kept apart, within top and floor', () => {
  const places = keptApart(
    [100, 101, 102, 10].map((y) => ({ text: '', y })),
    15,
    0,
    110,
  ).toSorted((a, b) => a - b);
  for (const [at, place] of places.entries())
    if (at > 0) expect(place - (places[at - 1] ?? 0)).toBeGreaterThanOrEqual(15);
  expect(Math.max(...places)).toBeLessThanOrEqual(110);
});
