import { expect, test } from 'vitest';
import { readStatute } from '../src/statute/read-statute.ts';
import { countyOf, DEMO_COUNTY } from './generate/county-plan.ts';
import { coveredDuties, notCovered } from './manifest/covered-duties.ts';
import { differences } from './manifest/differences.fixture.ts';

const drawn = Array.from({ length: 3 }, () => Math.floor(Math.random() * 2 ** 31));
console.log(`Counties drawn for the manifest: seeds ${drawn.join(', ')}.`);

test.each([DEMO_COUNTY, ...drawn.map((seed) => countyOf(seed, 60))])(
  'the line of sight finds what the manifest lists, child by child and day by day, and nothing else: %j',
  (county) => {
    const { children, lines, differ } = differences(county);
    expect(differ.slice(0, 40)).toEqual([]);
    expect(children).toBeGreaterThan(county.children * 8);
    expect(lines).toBeGreaterThan(children * 10);
  },
);

test('every duty that is in force stands in the manifest, or it is said why not', () => {
  const known = new Set([...coveredDuties, ...Object.keys(notCovered)]);
  expect(
    readStatute()
      .duties.map(({ id }) => id)
      .filter((id) => !known.has(id)),
  ).toEqual([]);
  expect(Object.keys(notCovered).filter((id) => coveredDuties.has(id))).toEqual([]);
});
