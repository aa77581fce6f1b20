import { childVisited } from '../../src/modules/child-in-need/public.ts';
import { ownThread } from '../../src/record/own-thread.ts';
import type { Chance } from '../census/chance.ts';
import type { Day } from './days.ts';
import type { Child } from './invented-family.ts';
import { type Episode, episodeOf, workerOn } from './told-episode.ts';
import { workingDaysAfter } from './working-calendar.ts';
import { NOT_SEEN_BECAUSE, saidBy } from './worries.ts';

/** How often somebody means to go, in working days, and how often they manage. */
export type Rhythm = {
  readonly least: number;
  readonly most: number;
  readonly lateIn100: number;
  readonly lateMost: number;
};

export const NEED_VISITS: Rhythm = { least: 16, most: 20, lateIn100: 13, lateMost: 42 };
export const PROTECTION_VISITS: Rhythm = { least: 7, most: 10, lateIn100: 11, lateMost: 19 };

/** Visits from the day after `from` to the day before `until`. */
export function tellVisits(episode: Episode, from: Day, until: Day, rhythm: Rhythm, place = 'at home'): void {
  const { chance } = episode.story;
  const last = Math.min(until - 1, episode.county.today);
  for (let day = from; ; ) {
    const late = chance.percent(rhythm.lateIn100);
    day = workingDaysAfter(
      day,
      late ? chance.whole(rhythm.most + 1, rhythm.lateMost) : chance.whole(rhythm.least, rhythm.most),
    );
    if (day > last) return;
    const missed = chance.percent(5);
    tellVisit(episode, day, missed, place);
    // Nobody was in: some go again within days.
    if (!missed || !chance.percent(70)) continue;
    const again = workingDaysAfter(day, chance.whole(1, 4));
    if (again > last) return;
    day = again;
    tellVisit(episode, day, false, place);
  }
}

/** One visit to all children of the episode, each with their own answer. A child who has no visit that day already. */
export function tellVisit(episode: Episode, on: Day, missed: boolean, place: string): void {
  const { story } = episode;
  const worker = workerOn(episode, on);
  const { chance } = story;
  story.wrote(worker.book, on, ({ says }) => {
    for (const child of episode.group) {
      if (visitedOn(child, on)) continue;
      const seen = howSeen(chance, child, on, missed);
      const where = { on, thread: ownThread(child.book, 'visits'), party: worker.book, ...episodeOf(episode, child) };
      const noted = seen === 'unborn' ? null : seen === 'not-seen' ? 'not seen' : 'seen';
      says(child, noted, where, childVisited, {
        ...episodeOf(episode, child),
        seen,
        place,
        visitedBy: worker.name,
        worker: worker.book,
        ...(seen === 'not-seen' ? { notSeenBecause: chance.pick(NOT_SEEN_BECAUSE) } : {}),
        ...(seen === 'alone' && chance.percent(45) ? { words: saidBy(chance) } : {}),
      });
    }
  });
}

const visitedOn = (child: Child, on: Day): boolean =>
  child.noted.some((each) => each.on === on && (each.is === 'seen' || each.is === 'not seen'));

function howSeen(
  chance: Chance,
  child: Child,
  on: Day,
  missed: boolean,
): 'alone' | 'with-others' | 'not-seen' | 'unborn' {
  if (child.bornOn > on) return 'unborn';
  if (missed || chance.percent(2)) return 'not-seen';
  const age = (on - child.bornOn) / 365.25;
  return chance.percent(age < 3 ? 8 : 62) ? 'alone' : 'with-others';
}
