import {
  section47Begun,
  section47Concluded,
  significantHarmSuspected,
  strategyDiscussionHeld,
} from '../../src/modules/protection/public.ts';
import { SINGLE_ASSESSMENTS } from './county-plan.ts';
import type { Day } from './days.ts';
import { type ThreadOf, threadsFor } from './invented-family.ts';
import { type Episode, episodeOf, forEach, workerOn } from './told-episode.ts';
import { tellVisit } from './visiting.ts';
import { isWorked, workedFrom, workingDaysAfter } from './working-calendar.ts';

export type Enquiry = { readonly threads: ThreadOf; readonly begunOn: Day; readonly conferenceOn: Day | null };

/** Section 47 enquiries: suspected, discussed, made, concluded. With a conference to come, the day on which it will be held. */
export function tellEnquiry(episode: Episode, suspectedOn: Day, conference: boolean): Enquiry {
  const { story } = episode;
  const { chance } = story;
  const threads = threadsFor(story, episode.group);
  const begunOn = chance.percent(70) ? workedFrom(suspectedOn) : workingDaysAfter(suspectedOn, chance.whole(1, 3));
  const conferenceOn = conference ? conferenceDay(episode, begunOn) : null;
  const concludedOn = workingDaysAfter(begunOn, chance.whole(5, 8));
  const worker = workerOn(episode, begunOn);
  const led = { worker: worker.book, socialWorker: !chance.percent(1.2) };
  story.wrote(worker.book, begunOn, ({ says }) =>
    forEach(
      episode,
      begunOn,
      (child, where) => {
        const data = episodeOf(episode, child);
        says(child, null, { ...where, on: suspectedOn }, significantHarmSuspected, data);
        says(child, 'enquiries begun', where, strategyDiscussionHeld, {
          ...data,
          enquiriesBegun: true,
          tookPart: ['Children’s services', 'Wherrymouth Police', 'Health'],
        });
        says(child, 'enquiry begun', { ...where, as: led.socialWorker ? 'social worker' : 'other' }, section47Begun, {
          ...data,
          ledBy: led,
        });
      },
      threads,
    ),
  );
  tellVisit(episode, workingDaysAfter(begunOn, chance.whole(1, 2)), chance.percent(4), 'at school');
  tellConclusion(episode, threads, concludedOn, conference);
  return { threads, begunOn, conferenceOn };
}

function tellConclusion(episode: Episode, threads: ThreadOf, on: Day, conference: boolean): void {
  if (on >= episode.plan.endsOn) return;
  const { story } = episode;
  const outcome = conference
    ? 'substantiated-at-risk'
    : story.chance.pick(['substantiated-not-at-risk', 'not-substantiated'] as const);
  story.wrote(workerOn(episode, on).book, on, ({ says }) =>
    forEach(
      episode,
      on,
      (child, where) => {
        says(child, 'enquiry concluded', where, section47Concluded, {
          ...episodeOf(episode, child),
          outcome,
          conferenceNeeded: conference,
        });
        if (!conference)
          child.noted.push({
            is: 'no conference needed',
            on,
            at: null,
            thread: where.thread,
            episode: where.episode ?? null,
            party: null,
            as: null,
            recordedOn: on,
          });
      },
      threads,
    ),
  );
}

/** Within fifteen working days for most. Around Easter rooms are booked three weeks ahead, as if nobody were away. */
function conferenceDay({ story: { chance } }: Episode, begunOn: Day): Day {
  const threeWeeks = begunOn + 21;
  const holidays = Array.from({ length: 21 }, (_, at) => begunOn + 1 + at).filter(
    (day) => (day + 3) % 7 < 5 && !isWorked(day),
  ).length;
  if (holidays > 0 && chance.percent(65)) return workingDaysAfter(workedFrom(threeWeeks), chance.whole(1, 4));
  return workingDaysAfter(begunOn, chance.percent(84) ? chance.whole(9, 15) : chance.whole(16, 27));
}

/** Does the law of the day ask for a core assessment beside the enquiry? */
export const asksForCore = (begunOn: Day): boolean => begunOn < SINGLE_ASSESSMENTS;
