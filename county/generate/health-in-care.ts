import {
  dentalChecked,
  healthAssessed,
  immunisationsRecorded,
  strengthsAndDifficultiesRecorded,
} from '../../src/modules/looked-after/public.ts';
import { type Care, inCare, wroteInCare } from './care-story.ts';
import { type Day, monthsAfter } from './days.ts';
import { workedFrom, workedUntil, workingDaysAfter } from './working-calendar.ts';

/** Health assessments by a doctor and then by a nurse, teeth, immunisations and the questionnaire of the year. */
export function tellHealth(care: Care): void {
  const { outline, child } = care;
  const assessed = tellAssessments(care);
  if (assessed === null) return;
  const { chance } = care.episode.story;
  const last = Math.min(outline.until - 1, care.episode.county.today);
  for (let day = outline.from + chance.whole(60, 340); workedFrom(day) <= last; ) {
    const on = workedFrom(day);
    const age = (on - child.bornOn) / 365.25;
    wroteInCare(care, on, ({ says }) => {
      says(child, 'teeth checked', inCare(care, on), dentalChecked, {});
      says(child, null, inCare(care, on), immunisationsRecorded, { upToDate: !chance.percent(12) });
      if (age >= 4 && age < 17)
        says(child, null, inCare(care, on), strengthsAndDifficultiesRecorded, { score: chance.whole(2, 30) });
    });
    day = on + (chance.percent(86) ? chance.whole(290, 358) : chance.whole(367, 470));
  }
}

/** The first one waits for somebody's consent in a third of cases: weeks pass before a parent signs. */
function tellAssessments(care: Care): Day | null {
  const { outline, child, episode } = care;
  const { chance } = episode.story;
  const unsigned = chance.percent(30);
  let day = workingDaysAfter(outline.from, unsigned ? chance.whole(21, 58) : chance.whole(9, 20));
  if (day >= outline.until || day > episode.county.today) return null;
  const first = day;
  wroteInCare(care, first, ({ says }) =>
    says(
      child,
      'initial health assessed',
      { ...inCare(care, first), ...(unsigned ? { as: 'waited for consent' } : {}) },
      healthAssessed,
      {
        kind: 'initial',
        by: 'doctor',
        ...(unsigned ? { account: 'Waited until the mother had signed that she agrees.' } : {}),
      },
    ),
  );
  for (;;) {
    const due = monthsAfter(day, day - child.bornOn < 5 * 365 ? 6 : 12);
    day = chance.percent(85) ? workedUntil(due - chance.whole(0, 25)) : workedFrom(due + chance.whole(1, 60));
    if (day >= outline.until || day > episode.county.today) return first;
    const on = day;
    wroteInCare(care, on, ({ says }) =>
      says(child, 'review health assessed', inCare(care, on), healthAssessed, { kind: 'review', by: 'nurse' }),
    );
  }
}
