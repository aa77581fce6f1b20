import {
  assessmentBegun,
  assessmentCompleted,
  assessmentOverrunExplained,
} from '../../src/modules/assessment/public.ts';
import { planNeedDecided } from '../../src/modules/front-door/public.ts';
import { SINGLE_ASSESSMENTS } from './county-plan.ts';
import { type Day, textOf } from './days.ts';
import { threadsFor } from './invented-family.ts';
import { tellKin } from './kin.ts';
import { type Episode, episodeOf, forEach, teamOn, workerOn } from './told-episode.ts';
import { tellVisit } from './visiting.ts';
import { managerOn } from './workforce-history.ts';
import { workedUntil, workingDaysAfter, workingDaysBetween } from './working-calendar.ts';
import { analysisOf, inventFactors } from './worries.ts';

/** When the assessment of an episode begins and when it is done. */
export type Assessing = { readonly begunOn: Day; readonly completedOn: Day };

/** Plans the assessment from the day on which somebody holds the children. */
export function planAssessing(episode: Episode, heldOn: Day): Assessing {
  const { story, plan } = episode;
  const { chance } = story;
  const begunOn = workingDaysAfter(heldOn, chance.whole(0, 2) || 1);
  const wanted = workingDaysAfter(plan.referredOn, lengthOf(episode));
  const least = workingDaysAfter(begunOn, 3);
  const latest = workedUntil(plan.endsOn - 1);
  return { begunOn, completedOn: Math.max(least, Math.min(wanted, latest)) };
}

function lengthOf({ story: { chance }, plan: { referredOn } }: Episode): number {
  if (referredOn < SINGLE_ASSESSMENTS) return chance.percent(76) ? chance.whole(4, 10) : chance.whole(11, 24);
  if (chance.percent(15)) return chance.whole(10, 20);
  if (chance.percent(62)) return chance.whole(21, 40);
  if (chance.percent(62)) return chance.whole(41, 45);
  return chance.percent(70) ? chance.whole(46, 58) : chance.whole(59, 85);
}

/** The assessment of before 15 April 2013, or the single one; with the visits that are made for it. */
export function tellAssessing(episode: Episode, { begunOn, completedOn }: Assessing, planNeeded: boolean | null): void {
  const isSingle = episode.plan.referredOn < SINGLE_ASSESSMENTS ? 'initial' : 'single';
  tellVisitsOf(episode, begunOn, completedOn);
  tellKin(episode, workingDaysAfter(begunOn, 3));
  tellOne(episode, isSingle, begunOn, completedOn, planNeeded);
  if (isSingle === 'initial' && needsCore(episode)) {
    const { chance } = episode.story;
    const doneOn = workingDaysAfter(completedOn, chance.percent(76) ? chance.whole(18, 35) : chance.whole(36, 60));
    if (doneOn < episode.plan.endsOn) tellOne(episode, 'core', completedOn, doneOn, null);
  }
}

const needsCore = ({ plan: { route }, story: { chance } }: Episode): boolean =>
  route === 'in-need' || route === 'care' || (route === 'assessed' && chance.percent(25));

const BEGUN = {
  single: 'assessment begun',
  initial: 'initial assessment begun',
  core: 'core assessment needed',
} as const;
const COMPLETED = {
  single: 'assessment completed',
  initial: 'initial assessment completed',
  core: 'core assessment completed',
} as const;

/** One assessment, on its own thread in each child's book. */
export function tellOne(
  episode: Episode,
  kind: keyof typeof BEGUN,
  begunOn: Day,
  completedOn: Day,
  planNeeded: boolean | null,
): void {
  const { story, plan } = episode;
  const { chance } = story;
  const threads = threadsFor(story, episode.group);
  const worker = workerOn(episode, begunOn);
  story.wrote(worker.book, begunOn, ({ says }) =>
    forEach(
      episode,
      begunOn,
      (child, where) =>
        says(child, BEGUN[kind], where, assessmentBegun, {
          ...episodeOf(episode, child),
          kind,
          because: 'referral',
          assessedBy: worker.name,
          ...(kind === 'single' ? { plannedFor: textOf(workingDaysAfter(begunOn, 35)) } : {}),
        }),
      threads,
    ),
  );
  if (completedOn >= plan.endsOn) return;
  const manager = managerOn(teamOn(episode, completedOn), completedOn);
  const factors = inventFactors(chance);
  // Done in time and empty: some are signed off without a word of what was found.
  const analysis = chance.percent(7) ? undefined : analysisOf(chance);
  const explained = kind === 'single' && workingDaysBetween(plan.referredOn, completedOn) > 45 && chance.percent(55);
  story.wrote(manager.book, completedOn, ({ says }) =>
    forEach(
      episode,
      completedOn,
      (child, where) => {
        const data = episodeOf(episode, child);
        says(child, COMPLETED[kind], analysis === undefined ? { ...where, as: 'empty' } : where, assessmentCompleted, {
          ...data,
          kind,
          factors,
          analysis,
          authorisedBy: manager.name,
        });
        if (explained)
          says(child, 'overrun explained', where, assessmentOverrunExplained, {
            ...data,
            explanation: 'Somebody whom we had to ask was away.',
          });
        if (planNeeded !== null)
          says(
            child,
            planNeeded ? 'plan needed' : 'no plan needed',
            { ...where, thread: data.episode },
            planNeedDecided,
            {
              needed: planNeeded,
              decidedBy: manager.name,
            },
          );
      },
      threads,
    ),
  );
}

/** A first visit within days, mostly; in one assessment of thirty nobody sees the child at all. */
function tellVisitsOf(episode: Episode, begunOn: Day, completedOn: Day): void {
  const { chance } = episode.story;
  if (chance.percent(3)) return;
  let day = workingDaysAfter(begunOn, chance.whole(1, 7));
  for (let visits = chance.whole(1, 2); visits > 0 && day < completedOn; visits -= 1) {
    tellVisit(episode, day, chance.percent(5), chance.percent(70) ? 'at home' : 'at school');
    day = workingDaysAfter(day, chance.whole(6, 14));
  }
}
