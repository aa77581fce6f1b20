import type { Id } from '../../src/kernel/id.ts';
import type { Told } from '../../src/record/told.ts';
import { chanceOf } from '../census/chance.ts';
import { toldByHand } from '../hand-made/load-hand-made.ts';
import { type Carer, inventCarers } from './carers.ts';
import type { CountyOf } from './county-plan.ts';
import { toldOfCountyPolicies } from './county-policies.ts';
import { inventFirstDay } from './episode-plan.ts';
import { planFamily } from './family-plan.ts';
import { FamilyStory } from './family-story.ts';
import { type Child, type Family, inventFamily, threadsFor } from './invented-family.ts';
import { seedFor } from './invented-ids.ts';
import { nothingPlanted } from './planted.ts';
import { type Rota, rotaOf } from './posts-on-a-day.ts';
import { runEpisode } from './run-episode.ts';
import { toldOfWorkforce } from './worker-books.ts';
import { inventWorkforce, type Workforce } from './workforce-history.ts';

/** Children of the hand-made stories: all of them, and those who are open on the present day. */
const BY_HAND = { all: 11, open: 8 };
/** For each child who is open, so many were ever known. */
const ALL_TIME = 9;

/** One family whose whole story has been written. */
export type ToldFamily = {
  readonly family: Family;
  readonly children: readonly Child[];
  readonly told: readonly Told[];
};

export type InventedCounty = {
  readonly county: CountyOf;
  readonly workforce: Workforce;
  /** Everybody who ever fostered, with what was written in their books. */
  readonly carers: readonly Carer[];
  /** Teams and workers first. */
  readonly toldOfWorkforce: () => Iterable<Told>;
  /** Family after family, each made when it is asked for and kept by nobody. */
  readonly families: () => Generator<ToldFamily>;
};

/** The invented county of a seed and size. The same county gives the same bytes on every machine. */
export function inventCounty(county: CountyOf): InventedCounty {
  const workforce = inventWorkforce(county);
  const rota = rotaOf(workforce);
  const carers = inventCarers(county, rota);
  return {
    county,
    workforce,
    carers,
    toldOfWorkforce: () => toldOfWorkforce(county, workforce),
    families: () => inventFamilies(county, rota, carers),
  };
}

const byTelling = (a: Told, b: Told): number =>
  a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0;

/** All that anybody ever wrote in the county, hand-made children included: in the order that is quickest to load. */
export function* toldOfCounty(invented: InventedCounty, councilBook: Id): Generator<Told> {
  yield* [...toldByHand(councilBook), ...toldOfCountyPolicies(councilBook)].sort(byTelling);
  yield* invented.toldOfWorkforce();
  for (const { told } of invented.carers) yield* told;
  for (const { told } of invented.families()) yield* told;
}

/** Families are invented one after another; one that would make too many children open, or too many past, is passed over. */
function* inventFamilies(county: CountyOf, rota: Rota, carers: readonly Carer[]): Generator<ToldFamily> {
  let open = Math.max(0, county.children - BY_HAND.open);
  let past = Math.max(0, county.children * (ALL_TIME - 1) - (BY_HAND.all - BY_HAND.open));
  const planted = nothingPlanted();
  for (let number = 1; open > 0 || past > 0; number += 1) {
    const chance = chanceOf(seedFor(county.seed, number));
    const firstOn = inventFirstDay(chance, county);
    const story = new FamilyStory({ seed: county.seed, number, today: county.today, chance });
    const family = inventFamily(story, number, firstOn);
    const plan = planFamily(chance, county, family, firstOn);
    if (plan.open > open || plan.past > past || plan.open + plan.past === 0) continue;
    open -= plan.open;
    past -= plan.past;
    for (const { plan: episode, group } of plan.episodes)
      runEpisode({
        county,
        rota,
        carers,
        planted,
        story,
        family,
        group,
        plan: episode,
        threads: threadsFor(story, group),
        holders: [],
      });
    yield { family, children: family.children.filter(({ known }) => known), told: story.told() };
  }
}
