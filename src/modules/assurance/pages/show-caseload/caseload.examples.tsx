import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { type LocalDate, mustBeDate } from '../../../../kernel/local-date.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import { NOTHING_TYPED } from '../../../asked.ts';
import { caseloadOf, type WorkKind, weightOf } from '../../../workforce/public.ts';
import type { Urgency } from '../../core/caseload.ts';
import type { CaseloadPage, CaseloadRow, OwedLine } from './caseload.model.ts';
import { CaseloadView } from './caseload.view.tsx';
import { NoCaseloadView } from './no-caseload.view.tsx';

const on = mustBeDate('2026-11-20');
const day = (text: string): LocalDate => mustBeDate(text);
const house = {
  ...EXAMPLE_HOUSE,
  nav: [
    { text: 'My children', href: '/my-children' },
    { text: 'Children', href: '/children' },
    { text: 'Duties', href: '/duties' },
  ],
};
const managers = {
  ...house,
  person: { name: 'Beatrix Ashworth', role: 'team manager' },
  nav: [{ text: 'Teams', href: '/teams' }, ...house.nav.slice(1)],
};

const late = (title: string, status: string): OwedLine => ({ verdict: 'overdue', status, late: true, title, due: '' });
const ahead = (title: string, status: string, due: string): OwedLine => ({
  ...{ verdict: 'due-soon', status, late: false, title, due },
});

const row = (heading: string, work: WorkKind, urgency: Urgency, more: Partial<CaseloadRow> = {}): CaseloadRow => ({
  href: '/children/00000000-0000-4000-8000-000000000001',
  heading,
  urgency,
  weight: weightOf([work]),
  owed: [],
  moreOwed: 0,
  next: null,
  untold: [],
  moreUntold: 0,
  because: null,
  ...more,
});

const ROWS: readonly CaseloadRow[] = [
  row('Safiya Nowak-Rahman, 8', 'looked-after', 'late', {
    owed: [
      late('Review health assessment', '98 days late'),
      ahead('Visits to a child in care', '4 days', 'Tue 24 Nov'),
      ahead('Review of the care plan', '12 days', 'Wed 2 Dec'),
    ],
    untold: ['Personal education plan'],
  }),
  row('Kacper Wiśniewski, 11', 'looked-after', 'late', {
    owed: [ahead('Return interview after missing', 'Today', '')],
  }),
  row('Tyrone Lee, 5', 'protection-plan', 'week', {
    owed: [ahead('Visits under a protection plan', '3 days', 'Mon 23 Nov')],
  }),
  row('Jayden Lee, 7', 'protection-plan', 'week', {
    owed: [ahead('Visits under a protection plan', '3 days', 'Mon 23 Nov')],
  }),
  row('Nguyễn Minh Anh, 15', 'leaving-care', 'week', { owed: [ahead('Pathway plan', '6 days', 'Thu 26 Nov')] }),
  row('Baby Doran, unborn', 'enquiry', 'fortnight', {
    owed: [ahead('Initial child protection conference', '10 days', 'Mon 30 Nov')],
  }),
  row('Esmé Tull, 13', 'looked-after', 'cannot-tell', {
    untold: ['Personal education plan', 'Review health assessment'],
    moreUntold: 2,
  }),
  row('Rosalind Achebe-Price, 14', 'child-in-need-plan', 'nothing-due', {
    next: ahead('Visits under a child in need plan', '27 days', 'Thu 17 Dec'),
  }),
  row('Suleiman, 17', 'open-only', 'nothing-due'),
];

const ORDER: readonly Urgency[] = ['late', 'week', 'fortnight', 'cannot-tell', 'nothing-due'];
const groupsOfRows = (rows: readonly CaseloadRow[]): CaseloadPage['groups'] =>
  ORDER.map((urgency) => ({ urgency, rows: rows.filter((each) => each.urgency === urgency) })).filter(
    (group) => group.rows.length > 0,
  );

