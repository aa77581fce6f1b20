import { describe, expect, test } from 'vitest';
import { funnelLimits, funnelOf, LEAST_SIZE } from './funnel.ts';

const team = (name: string, count: number, size: number) => ({ team: name, name, count, size });

describe('exact limits', () => {
  test('of ten tosses of a coin, worked out by hand', () => {
    // P(0) = 1/1024 = 0.00098; P(0 or 1) = 11/1024 = 0.0107; P(0 to 2) = 56/1024 = 0.0547.
    expect(funnelLimits(10, 0.5)).toEqual({
      size: 10,
      wide: { fewest: 1, most: 9 },
      narrow: { fewest: 2, most: 8 },
    });
  });

  test('where nothing happens, or everything, there is nothing for chance to spread', () => {
    expect(funnelLimits(40, 0).wide).toEqual({ fewest: 0, most: 0 });
    expect(funnelLimits(40, 1).wide).toEqual({ fewest: 40, most: 40 });
  });

  test('the tails hold what they promise, at any size', () => {
    for (const [size, proportion] of [
      [20, 0.07],
      [97, 0.07],
      [400, 0.31],
    ] as const) {
      const chance = (k: number): number => {
        let log = k * Math.log(proportion) + (size - k) * Math.log(1 - proportion);
        for (let i = 1; i <= k; i += 1) log += Math.log((size - k + i) / i);
        return Math.exp(log);
      };
      const above = (most: number): number => {
        let sum = 0;
        for (let k = most + 1; k <= size; k += 1) sum += chance(k);
        return sum;
      };
      const { wide, narrow } = funnelLimits(size, proportion);
      expect(above(wide.most)).toBeLessThanOrEqual(0.001);
      expect(above(wide.most - 1)).toBeGreaterThan(0.001);
      expect(above(narrow.most)).toBeLessThanOrEqual(0.025);
      expect(above(narrow.most - 1)).toBeGreaterThan(0.025);
    }
  });
});

describe('teams', () => {
  const others = Array.from({ length: 20 }, (_, at) => team(`Team ${String.fromCharCode(84 - at)}`, 6, 90));
  const { teams, proportion } = funnelOf([
    ...others,
    team('Saltmere', 25, 97),
    team('Brayford', 24, 116),
    team('Kettlesea', 0, 140),
    team('Night desk', 4, 6),
  ]);
  const stands = (name: string) => teams.find((each) => each.name === name)?.stands;

  test('more, or fewer, than size and chance explain', () => {
    expect(proportion).toBeCloseTo((20 * 6 + 25 + 24 + 0 + 4) / (20 * 90 + 97 + 116 + 140 + 6), 10);
    expect([stands('Saltmere'), stands('Brayford'), stands('Kettlesea')]).toEqual(['above', 'above', 'below']);
    expect(stands('Team A')).toBe('inside');
  });

  test('a small team is drawn and not judged, however bad it looks', () => {
    expect(LEAST_SIZE).toBeGreaterThan(6);
    expect(stands('Night desk')).toBe('too-small');
  });

  test('those who stand apart come first, worst first; inside the limits nobody is ranked', () => {
    expect(teams.slice(0, 3).map(({ name }) => name)).toEqual(['Saltmere', 'Brayford', 'Kettlesea']);
    const inside = teams.slice(3).map(({ name }) => name);
    expect(inside).toEqual([...inside].sort((a, b) => a.localeCompare(b, 'en-GB')));
  });

  test('outside 95 % alone is not apart', () => {
    const { narrow, wide } = funnelLimits(97, 0.07);
    const { teams: close } = funnelOf([team('Close', narrow.most + 1, 97), team('Rest', 700 - narrow.most - 1, 9_903)]);
    expect(narrow.most + 1).toBeLessThanOrEqual(wide.most);
    expect(close.find(({ name }) => name === 'Close')?.stands).toBe('high');
  });

  test('nobody open, nothing to say', () => {
    expect(funnelOf([])).toMatchObject({ proportion: null, teams: [], curve: [] });
  });
});
