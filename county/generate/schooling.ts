import { educationPlanBegun, educationPlanReviewed } from '../../src/modules/looked-after/public.ts';
import { type Care, inCare, wroteInCare } from './care-story.ts';
import { workedFrom, workingDaysAfter } from './working-calendar.ts';

/** The education plan of a child of school age, and its review in most terms. */
export function tellSchooling(care: Care): void {
  const { outline, child, episode } = care;
  const { chance } = episode.story;
  if (outline.from - child.bornOn < 4 * 365) return;
  const begun = workingDaysAfter(outline.from, chance.percent(80) ? chance.whole(3, 10) : chance.whole(11, 30));
  if (begun >= outline.until) return;
  wroteInCare(care, begun, ({ says }) =>
    says(child, 'education plan begun', inCare(care, begun), educationPlanBegun, {}),
  );
  const last = Math.min(outline.until - 1, episode.county.today);
  for (
    let day = workedFrom(begun + chance.whole(100, 170));
    day <= last;
    day = workedFrom(day + chance.whole(110, 190))
  ) {
    const on = day;
    wroteInCare(care, on, ({ says }) =>
      says(child, 'education plan reviewed', inCare(care, on), educationPlanReviewed, {}),
    );
  }
}
