import {
  privateFosteringEnded,
  privateFosteringInspected,
  privateFosteringKnown,
  privateFosteringNotified,
} from '../../src/modules/private-fostering/public.ts';
import type { Day } from './days.ts';
import type { Where } from './family-story.ts';
import { type Episode, workerOn } from './told-episode.ts';
import { tellVisit } from './visiting.ts';
import { workedFrom, workingDaysAfter } from './working-calendar.ts';

/** A child who lives with somebody else's family by a private arrangement, from when the council knows of it until it ends. */
export function tellPrivateFostering(episode: Episode, knownOn: Day, until: Day): void {
  const { story, county, group } = episode;
  const { chance } = story;
  const [child] = group;
  if (!child) return;
  const thread = story.nextId();
  const at = (on: Day): Where => ({ on, thread, episode: thread });
  const by = (on: Day) => workerOn(episode, on).book;
  story.wrote(by(knownOn), knownOn, ({ says }) => {
    says(child, 'private fostering notified', at(knownOn), privateFosteringNotified, { by: 'The school' });
    says(child, 'private fostering known', at(knownOn), privateFosteringKnown, {});
  });
  const seenOn = workingDaysAfter(knownOn, chance.percent(78) ? chance.whole(2, 7) : chance.whole(8, 16));
  if (seenOn < until)
    story.wrote(by(seenOn), seenOn, ({ says }) =>
      says(child, 'private fostering inspected', at(seenOn), privateFosteringInspected, { childSeenAlone: true }),
    );
  for (let day = seenOn; ; ) {
    const most = day > knownOn + 360 ? 80 : 40;
    day = workedFrom(day + (chance.percent(86) ? chance.whole(most - 14, most) : chance.whole(most + 3, most + 30)));
    if (day >= until || day > county.today) break;
    tellVisit(episode, day, chance.percent(4), 'where the child lives');
  }
  story.wrote(by(until), until, ({ says }) =>
    says(child, 'private fostering ended', at(until), privateFosteringEnded, {}),
  );
}
