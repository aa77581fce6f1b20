import type { Id } from '../../src/kernel/id.ts';
import type { Told } from '../../src/record/told.ts';
import type { CountyOf } from '../generate/county-plan.ts';
import { toldOfCountyPolicies } from '../generate/county-policies.ts';
import type { Day } from '../generate/days.ts';
import type { Noted } from '../generate/happenings.ts';
import { type InventedCounty, inventCounty } from '../generate/invent-county.ts';
import { toldOfWorkforce as toldOfPeopleByHand } from '../hand-made/hand-made-people.ts';
import { toldOfPolicies } from '../hand-made/hand-made-policies.ts';
import { coveredDuties } from './covered-duties.ts';
import { linesOfManifest, linesOfSystem } from './lines-of-both.fixture.ts';
import { expectedOf } from './manifest-of-county.ts';
import { type Standing, standingOf } from './standing-of-workers.ts';
import { hear, nothingHeard, type SystemOf, systemOf } from './system-of-county.fixture.ts';

const COUNCIL = '00000000-0000-4000-8000-000000000001' as Id;

export type Differences = { children: number; lines: number; differ: string[] };
const nothing = (): Differences => ({ children: 0, lines: 0, differ: [] });

/** Every line on which the manifest and the line of sight differ, child by child, without a database. */
export function differences(county: CountyOf): Differences {
  const invented = inventCounty(county);
  const heard = nothingHeard();
  hear(heard, toldOfPolicies(COUNCIL));
  hear(heard, toldOfCountyPolicies(COUNCIL));
  hear(heard, toldOfPeopleByHand);
  hear(heard, invented.toldOfWorkforce());
  const see = systemOf(heard);
  const standing = standingOf(invented.workforce.workers);
  const found = nothing();
  for (const { subjects, told } of booksOf(invented)) {
    const own = nothingHeard();
    hear(own, told);
    compare(found, { subjects, standing, today: county.today }, (book) => see(book, own.facts.get(book) ?? []));
  }
  return found;
}

/** The same between the manifest and what a database holds that was told the county. */
export function differencesFrom(invented: InventedCounty, inDatabase: ReadonlyMap<Id, SystemOf>): Differences {
  const found = nothing();
  const standing = standingOf(invented.workforce.workers);
  const { today } = invented.county;
  for (const { subjects } of booksOf(invented))
    compare(found, { subjects, standing, today }, (book) => inDatabase.get(book) ?? { pieces: [], spans: [] });
  return found;
}

type Named = { readonly book: Id; readonly name: string; readonly kind: string; readonly noted: readonly Noted[] };

function* booksOf(invented: InventedCounty): Generator<{ subjects: readonly Named[]; told: readonly Told[] }> {
  for (const carer of invented.carers) yield { subjects: [carer], told: carer.told };
  for (const { children, told } of invented.families()) yield { subjects: children, told };
}

type Comparing = { readonly subjects: readonly Named[]; readonly standing: Standing; readonly today: Day };

function compare(found: Differences, { subjects, standing, today }: Comparing, see: (book: Id) => SystemOf): void {
  for (const { book, name, kind, noted } of subjects) {
    const expected = linesOfManifest(expectedOf(book, noted, standing, today), coveredDuties);
    const seen = linesOfSystem(see(book), coveredDuties, today);
    const [meant, got] = [new Set(expected), new Set(seen)];
    found.children += kind === 'child' ? 1 : 0;
    found.lines += expected.length;
    found.differ.push(
      ...expected.filter((line) => !got.has(line)).map((line) => `${name} manifest: ${line}`),
      ...seen.filter((line) => !meant.has(line)).map((line) => `${name} system:   ${line}`),
    );
  }
}
