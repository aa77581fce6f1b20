import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLabels, REACH, ROOM, type WantedLabel } from './label-placer.ts';

const within = { from: 0, until: 800 };
const label = (from: number, width: number, weight = 1, markWidth = 10): WantedLabel => ({
  width,
  weight,
  within,
  mark: { from, until: from + markWidth },
});
const anyLabel = fc
  .tuple(
    fc.integer({ min: 0, max: 780 }),
    fc.integer({ min: 5, max: 200 }),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 0, max: 200 }),
  )
  .map(([from, width, weight, markWidth]) => label(from, width, weight, markWidth));

describe('labels', () => {
  test('stand at the beginning of their mark when there is room', () => {
    expect(placeLabels([label(100, 50), label(300, 50)], 1)).toEqual([
      { start: 100, row: 0 },
      { start: 300, row: 0 },
    ]);
  });

  test('slide along a little rather than take another row, and take one rather than stand far off', () => {
    expect(placeLabels([label(100, 20), label(122, 60)], 2)[1]).toEqual({ start: 128, row: 0 });
    expect(placeLabels([label(100, 60), label(105, 60)], 2)[1]).toEqual({ start: 105, row: 1 });
  });

  test('are left out when no place is near their mark', () => {
    expect(placeLabels([label(2, 90), label(5, 90)], 1)).toEqual([{ start: 2, row: 0 }, null]);
  });

  test('a weightier label is placed first', () => {
    expect(placeLabels([label(2, 90, 1), label(5, 90, 2)], 1)).toEqual([null, { start: 5, row: 0 }]);
  });

  test('never touch each other, leave their bounds or stray from their mark', () => {
    fc.assert(
      fc.property(fc.array(anyLabel, { maxLength: 40 }), fc.integer({ min: 1, max: 3 }), (labels, rows) => {
        const placed = placeLabels(labels, rows);
        expect(placed).toHaveLength(labels.length);
        const taken = placed.flatMap((place, index) => {
          const wanted = labels[index];
          return place && wanted ? [{ ...place, wanted, end: place.start + wanted.width }] : [];
        });
        for (const { start, end, row, wanted } of taken) {
          expect(row).toBeLessThan(rows);
          expect(start).toBeGreaterThanOrEqual(within.from);
          expect(end).toBeLessThanOrEqual(within.until);
          expect(start).toBeLessThanOrEqual(wanted.mark.until + REACH);
          expect(end).toBeGreaterThanOrEqual(wanted.mark.from - REACH);
        }
        for (const [index, one] of taken.entries()) {
          for (const other of taken.slice(index + 1)) {
            if (one.row === other.row)
              expect(one.start >= other.end + ROOM || other.start >= one.end + ROOM).toBe(true);
          }
        }
      }),
    );
  });
});
