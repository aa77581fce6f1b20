import { beforeAll, describe, expect, test } from 'vitest';
import { type Compared, classesOf, contradictions, notTold } from './compare-trio.ts';
import { trioOfCounty } from './trio-of-county.ts';

let compared: Compared;
beforeAll(async () => {
  compared = await trioOfCounty(11, 40);
}, 600_000);

describe('the county’s own census, return and lists, in a second database', () => {
  test('say nothing that the county contradicts, child by child, clock by clock and day by day', () => {
    expect(classesOf(contradictions(compared))).toEqual([]);
  });

  test('say the same as the county wherever the table of duties and files says that they can', () => {
    const { owed, missed } = notTold(compared);
    expect(classesOf(missed)).toEqual([]);
    expect(owed).toBeGreaterThan(50);
  });
});
