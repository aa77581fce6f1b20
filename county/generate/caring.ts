import {
  careEnded,
  careEntered,
  carePlanAgreed,
  legalStatusChanged,
  reviewingOfficerAppointed,
} from '../../src/modules/looked-after/public.ts';
import { outlineCare } from './care-in-outline.ts';
import { tellCareReviews } from './care-reviews.ts';
import { type Care, inCare, wroteInCare } from './care-story.ts';
import type { Day } from './days.ts';
import { tellMissing } from './going-missing.ts';
import { tellHealth } from './health-in-care.ts';
import { tellHomes } from './homes-in-care.ts';
import { tellSchooling } from './schooling.ts';
import type { Episode } from './told-episode.ts';
import { workingDaysAfter } from './working-calendar.ts';

const OFFICERS = [
  'Hester Vaughan-Lloyd',
  'Gideon Achebe',
  'Marjorie Threlfall',
  'Sanjeev Kulkarni',
  'Delphine Arkwright',
];
const NEEDS = [
  'abuse-or-neglect',
  'abuse-or-neglect',
  'abuse-or-neglect',
  'family-dysfunction',
  'family-in-acute-stress',
  'absent-parenting',
  'child-disability',
] as const;
const ENDINGS = [
  'returned-home-planned',
  'returned-home-planned',
  'returned-home-unplanned',
  'guardianship-by-other-relative',
  'child-arrangements-order',
] as const;

/** Care from its first day to its last, for each child of the episode by themselves. */
export function tellCare(episode: Episode, from: Day, until: Day): void {
  for (const child of episode.group) {
    if (from > episode.county.today) continue;
    const { story } = episode;
    const alone: Episode = { ...episode, group: [child] };
    const outline = outlineCare(story.chance, child, from, until);
    const care: Care = { episode: alone, child, thread: story.nextId(), outline, officer: story.chance.pick(OFFICERS) };
    tellEntry(care);
    tellHomes(care);
    tellCareReviews(care);
    tellHealth(care);
    tellSchooling(care);
    tellMissing(care);
    tellEnd(care);
  }
}

function tellEntry(care: Care): void {
  const { child, outline, episode, officer } = care;
  const { chance } = episode.story;
  const [first, ...later] = outline.laws;
  const legalStatus = first?.law ?? 'accommodated';
  wroteInCare(care, outline.from, ({ says }) => {
    says(child, 'care entered', { ...inCare(care, outline.from), as: legalStatus }, careEntered, {
      because: chance.pick(NEEDS),
      legalStatus,
      shortBreaks: false,
    });
  });
  for (const { law, from } of later)
    if (from < outline.until)
      wroteInCare(care, from, ({ says }) =>
        says(child, 'legal status', { ...inCare(care, from), as: law }, legalStatusChanged, { legalStatus: law }),
      );
  const plannedOn = outline.from + (chance.percent(88) ? chance.whole(0, 12) : chance.whole(15, 45));
  wroteInCare(care, plannedOn, ({ says }) =>
    says(child, 'care plan agreed', inCare(care, plannedOn), carePlanAgreed, {
      permanencePlan: 'to be decided at the second review',
    }),
  );
  const namedOn = workingDaysAfter(outline.from, chance.percent(84) ? chance.whole(1, 5) : chance.whole(6, 25));
  wroteInCare(care, namedOn, ({ says }) =>
    says(child, 'officer appointed', inCare(care, namedOn), reviewingOfficerAppointed, { name: officer }),
  );
}

function tellEnd(care: Care): void {
  const { child, outline, episode } = care;
  const grown = outline.until >= child.eighteen;
  wroteInCare(care, outline.until, ({ says }) => {
    says(child, 'care ended', inCare(care, outline.until), careEnded, {
      because: grown ? 'stayed-with-carers-at-eighteen' : episode.story.chance.pick(ENDINGS),
      shortBreaks: false,
    });
  });
}
