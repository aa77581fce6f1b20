import type { Instant } from '../../../../kernel/instant.ts';
import { withheld } from '../../../../record/said.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import { NOTHING_TYPED, type TypedDay } from '../../../asked.ts';
import type { ReadChild } from '../../../child-page.ts';
import { coreSections } from './core-sections.tsx';
import { asked, child, day, entries, entry, exampleId, face, safiya } from './safiya.fixture.ts';
import { ShowChildView } from './show-child.view.tsx';

const example = (
  name: string,
  more: Partial<ReadChild>,
  typed: TypedDay = NOTHING_TYPED,
  fault: string | null = null,
): Example => ({
  page: 'Child’s page',
  name,
  view: () => (
    <ShowChildView
      house={EXAMPLE_HOUSE}
      child={{ ...safiya, ...more }}
      sections={coreSections}
      links={{
        writing: [
          { text: 'Record a visit', href: `/children/${child}/visits/new` },
          { text: 'Allocate a worker', href: `/children/${child}/allocation` },
        ],
        access: [
          { text: 'Who may open this record', href: `/children/${child}/people-who-may-see` },
          { text: 'Access log', href: `/children/${child}/access-log` },
          { text: 'I know this child', href: `/children/${child}/interest` },
        ],
      }}
      may={() => true}
      typed={typed}
      fault={fault}
    />
  ),
});

const nameless: Partial<ReadChild> = {
  face: { ...face, name: null },
  entries: entries.slice(0, 3),
  held: { is: 'cannot-tell' },
  asked: { ...asked, today: day('2026-10-01') },
};

export const examples: readonly Example[] = [
  example('late, due and not known', {}),
  example('no name held, months after the census', nameless),
  example('first entry only', {
    entries: entries.slice(0, 1),
    answers: [],
    picture: null,
    held: { is: 'nobody', because: 'Nobody has been named yet.', days: 3 },
  }),
  example('words and a paragraph withheld', {
    entries: [
      entry(day('2026-02-20'), 'Enquiry. Completed.', { isPartly: true, data: { account: withheld } }),
      entry(day('2026-03-12'), 'Visit. Seen alone.', { words: withheld, isPartly: true, data: { place: 'At school' } }),
    ],
  }),
  example('a protected address, seen and withheld', {
    places: [
      {
        ...{ book: child, name: null, isChild: true },
        places: [
          {
            ...{
              kind: 'address',
              book: child,
              entry: exampleId(900),
              from: day('2026-03-02'),
              isProtected: true,
              unsafe: false,
            },
            ...{ value: { is: 'shown', text: '14 Saltpan Lane, Wherrymouth', guarded: true }, whose: null },
            postcode: { is: 'shown', text: 'ZZ9 9ZY', guarded: true },
          },
          {
            ...{ kind: 'address', book: child, entry: exampleId(901), from: null, isProtected: false, unsafe: true },
            ...{
              value: { is: 'shown', text: '4 Quayside', guarded: false },
              postcode: { is: 'not-known' },
              whose: null,
            },
          },
        ],
      },
      {
        ...{ book: exampleId(910), name: 'Karolina Nowak', isChild: false },
        places: [
          {
            ...{
              kind: 'phone',
              book: exampleId(910),
              entry: exampleId(902),
              from: null,
              isProtected: true,
              unsafe: false,
            },
            ...{ value: { is: 'withheld' }, postcode: null, whose: 'Her sister’s' },
          },
        ],
      },
    ],
  }),
  example('longest names', {
    face: {
      ...face,
      name: 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe',
      councilChildIds: ['WM104417AAAA0000BBBB', 'WM999999'],
    },
  }),
  example('identity in doubt, rows set aside', {
    face: { ...face, name: null, inDoubtWith: [exampleId(9)] },
    setAside: [{ table: 'Assessments', line: 412, reason: 'the authorisation date 31/02/2026 is not a day' }],
  }),
  example('files disagree', {
    neverToldBy: new Map([['cin-census', ['A social worker for every open child', 'Visit to a child in need']]]),
    filesDiffer: [
      {
        event: 'Assessment begun on 4 November 2025, completed',
        says: ['The day: 30 Jan 2026 (Annex A of 31 Mar 2026), 15 Dec 2025 (census to 31 Mar 2026)'],
        settledAt: '/reconciliation/events/00000000-0000-4000-8000-000000000001',
      },
    ],
  }),
  example(
    'as it was known on a day gone by',
    { asked: { ...asked, on: day('2026-03-20'), how: 'then' } },
    { day: '20', month: '3', year: '2026' },
  ),
  example(
    'before the first load',
    { asked: { ...asked, on: day('2024-12-05'), knownAt: '2024-12-05T23:59:59.999Z' as Instant, how: 'then' } },
    { day: '5', month: '12', year: '2024' },
  ),
  example(
    'with hindsight',
    { asked: { ...asked, on: day('2025-11-03'), how: 'hindsight' } },
    { day: '3', month: '11', year: '2025' },
  ),
  example(
    'a day that is not one',
    {},
    { day: '31', month: '2', year: '2026' },
    'The day must be a real day: February 2026 has 28 days',
  ),
];