const page: CaseloadPage = {
  asked: { on, knownAt: '2026-11-20T09:05:00.000Z' as Instant, how: 'now', spokenUntil: on, today: on },
  typed: NOTHING_TYPED,
  fault: null,
  worker: {
    worker: '00000000-0000-4000-8000-000000000005' as Id,
    name: 'Temitope Adeyemi',
    grade: 'social-worker',
    agency: false,
    team: '00000000-0000-4000-8000-000000000009' as Id,
    teamName: 'Northfield',
  },
  own: true,
  unseenNotices: 0,
  wordsRaised: [],
  here: '/my-children',
  post: {
    inPost: true,
    since: day('2022-01-10'),
    left: null,
    leave: null,
    nextLeave: { from: day('2026-12-21'), until: day('2027-01-04') },
    registration: { from: day('2025-12-01'), until: day('2026-11-30') },
    registered: true,
  },
  counts: { children: 9, carers: 0, notHeld: 0, late: 1, dueToday: 1, notSeen: 0, seenUntold: 0, untold: 4 },
  groups: groupsOfRows(ROWS),
  closed: 0,
  week: { lastWorked: day('2026-11-27'), until: day('2026-11-29') },
  fortnight: { lastWorked: day('2026-12-04'), until: day('2026-12-06') },
  caseload: caseloadOf(ROWS.map(({ weight }) => weight)),
  protectedAt: null,
  statuteVersion: '5e884898da28047151d0e56f8dc62927',
};

const example = (name: string, more: Partial<CaseloadPage>): Example => ({
  page: more.own === false ? 'Worker' : 'My children',
  name,
  view: () => <CaseloadView house={more.own === false ? managers : house} list={{ ...page, ...more }} />,
});

const everythingLate = ROWS.map((each) => ({
  ...each,
  urgency: 'late' as const,
  owed: [
    late('Visits to a child in care', '31 days late'),
    late('Review of the care plan', '1,012 days late'),
    late('Child and family assessment', '7 working days late'),
    ahead('Review health assessment', '4 days', 'Tue 24 Nov'),
  ],
  moreOwed: 3,
}));
const longest = 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe';

export const examples: readonly Example[] = [
  example('what is due first, and records were opened with a reason', { unseenNotices: 2 }),
  example('words that give a protected place were withheld', {
    wordsRaised: ['00000000-0000-4000-8000-000000000011' as Id, '00000000-0000-4000-8000-000000000012' as Id],
  }),
  example('first visit, nobody in this name', {
    counts: { children: 0, carers: 0, notHeld: 0, late: 0, dueToday: 0, notSeen: 0, seenUntold: 0, untold: 0 },
    groups: [],
    caseload: caseloadOf([]),
  }),
  example('everything late, and over a protected caseload', {
    groups: groupsOfRows(everythingLate),
    counts: { ...page.counts, late: 27, dueToday: 0, notSeen: 9 },
    worker: { ...page.worker, grade: 'newly-qualified-social-worker' },
    protectedAt: 45,
  }),
  example('nobody can tell', {
    groups: groupsOfRows(ROWS.map((each) => ({ ...each, urgency: 'cannot-tell', owed: [], untold: ['Visits'] }))),
    counts: { ...page.counts, late: 0, dueToday: 0, seenUntold: 9, untold: 9 },
    post: { ...page.post, inPost: null, since: null, nextLeave: null, registration: null, registered: false },
    week: null,
    fortnight: null,
  }),
  {
    page: 'My children',
    name: 'somebody who is no worker',
    view: () => (
      <NoCaseloadView
        house={house}
        person={{ name: 'Marguerite Osei-Pemberton', email: 'marguerite@wherrymouth.example' }}
      />
    ),
  },
  example('away, and nobody holds the children', {
    own: false,
    here: '/workers/1',
    groups: groupsOfRows(ROWS.map((each) => ({ ...each, because: 'on-leave' }))),
    counts: { ...page.counts, notHeld: 9, notSeen: 2 },
    post: { ...page.post, leave: { from: day('2026-10-05'), until: null }, nextLeave: null },
  }),
  example('left, children and carers still in the name', {
    own: false,
    here: '/workers/1',
    counts: { ...page.counts, carers: 3, notHeld: 4 },
    groups: groupsOfRows(ROWS.map((each, at) => (at < 4 ? { ...each, because: 'left' } : each))),
    post: { ...page.post, inPost: false, left: day('2026-11-13'), nextLeave: null },
  }),
  example('longest names, as it was known then', {
    own: false,
    here: '/workers/1',
    asked: { ...page.asked, how: 'then', today: day('2026-12-01') },
    worker: { ...page.worker, name: longest, grade: null, agency: true, teamName: `${longest} Team` },
    groups: groupsOfRows(ROWS.map((each) => ({ ...each, heading: `${longest}, 8` }))),
  }),
  example('a day that is not one', {
    typed: { day: '31', month: '2', year: '2026' },
    fault: 'The day must be a real date: February 2026 has 28 days',
  }),
];
