import { describe, expect, test } from 'vitest';
import { bandFrom, groupsOfPanel, imageShape, lineAt } from './image-panels.ts';

describe('panels', () => {
  test('5,500 lines stand in six panels, one pixel a line, each line once', () => {
    const { panels, scale } = imageShape(5500);
    expect([panels.length, scale]).toEqual([6, 1]);
    expect(panels[0]).toEqual({ panel: 1, from: 0, until: 917 });
    expect(panels.at(-1)?.until).toBe(5500);
    for (const [at, { from }] of panels.entries()) if (at > 0) expect(from).toBe(panels[at - 1]?.until);
  });

  test('a small county has taller lines, and nobody has no panel', () => {
    expect(imageShape(300)).toMatchObject({ scale: 12 });
    expect(imageShape(1200)).toMatchObject({ scale: 4 });
    expect(imageShape(40).panels.map(({ until }) => until)).toEqual([24, 40]);
    expect(imageShape(1).panels).toEqual([{ panel: 1, from: 0, until: 1 }]);
    expect(imageShape(0).panels).toEqual([]);
  });
});

describe('a place in the picture', () => {
  const shape = imageShape(5500);
  test('is the line that lies there, down then across', () => {
    expect(lineAt(shape, 1, 0)).toBe(0);
    expect(lineAt(shape, 3, 2)).toBe(917 * 2 + 2);
    expect(lineAt(imageShape(300), 2, 25)).toBe(50 + 2);
  });

  test('below or above the picture it is the nearest line, and of no panel it is nothing', () => {
    expect(lineAt(shape, 6, 5000)).toBe(5499);
    expect(lineAt(shape, 2, -4)).toBe(917);
    expect(lineAt(shape, 7, 1)).toBeUndefined();
    expect(lineAt(shape, 1, Number.NaN)).toBeUndefined();
  });
});

test('24 lines are read from the chosen one on; at the end the last 24', () => {
  expect(bandFrom(2892, 5500)).toEqual({ from: 2892, until: 2916 });
  expect(bandFrom(5499, 5500)).toEqual({ from: 5476, until: 5500 });
  expect(bandFrom(3, 10)).toEqual({ from: 0, until: 10 });
});

test('groups of a panel are counted from its top', () => {
  const names = ['a', 'a', 'a', 'b', 'b', 'a'];
  expect(groupsOfPanel({ panel: 2, from: 1, until: 6 }, (line) => names[line] ?? '')).toEqual([
    { name: 'a', from: 0, until: 2 },
    { name: 'b', from: 2, until: 4 },
    { name: 'a', from: 4, until: 5 },
  ]);
});
