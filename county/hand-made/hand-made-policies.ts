import type { Id } from '../../src/kernel/id.ts';
import { mustBeDate } from '../../src/kernel/local-date.ts';
import { policySet } from '../../src/modules/oversight/public.ts';
import { handMadePeople } from './hand-made-people.ts';
import { Story, type Told } from './story.ts';

/** What Wherrymouth has set for itself. None of it is law, and every page says so. */
const SETTINGS = [
  ['cpVisitInterval', 10, '2013-04-15', 'A child with a protection plan is seen at least every ten working days.'],
  ['cinVisitInterval', 20, '2013-04-15', 'A child with a plan is seen at least every twenty working days.'],
  ['coreGroupInterval', 6, '2013-04-15', 'Core groups meet at least every six weeks.'],
  ['cinReviewIntervals', 12, '2019-09-02', 'Plans for children in need are reviewed every twelve weeks.'],
  [
    'leaveDaysBeforeUnallocated',
    10,
    '2025-01-06',
    'After ten days of a worker’s leave we say that nobody holds the child.',
  ],
] as const;

/** The settings as entries of the council's own book. */
export function toldOfPolicies(councilBook: Id): Told[] {
  const story = new Story('Wherrymouth County Council', 'council', councilBook);
  const director = handMadePeople[2]?.id ?? councilBook;
  for (const [parameter, value, from, because] of SETTINGS)
    story.wrote(
      director,
      `${from} 08:30`,
      policySet.write(story.on(from, parameter), {
        parameter,
        value,
        from: mustBeDate(from),
        because,
        decidedBy: 'The director of children’s services',
      }),
    );
  return story.told;
}
