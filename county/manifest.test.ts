import { expect, test } from 'vitest';
import type { Id } from '../src/kernel/id.ts';
import { readStatute } from '../src/statute/read-statute.ts';
import { type CountyOf, countyOf, DEMO_COUNTY } from './generate/county-plan.ts';
import { inventCounty } from './generate/invent-county.ts';
import { toldOfWorkforce as toldOfPeopleByHand } from './hand-made/hand-made-people.ts';
import { toldOfPolicies } from './hand-made/hand-made-policies.ts';
import { coveredDuties, notCovered } from './manifest/covered-duties.ts';
import { linesOfManifest, linesOfSystem } from './manifest/lines-of-both.fixture.ts';
import { expectedOfChild } from './manifest/manifest-of-county.ts';
import { standingOf } from './manifest/standing-of-workers.ts';
import { hear, nothingHeard, systemOf } from './manifest/system-of-county.fixture.ts';

/** Every line on which the manifest and the line of sight differ, child by child. */
function differences(county: CountyOf): { children: number; lines: number; differ: string[] } {
  const invented = inventCounty(county);
  const heard = nothingHeard();
  hear(heard, toldOfPolicies('00000000-0000-4000-8000-000000000001' as Id));
  hear(heard, toldOfPeopleByHand);
  hear(heard, invented.toldOfWorkforce());
  const see = systemOf(heard);
  const standing = standingOf(invented.workforce.workers);
  const found = { children: 0, lines: 0, differ: [] as string[] };
  for (const { children, told } of invented.families()) {
    const family = nothingHeard();
    hear(family, told);
    for (const { book, name, noted } of children) {
      const expected = linesOfManifest(expectedOfChild(book, noted, standing, county.today), coveredDuties);
      const seen = linesOfSystem(see(book, family.facts.get(book) ?? []), coveredDuties, county.today);
      const [meant, got] = [new Set(expected), new Set(seen)];
      found.children += 1;
      found.lines += expected.length;
      found.differ.push(
        ...expected.filter((line) => !got.has(line)).map((line) => `${name} manifest: ${line}`),
        ...seen.filter((line) => !meant.has(line)).map((line) => `${name} system:   ${line}`),
      );
    }
  }
  return found;
}

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
