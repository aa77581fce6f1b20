import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { addDays, type LocalDate, mustBeDate, toEpochDay } from '../../../../kernel/local-date.ts';
import { type EntrySource, happenedOn } from '../../../../record/entry.ts';
import { withheld } from '../../../../record/said.ts';
import type { ClockPiece, Explanation } from '../../../../sight/clock.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import type { SightlinePicture } from '../../../../ui/sightline/sightline-picture.ts';
import { NOTHING_TYPED, type TypedDay } from '../../../asked.ts';
import type { ChildFace } from '../../../child-face.ts';
import type { Answered, Asked, ReadChild, ToldEntry } from '../../../child-page.ts';
import { asShown } from '../../../redacted-entry.fixture.ts';
import { familyOf, type Person } from '../../core/family.ts';
import { coreSections } from './core-sections.tsx';
import { familyPicture } from './family-picture.ts';
import { ShowChildView } from './show-child.view.tsx';

const day = mustBeDate;
const on = day('2026-03-31');
const exampleId = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;
const child = exampleId(1);
const window = { from: day('2025-04-01'), until: on };
const here: EntrySource = { kind: 'here' };
const census = (row: string): EntrySource => ({
  kind: 'cin-census',
  file: '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8',
  row,
  window,
  naturalKey: row,
});

const face: ChildFace = {
  child,
  councilChildIds: ['WM104417'],
  name: 'Safiya Nowak-Rahman',
  bornOn: day('2018-02-14'),
  expectedOn: null,
  diedOn: null,
  sex: 'female',
  inDoubtWith: [],
};

let seq = 0;
function entry(
  happened: LocalDate,
  tells: string,
  more: Partial<ToldEntry['entry']> & Partial<Pick<ToldEntry, 'words' | 'isPartly'>> & { by?: string } = {},
): ToldEntry {
  seq += 1;
  const { words = null, by = 'Temitope Adeyemi', isPartly = false, ...envelope } = more;
  return {
    tells,
    writtenBy: by,
    words,
    isPartly,
    entry: asShown({
      id: exampleId(100 + seq),
      book: child,
      about: exampleId(2),
      seq,
      act: exampleId(200 + seq),
      type: 'example',
      version: 1,
      happened: happenedOn(happened),
      recordedAt: `${addDays(happened, 1)}T09:20:00.000Z` as Instant,
      recordedBy: 'example',
      onBehalfOf: null,
      source: here,
      data: {},
      corrects: null,
      reason: null,
      correctedBy: null,
      ...envelope,
    }),
  };
}

const imported = { by: 'Census of 31 March 2026', recordedAt: '2026-05-12T10:00:00.000Z' as Instant };
const entries: readonly ToldEntry[] = [
  entry(day('2025-11-03'), 'Referral. Received.', { source: census('CINdetails:12'), ...imported }),
  entry(day('2025-11-04'), 'Assessment. Begun.', { source: census('Assessments:9'), ...imported }),
  entry(day('2026-02-10'), 'Section 47 enquiries. Begun.', { source: census('Section47:3'), ...imported }),
  entry(day('2026-03-02'), 'Visit. The child was not seen.', { id: exampleId(90), correctedBy: exampleId(91) }),
  entry(day('2026-03-02'), 'Visit. Seen with others.', {
    id: exampleId(91),
    corrects: exampleId(90),
    reason: 'Seen in the garden at the end; I wrote it up too early.',
  }),
  entry(day('2026-03-12'), 'Visit. Seen alone. The child’s own words were written down.', {
    words: 'I want to see Zayn’s new school and be there on his birthday, not the Saturday after.',
    recordedAt: '2026-03-24T17:40:00.000Z' as Instant,
  }),
];

function answer(duty: string, title: string, more: Partial<Explanation>, piece: Partial<ClockPiece> = {}): Answered {
  const explanation: Explanation = {
    duty,
    title,
    verdict: 'met',
    relaxed: false,
    local: false,
    thread: exampleId(2),
    startedBy: exampleId(101),
    startedOn: day('2025-11-03'),
    startedBetween: { earliest: day('2025-11-03'), latest: day('2025-11-03') },
    limit: { value: 45, unit: 'working-days+' },
    countedFrom: null,
    broughtForwardBy: null,
    skipped: [],
    dueOn: null,
    metBy: null,
    metOn: null,
    endedOn: null,
    late: 0,
    missing: [],
    because: null,
    citation: 'Working Together to Safeguard Children (2023), chapter 3',
    force: 'statutory guidance',
    confidence: 'V',
    wordsForMiss: null,
    ...more,
  };
  const due = explanation.dueOn === null ? null : toEpochDay(explanation.dueOn);
  return {
    explanation,
    check: null,
    piece: { ...PIECE, duty, verdict: explanation.verdict, dueFrom: due, dueUntil: due, ...piece },
  };
}

const PIECE: ClockPiece = {
  duty: 'example',
  child,
  thread: exampleId(2),
  startedBy: exampleId(101),
  startedFrom: toEpochDay(day('2025-11-03')),
  startedUntil: toEpochDay(day('2025-11-03')),
  dueFrom: null,
  dueUntil: null,
  metBy: null,
  metFrom: null,
  metUntil: null,
  endedBy: null,
  endedOn: null,
  verdict: 'met',
  relaxed: false,
  local: false,
  firstDay: toEpochDay(day('2025-11-03')),
  lastDay: null,
  because: null,
};

