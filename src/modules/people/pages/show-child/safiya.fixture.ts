import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { addDays, type LocalDate, mustBeDate, toEpochDay } from '../../../../kernel/local-date.ts';
import { type EntrySource, happenedOn } from '../../../../record/entry.ts';
import type { ClockPiece, Explanation } from '../../../../sight/clock.ts';
import type { SightlinePicture } from '../../../../ui/sightline/sightline-picture.ts';
import type { Answered, Asked, ReadChild, ToldEntry } from '../../../child-page.ts';
import { asShown } from '../../../redacted-entry.fixture.ts';
import { safiyaFace } from '../../../safiya-face.fixture.ts';
import { familyOf, type Person } from '../../core/family.ts';
import { familyPicture } from './family-picture.ts';

export const day = mustBeDate;
const on = day('2026-03-31');
export const exampleId = (number: number): Id => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as Id;
export const child = exampleId(1);
const window = { from: day('2025-04-01'), until: on };
const here: EntrySource = { kind: 'here' };
const census = (row: string): EntrySource => ({
  kind: 'cin-census',
  file: '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8',
  row,
  window,
  naturalKey: row,
});

export const face = safiyaFace;

let seq = 0;
export function entry(
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
export const entries: readonly ToldEntry[] = [
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

export const asked: Asked = {
  on,
  knownAt: '2026-03-31T08:05:00.000Z' as Instant,
  how: 'now',
  spokenUntil: on,
  today: on,
};
/** Safiya as her page reads her, with something late, something due and something that nobody can tell. */
export const safiya: ReadChild = {
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
