import type { Chance } from '../census/chance.ts';
import type { CountyOf } from './county-plan.ts';
import type { Day } from './days.ts';
import { type EpisodePlan, isOpenOn, nextReferral, planEpisode } from './episode-plan.ts';
import type { Child, Family } from './invented-family.ts';

export type PlannedEpisode = { readonly plan: EpisodePlan; readonly group: readonly Child[] };

/** All that will happen to a family, in outline: enough to say who of it is open on the present day. */
export type FamilyPlan = {
  readonly episodes: readonly PlannedEpisode[];
  readonly open: number;
  readonly past: number;
};

export function planFamily(chance: Chance, county: CountyOf, { children }: Family, firstOn: Day): FamilyPlan {
  const episodes: PlannedEpisode[] = [];
  for (let day: Day | null = firstOn; day !== null && day <= county.today; ) {
    const { plan, group } = planWithGroup(chance, county, children, planEpisode(chance, day));
    if (group.length === 0) break;
    episodes.push({ plan, group });
    day = nextReferral(chance, plan);
  }
  const open = new Set(episodes.filter(({ plan }) => isOpenOn(plan, county.today)).flatMap(({ group }) => group));
  const known = new Set(episodes.flatMap(({ group }) => group));
  return { episodes, open: open.size, past: known.size - open.size };
}

/** Of the children who come into care some stay until they are grown. */
function planWithGroup(
  chance: Chance,
  county: CountyOf,
  children: readonly Child[],
  plan: EpisodePlan,
): PlannedEpisode {
  if (plan.route === 'care' && chance.percent(34)) {
    const fit = children.filter(
      ({ bornOn, eighteen }) => bornOn <= plan.referredOn - 900 && eighteen > plan.referredOn + 500,
    );
    const child = fit.length > 0 ? chance.pick(fit) : undefined;
    if (child) return { plan: { ...plan, endsOn: child.eighteen }, group: [child] };
  }
  return { plan, group: groupFor(chance, children, plan, county.today) };
}

/** Which of the children an episode is about: all who are of an age, or one alone. Nobody grows up in the middle of it. */
function groupFor(
  chance: Chance,
  children: readonly Child[],
  { referredOn, endsOn }: EpisodePlan,
  today: Day,
): Child[] {
  const fit = children.filter(
    ({ bornOn, eighteen }) =>
      bornOn <= referredOn + 130 && eighteen > Math.min(endsOn, today) + 1 && eighteen > referredOn + 200,
  );
  return fit.length > 1 && chance.percent(30) ? [chance.pick(fit)] : fit;
}
