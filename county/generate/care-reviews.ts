import {
  careReviewDecisionsSent,
  careReviewHeld,
  careReviewRecordSent,
  reviewingOfficerSpokeToChild,
} from '../../src/modules/looked-after/public.ts';
import { type Care, inCare, wroteInCare } from './care-story.ts';
import { type Day, monthsAfter } from './days.ts';
import { workedFrom, workedUntil, workingDaysAfter } from './working-calendar.ts';

/** Reviews of care: the first within twenty working days, the second within three months of it, then every six months. */
export function tellCareReviews(care: Care): void {
  const { outline, episode } = care;
  const { chance } = episode.story;
  const soon = (due: Day, days: number): Day => workedUntil(due - chance.whole(0, days));
  const late = (due: Day): Day => workedFrom(due + chance.whole(1, 30));
  const firstDue = workingDaysAfter(outline.from, 20);
  let day = chance.percent(90) ? soon(firstDue, 7) : late(firstDue);
  for (let number = 1; day < outline.until && day <= episode.county.today; number += 1) {
    tellReview(care, day);
    const due = monthsAfter(day, number === 1 ? 3 : 6);
    day = chance.percent(number === 1 ? 87 : 90) ? soon(due, 16) : late(due);
  }
}

function tellReview(care: Care, on: Day): void {
  const { child, episode, officer } = care;
  const { chance } = episode.story;
  const age = (on - child.bornOn) / 365.25;
  if (!chance.percent(9)) {
    const spoke = workedUntil(on - chance.whole(0, 6));
    if (spoke > care.outline.from)
      wroteInCare(care, spoke, ({ says }) =>
        says(child, 'officer spoke to child', inCare(care, spoke), reviewingOfficerSpokeToChild, { alone: age > 4 }),
      );
  }
  wroteInCare(care, on, ({ says }) =>
    says(child, 'care review', inCare(care, on), careReviewHeld, {
      tookPart:
        age < 4
          ? 'under-four'
          : chance.pick([
              'spoke-for-self',
              'spoke-for-self',
              'absent-views-sent',
              'absent-no-views',
              'spoke-through-advocate',
            ] as const),
      chairedBy: officer,
      meeting: true,
    }),
  );
  const decided = workingDaysAfter(on, chance.percent(80) ? chance.whole(1, 5) : chance.whole(6, 14));
  const sent = workingDaysAfter(on, chance.percent(82) ? chance.whole(8, 20) : chance.whole(21, 33));
  if (decided < care.outline.until)
    wroteInCare(care, decided, ({ says }) =>
      says(child, 'care review decisions sent', inCare(care, decided), careReviewDecisionsSent, {}),
    );
  if (sent < care.outline.until && !chance.percent(2))
    wroteInCare(care, sent, ({ says }) =>
      says(child, 'care review record sent', inCare(care, sent), careReviewRecordSent, {}),
    );
}
