import type { Id } from '../../src/kernel/id.ts';
import type { Told } from '../../src/record/told.ts';
import { type Chance, chanceOf } from '../census/chance.ts';
import { tellCarer } from './carer-story.ts';
import type { CountyOf } from './county-plan.ts';
import type { Day } from './days.ts';
import { FamilyStory, type Subject } from './family-story.ts';
import { seedFor } from './invented-ids.ts';
import { inventFamilyName, nameAdult } from './inventing-names.ts';
import type { Rota } from './posts-on-a-day.ts';

/** Somebody who fosters for the county, with their book. */
export type Carer = Subject & {
  readonly name: string;
  readonly approvedOn: Day;
  /** The last day of the approval; null while it lasts. */
  readonly endedOn: Day | null;
  readonly told: readonly Told[];
};

/** Carers are numbered from the end of all numbers, so that no family has the same. */
const LAST_NUMBER = 0x7fffffff;

/** All who ever fostered: about eleven for each hundred children who are open now, and those who gave it up. */
export function inventCarers(county: CountyOf, rota: Rota): Carer[] {
  const households = Math.max(6, Math.round(county.children * 0.11));
  return Array.from({ length: households }, (_, place) => inventHousehold(county, rota, place)).flat();
}

/** One carer after another in one place of the county's fostering: most stay for years. */
function inventHousehold(county: CountyOf, rota: Rota, place: number): Carer[] {
  const carers: Carer[] = [];
  const chance = chanceOf(seedFor(county.seed, LAST_NUMBER - 64 * place));
  let day = county.from + chance.whole(360, 1_200);
  for (let at = 1; day < county.today - 40 && at < 60; at += 1) {
    const number = LAST_NUMBER - 64 * place - at;
    const stays = chance.whole(700, 5_400);
    const ended = day + stays < county.today - 30 ? day + stays : null;
    carers.push(inventCarer(county, rota, chance, { number, approvedOn: day, endedOn: ended }));
    if (ended === null) break;
    day = ended + chance.whole(60, 500);
  }
  return carers;
}

type Approval = { readonly number: number; readonly approvedOn: Day; readonly endedOn: Day | null };

function inventCarer(county: CountyOf, rota: Rota, chance: Chance, { number, approvedOn, endedOn }: Approval): Carer {
  const story = new FamilyStory({ seed: county.seed, number, today: county.today, chance });
  const name = nameAdult(chance, inventFamilyName(chance), chance.percent(85) ? 'female' : 'male');
  const book: Id = story.nextId();
  const subject: Subject = { book, kind: 'carer', noted: [] };
  tellCarer({ county, rota, story, subject, name, approvedOn, endedOn });
  return { ...subject, name, approvedOn, endedOn, told: story.told() };
}

/** A carer who is approved on a day, for a child who comes into care; null where there is none. */
export function carerOn(chance: Chance, carers: readonly Carer[], on: Day): Carer | null {
  for (let tries = 0; tries < 12; tries += 1) {
    const carer = carers[chance.whole(0, Math.max(0, carers.length - 1))];
    if (carer && carer.approvedOn <= on && (carer.endedOn === null || carer.endedOn > on)) return carer;
  }
  return null;
}
