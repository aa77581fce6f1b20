import type { Id } from '../../../../../kernel/id.ts';
import type { Instant } from '../../../../../kernel/instant.ts';
import type { Example } from '../../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../../ui/example-house.ts';
import type { ToldOpening } from '../../../store/openings/openings.ts';
import { type OpeningsPage, ShowOpeningsView } from './show-openings.view.tsx';

const exampleId = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;
const at = (time: string) => `2026-03-31T${time}:00.000Z` as Instant;
const me = exampleId(9);

const opening = (number: number, more: Partial<ToldOpening>): ToldOpening => ({
  id: exampleId(number),
  person: exampleId(8),
  personName: 'Sunniva Brandt',
  child: exampleId(1),
  reason: 'The hospital asks tonight who holds her',
  openedAt: at('08:05'),
  until: at('12:05'),
  endedAt: null,
  endedByName: null,
  reviewedAt: null,
  answersForChild: true,
  unseen: false,
  ...more,
});
const long = 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe';
const names = new Map([
  [exampleId(1), { heading: 'Safiya Nowak-Rahman, 8', councilIds: 'WM104417' }],
  [exampleId(2), { heading: `${long}, 11 months`, councilIds: 'WM104420' }],
]);

const example = (name: string, more: Partial<OpeningsPage>): Example => ({
  page: 'Openings with a reason',
  name,
  view: () =>
    ShowOpeningsView({
      house: EXAMPLE_HOUSE,
      csrf: 'token',
      person: me,
      now: at('09:00'),
      own: [],
      told: [],
      notices: [],
      names,
      ...more,
    }),
});

export const examples: readonly Example[] = [
  example('nothing is open', {}),
  example('one of my own, running', { own: [opening(11, { person: me })] }),
  example('others opened records of my children', {
    told: [
      opening(12, { unseen: true }),
      opening(13, { child: exampleId(2), personName: long, endedAt: at('08:30'), endedByName: 'Temitope Adeyemi' }),
      opening(14, { child: exampleId(3), until: at('08:59'), answersForChild: false, reason: 'a'.repeat(180) }),
    ],
  }),
  example('mine was ended, and another was found wrong', {
    notices: [
      { ...opening(15, {}), kind: 'opening-ended', at: at('08:40'), endedByName: long, finding: null, remark: null },
      {
        ...opening(16, { child: exampleId(2) }),
        kind: 'opening-reviewed',
        at: at('08:50'),
        finding: 'wrong',
        remark: 'You know the family. Declare it, and hand the call on.',
      },
    ],
  }),
];
