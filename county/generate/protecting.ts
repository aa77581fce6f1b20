import { planNeedDecided } from '../../src/modules/front-door/public.ts';
import {
  ABUSE_CATEGORIES,
  conferenceMinutesSent,
  conferenceReportShared,
  coreGroupHeld,
  initialConferenceHeld,
  protectionPlanAgreed,
  protectionPlanEnded,
  reviewConferenceHeld,
  transferInConferenceHeld,
  transferInNotified,
} from '../../src/modules/protection/public.ts';
import { type Day, monthsAfter } from './days.ts';
import type { Enquiry } from './enquiring.ts';
import { type Child, type ThreadOf, threadsFor } from './invented-family.ts';
import { type Episode, episodeOf, forEach, workerOn } from './told-episode.ts';
import { PROTECTION_VISITS, tellVisits } from './visiting.ts';
import { workedFrom, workedUntil, workingDaysAfter } from './working-calendar.ts';
import { changesOf } from './worries.ts';

/** The first conference, held because of an enquiry, and its minutes. */
export function tellConference(episode: Episode, { threads }: Enquiry, on: Day): void {
  if (on >= episode.plan.endsOn) return;
  const { story } = episode;
  const by = workerOn(episode, on).book;
  story.wrote(by, on - 3, ({ says }) =>
    forEach(
      episode,
      on - 3,
      (child, where) => says(child, null, where, conferenceReportShared, episodeOf(episode, child)),
      threads,
    ),
  );
  story.wrote(by, on, ({ says }) =>
    forEach(
      episode,
      on,
      (child, where) =>
        says(child, 'conference held', where, initialConferenceHeld, {
          ...episodeOf(episode, child),
          planAgreed: true,
          attended: ['School', 'Health visiting', 'Police'],
        }),
      threads,
    ),
  );
  const { chance } = story;
  const sentOn = workingDaysAfter(on, chance.percent(84) ? chance.whole(6, 20) : chance.whole(21, 35));
  if (sentOn >= episode.plan.endsOn || chance.percent(2)) return;
  story.wrote(by, sentOn, ({ says }) =>
    forEach(
      episode,
      sentOn,
      (child, where) => says(child, 'minutes sent', where, conferenceMinutesSent, episodeOf(episode, child)),
      threads,
    ),
  );
}

/** A child with a plan has come to live here: another council said so, and a conference is held. */
export function tellMoveHere(episode: Episode, toldOn: Day): Day {
  const { story } = episode;
  const { chance } = story;
  const threads = threadsFor(story, episode.group);
  const heldOn = workingDaysAfter(toldOn, chance.percent(75) ? chance.whole(8, 15) : chance.whole(16, 24));
  story.wrote(workerOn(episode, toldOn).book, toldOn, ({ says }) =>
    forEach(
      episode,
      toldOn,
      (child, where) =>
        says(child, 'move here notified', where, transferInNotified, {
          ...episodeOf(episode, child),
          fromCouncil: 'Another council',
        }),
      threads,
    ),
  );
  story.wrote(workerOn(episode, heldOn).book, heldOn, ({ says }) =>
    forEach(
      episode,
      heldOn,
      (child, where) =>
        says(child, 'move here conference held', where, transferInConferenceHeld, {
          ...episodeOf(episode, child),
          planAgreed: true,
        }),
      threads,
    ),
  );
  return heldOn;
}

const planned = (child: Child): number => child.noted.filter(({ is }) => is === 'protection plan begun').length;

/** A protection plan, with its core groups, reviews and visits, until it ends. Answers the day of its end. */
export function tellProtectionPlan(episode: Episode, conferenceOn: Day, until: Day): Day {
  const { story } = episode;
  const { chance } = story;
  const begunOn = chance.percent(97) ? conferenceOn : conferenceOn + 1;
  const endedOn = workedUntil(Math.max(begunOn + 30, until));
  const threads = threadsFor(story, episode.group);
  const category = chance.pick(ABUSE_CATEGORIES);
  story.wrote(workerOn(episode, begunOn).book, begunOn, ({ says }) =>
    forEach(
      episode,
      begunOn,
      (child, where) => {
        const data = episodeOf(episode, child);
        const before = planned(child);
        says(child, 'plan needed', { ...where, thread: data.episode }, planNeedDecided, { needed: true });
        says(
          child,
          'protection plan begun',
          { ...where, as: before === 0 ? 'first' : 'repeat' },
          protectionPlanAgreed,
          {
            ...data,
            category,
            previousPlans: before,
            dangers: changesOf(chance, child.name),
          },
        );
      },
      threads,
    ),
  );
  if (begunOn > episode.county.today) return endedOn;
  tellCoreGroups(episode, threads, begunOn, endedOn);
  tellReviewConferences(episode, threads, begunOn, endedOn);
  tellVisits(episode, begunOn, endedOn, PROTECTION_VISITS);
  story.wrote(workerOn(episode, endedOn).book, endedOn, ({ says }) =>
    forEach(
      episode,
      endedOn,
      (child, where) => says(child, 'protection plan ended', where, protectionPlanEnded, episodeOf(episode, child)),
      threads,
    ),
  );
  return endedOn;
}

function tellCoreGroups(episode: Episode, threads: ThreadOf, from: Day, until: Day): void {
  const { story, county } = episode;
  const { chance } = story;
  let day = workingDaysAfter(from, chance.percent(82) ? chance.whole(4, 10) : chance.whole(11, 22));
  while (day < until && day <= county.today) {
    const on = day;
    story.wrote(workerOn(episode, on).book, on, ({ says }) =>
      forEach(
        episode,
        on,
        (child, where) =>
          says(child, 'core group', where, coreGroupHeld, {
            ...episodeOf(episode, child),
            attended: ['School', 'Health visiting'],
          }),
        threads,
      ),
    );
    day = workedFrom(day + (chance.percent(83) ? chance.whole(25, 40) : chance.whole(43, 75)));
  }
}

function tellReviewConferences(episode: Episode, threads: ThreadOf, from: Day, until: Day): void {
  const { story, county } = episode;
  const { chance } = story;
  const onTime = (due: Day): Day => workedUntil(due - chance.whole(0, 18));
  let day = chance.percent(90) ? onTime(monthsAfter(from, 3)) : workedFrom(monthsAfter(from, 3) + chance.whole(1, 25));
  while (day < until && day <= county.today) {
    const on = day;
    story.wrote(workerOn(episode, on).book, on, ({ says }) =>
      forEach(
        episode,
        on,
        (child, where) =>
          says(child, 'review conference', where, reviewConferenceHeld, {
            ...episodeOf(episode, child),
            planContinues: true,
          }),
        threads,
      ),
    );
    day = chance.percent(88) ? onTime(monthsAfter(day, 6)) : workedFrom(monthsAfter(day, 6) + chance.whole(1, 30));
  }
}
