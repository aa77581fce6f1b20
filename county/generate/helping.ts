import {
  childInNeedPlanAgreed,
  childInNeedPlanEnded,
  childInNeedPlanReviewed,
} from '../../src/modules/child-in-need/public.ts';
import type { Day } from './days.ts';
import { threadsFor } from './invented-family.ts';
import { isSameParagraph, SAME_PARAGRAPH } from './planted.ts';
import { type Episode, episodeOf, forEach, teamOn, workerOn } from './told-episode.ts';
import { NEED_VISITS, tellVisits } from './visiting.ts';
import { managerOn } from './workforce-history.ts';
import { workedFrom, workedUntil, workingDaysAfter } from './working-calendar.ts';
import { changesOf } from './worries.ts';

/** The day on which a plan is agreed after it was decided that one is needed: weeks later for some. */
export function plannedOn(episode: Episode, neededOn: Day): Day {
  const { chance } = episode.story;
  return workingDaysAfter(neededOn, chance.percent(86) ? chance.whole(1, 8) : chance.whole(9, 40));
}

/** A plan for children in need from the day on which it is agreed until the episode, or something graver, ends it. */
export function tellNeedPlan(episode: Episode, begunOn: Day, until: Day): void {
  const { story } = episode;
  const endedOn = workedUntil(Math.max(begunOn + 1, until - story.chance.whole(0, 6)));
  if (endedOn <= begunOn) return;
  const threads = threadsFor(story, episode.group);
  const worker = workerOn(episode, begunOn);
  story.wrote(worker.book, begunOn, ({ says }) =>
    forEach(
      episode,
      begunOn,
      (child, where) => {
        const same = isSameParagraph(episode.planted, episode.county, begunOn);
        says(child, 'need plan begun', same ? { ...where, as: 'one paragraph' } : where, childInNeedPlanAgreed, {
          ...episodeOf(episode, child),
          changes: same ? SAME_PARAGRAPH : changesOf(story.chance, child.name),
          agreedBy: worker.name,
        });
      },
      threads,
    ),
  );
  tellReviews(episode, begunOn, endedOn, threads);
  tellVisits(episode, begunOn, endedOn, NEED_VISITS);
  story.wrote(workerOn(episode, endedOn).book, endedOn, ({ says }) =>
    forEach(
      episode,
      endedOn,
      (child, where) => says(child, 'need plan ended', where, childInNeedPlanEnded, episodeOf(episode, child)),
      threads,
    ),
  );
}

function tellReviews(episode: Episode, from: Day, until: Day, threads: ReturnType<typeof threadsFor>): void {
  const { story, county } = episode;
  const { chance } = story;
  for (let day = from; ; ) {
    day = workedFrom(day + (chance.percent(82) ? chance.whole(56, 82) : chance.whole(83, 150)));
    if (day >= until || day > county.today) return;
    const on = day;
    const chair = managerOn(teamOn(episode, on), on);
    story.wrote(chair.book, on, ({ says }) =>
      forEach(
        episode,
        on,
        (child, where) =>
          says(child, 'need plan reviewed', where, childInNeedPlanReviewed, {
            ...episodeOf(episode, child),
            chairedBy: chair.name,
          }),
        threads,
      ),
    );
  }
}
