import type { Id } from '../../src/kernel/id.ts';
import type { CountyOf } from '../generate/county-plan.ts';
import { toldOfCountyPolicies } from '../generate/county-policies.ts';
import { inventCounty } from '../generate/invent-county.ts';
import { toldOfWorkforce as toldOfPeopleByHand } from '../hand-made/hand-made-people.ts';
import { toldOfPolicies } from '../hand-made/hand-made-policies.ts';
import { coveredDuties } from './covered-duties.ts';
import { linesOfManifest, linesOfSystem } from './lines-of-both.fixture.ts';
import { expectedOf } from './manifest-of-county.ts';
import { standingOf } from './standing-of-workers.ts';
import { hear, nothingHeard, systemOf } from './system-of-county.fixture.ts';

const COUNCIL = '00000000-0000-4000-8000-000000000001' as Id;

/** Every line on which the manifest and the line of sight differ, child by child. */
export function differences(county: CountyOf): { children: number; lines: number; differ: string[] } {
  const invented = inventCounty(county);
  const heard = nothingHeard();
  hear(heard, toldOfPolicies(COUNCIL));
  hear(heard, toldOfCountyPolicies(COUNCIL));
  hear(heard, toldOfPeopleByHand);
  hear(heard, invented.toldOfWorkforce());
  const see = systemOf(heard);
  const standing = standingOf(invented.workforce.workers);
  const found = { children: 0, lines: 0, differ: [] as string[] };
  const books = (function* () {
    for (const carer of invented.carers) yield { subjects: [carer], told: carer.told };
    for (const { children, told } of invented.families()) yield { subjects: children, told };
  })();
  for (const { subjects, told } of books) {
    const own = nothingHeard();
    hear(own, told);
    for (const { book, name, kind, noted } of subjects) {
      const expected = linesOfManifest(expectedOf(book, noted, standing, county.today), coveredDuties);
      const seen = linesOfSystem(see(book, own.facts.get(book) ?? []), coveredDuties, county.today);
      const [meant, got] = [new Set(expected), new Set(seen)];
      found.children += kind === 'child' ? 1 : 0;
      found.lines += expected.length;
      found.differ.push(
        ...expected.filter((line) => !got.has(line)).map((line) => `${name} manifest: ${line}`),
        ...seen.filter((line) => !meant.has(line)).map((line) => `${name} system:   ${line}`),
      );
    }
  }
  return found;
}
