import { childFound, childWentMissing, returnInterview } from '../../src/modules/looked-after/public.ts';
import { type Care, wroteInCare } from './care-story.ts';
import type { Day } from './days.ts';
import type { Where } from './family-story.ts';

/** Some of the older children go missing, a few of them again and again; after each time somebody independent is to talk to them. */
export function tellMissing(care: Care): void {
  const { outline, child, episode } = care;
  const { chance } = episode.story;
  if (!chance.percent(18)) return;
  const last = Math.min(outline.until - 6, episode.county.today - 6);
  let day = Math.max(outline.from + chance.whole(10, 200), child.bornOn + Math.round(12.5 * 365.25));
  for (let times = chance.percent(60) ? 1 : chance.whole(2, 9); times > 0 && day <= last; times -= 1) {
    tellOnce(care, day);
    day += chance.whole(8, 90);
  }
}

function tellOnce(care: Care, on: Day): void {
  const { child, episode } = care;
  const { chance } = episode.story;
  const thread = episode.story.nextId();
  const at = (day: Day, minute: number): Where => ({ on: day, minute, thread, episode: care.thread });
  const data = { episode: care.thread };
  wroteInCare(care, on, ({ says }) =>
    says(child, 'missing', at(on, chance.whole(480, 980)), childWentMissing, {
      ...data,
      kind: 'missing',
      reportedToPolice: true,
    }),
  );
  const foundOn = on + chance.whole(1, 3);
  wroteInCare(care, foundOn, ({ says }) => says(child, 'found', at(foundOn, chance.whole(420, 980)), childFound, data));
  if (chance.percent(10)) return;
  const inTime = chance.percent(68);
  const spokeOn = foundOn + (inTime ? chance.whole(1, 2) : chance.whole(4, 12));
  if (spokeOn > Math.min(episode.county.today, care.outline.until)) return;
  const refused = chance.percent(18);
  wroteInCare(care, spokeOn, ({ says }) => {
    says(
      child,
      refused ? 'interview offered' : 'interview held',
      at(spokeOn, chance.whole(560, 980)),
      returnInterview,
      { ...data, offered: true, held: !refused, refused },
    );
  });
}