const answers: readonly Answered[] = [
  answer('single-assessment-45wd', 'Child and family assessment', {
    verdict: 'overdue',
    dueOn: day('2026-01-09'),
    late: 57,
    wordsForMiss: 'guidance not followed',
  }),
  answer('cp-review-first-legal', 'First review conference', {
    verdict: 'due-soon',
    limit: { value: 3, unit: 'months+' },
    dueOn: day('2026-04-04'),
    force: 'regulations',
  }),
  answer('child-seen-in-assessment', 'The child is seen', {
    verdict: 'cannot-tell',
    because: 'source-never-says',
    limit: null,
  }),
  answer(
    'icpc-15wd',
    'Initial child protection conference',
    {
      verdict: 'cannot-tell',
      because: 'start-day-not-known',
      startedOn: null,
      startedBetween: { earliest: day('2026-02-09'), latest: day('2026-02-13') },
      limit: { value: 15, unit: 'working-days+' },
    },
    { dueFrom: toEpochDay(day('2026-03-02')), dueUntil: toEpochDay(day('2026-03-06')) },
  ),
  answer('referral-decision', 'Decision on a referral', {
    verdict: 'met-late',
    limit: { value: 1, unit: 'working-days+' },
    dueOn: day('2025-11-04'),
    metOn: day('2025-11-06'),
    late: 2,
    wordsForMiss: 'guidance not followed',
  }),
  answer('initial-conference-target', 'Conference target set', {
    verdict: 'met',
    dueOn: day('2026-02-20'),
    metOn: day('2026-02-11'),
  }),
];

const picture: SightlinePicture = {
  name: 'Safiya Nowak-Rahman',
  today: on,
  worst: [
    { from: day('2025-11-03'), until: day('2026-01-12'), is: 'cannot-tell' },
    { from: day('2026-01-12'), until: on, is: 'not-assessed' },
  ],
  lanes: [
    {
      lane: 'concern',
      now: { words: 'Open 149 days' },
      parts: [
        { is: 'open', from: day('2025-11-03'), until: null, what: 'Open' },
        { is: 'first', on: day('2025-11-03'), label: 'Referral', what: 'Referral' },
      ],
    },
    {
      lane: 'held',
      now: { words: 'Cannot tell', detail: 'the census names nobody', is: 'unknown' },
      parts: [{ is: 'unknown', from: day('2025-11-03'), until: null, what: 'Cannot tell', note: 'not in the census' }],
    },
    {
      lane: 'seen',
      now: { words: '19 days ago, alone' },
      parts: [
        { is: 'visit', on: day('2026-03-02'), seen: 'with-others', what: 'Seen with others' },
        { is: 'visit', on: day('2026-03-12'), seen: 'alone', what: 'Seen alone' },
      ],
    },
    {
      lane: 'assessed',
      now: { words: 'Late', detail: 'due 9 Jan', is: 'missed' },
      parts: [{ is: 'cover', from: day('2025-11-04'), until: null, what: 'Assessment', lateFrom: day('2026-01-10') }],
    },
  ],
};

const person = (number: number, name: string, bornOn: string, more: Partial<Person>): Person => ({
  id: exampleId(number),
  name,
  bornOn: day(bornOn),
  diedOn: null,
  sex: null,
  isChild: false,
  ...more,
});

const family = familyOf(
  exampleId(1),
  {
    people: [
      person(1, 'Safiya Nowak-Rahman', '2018-02-14', { sex: 'female', isChild: true }),
      person(31, 'Zayn Nowak-Rahman', '2022-01-30', { sex: 'male', isChild: true }),
      person(32, 'Dorota Nowak', '1991-06-02', { sex: 'female' }),
      person(33, 'Anwar Rahman', '1989-11-11', { sex: 'male' }),
    ],
    relations: [1, 31].flatMap((of) =>
      ([32, 33] as const).map((to) => ({
        of: exampleId(of),
        to: exampleId(to),
        as: to === 32 ? ('mother' as const) : ('father' as const),
        parentalResponsibility: to === 32 ? true : null,
        from: null,
        until: null,
      })),
    ),
    stays: [1, 31, 32].map((number) => ({
      person: exampleId(number),
      household: exampleId(40),
      joined: null,
      gone: false,
      left: null,
    })),
  },
  on,
);

const asked: Asked = { on, knownAt: '2026-03-31T08:05:00.000Z' as Instant, how: 'now', spokenUntil: on, today: on };
const safiya: ReadChild = {
  face,
  asked,
  firstKnownAt: '2025-11-04T09:20:00.000Z' as Instant,
  entries,
  facts: [],
  answers,
  coverage: { open: 'yes', allocated: 'yes', assessed: 'no', seen: 'yes', planned: 'not-owed' },
  held: { is: 'worker', name: 'Temitope Adeyemi', days: 37 },
  picture,
  family: familyPicture(family, 'Safiya Nowak-Rahman', on),
  setAside: [],
  places: [],
  filesDiffer: [],
  openedNow: [],
  neverToldBy: new Map(),
  windows: [window],
};

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
