import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { type LocalDate, mustBeDate } from '../../../../kernel/local-date.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import { NOTHING_TYPED } from '../../../asked.ts';
import type { PostOnADay } from '../../core/post-on-a-day.ts';
import type { TeamDue, TeamPage, TeamUnallocated, TeamWorker } from './team.model.ts';
import { TeamView } from './team.view.tsx';

const on = mustBeDate('2026-11-20');
const day = (text: string): LocalDate => mustBeDate(text);
const house = {
  ...EXAMPLE_HOUSE,
  person: { name: 'Dafydd Penhale', role: 'team manager' },
  nav: [
    { text: 'My children', href: '/my-children' },
    { text: 'Teams', href: '/teams' },
    { text: 'Children', href: '/children' },
  ],
};

const post: PostOnADay = {
  inPost: true,
  since: day('2022-01-10'),
  left: null,
  leave: null,
  nextLeave: null,
  registration: { from: day('2025-12-01'), until: day('2026-11-30') },
  registered: true,
};
const worker = (name: string, more: Partial<TeamWorker>): TeamWorker => ({
  href: '/workers/00000000-0000-4000-8000-000000000001',
  name,
  grade: 'social-worker',
  agency: false,
  children: 15,
  carers: 0,
  points: 92,
  protectedAt: null,
  notHeld: 0,
  pointsNotHeld: 0,
  late: 3,
  post,
  ...more,
});

const WORKERS: readonly TeamWorker[] = [
  worker('Temitope Adeyemi', { children: 19, points: 118, late: 11 }),
  worker('Rhiannon Castellanos-Whitworth', { agency: true, children: 17, points: 104, late: 6 }),
  worker('Owen Parry', {
    grade: 'newly-qualified-social-worker',
    children: 14,
    points: 93,
    protectedAt: 81,
    late: 4,
    post: { ...post, since: day('2026-02-02') },
  }),
  worker('Agnieszka Duda', {
    grade: 'advanced-practitioner',
    children: 13,
    points: 88,
    notHeld: 13,
    pointsNotHeld: 88,
    late: 12,
    post: { ...post, leave: { from: day('2026-09-02'), until: null } },
  }),
  worker('Jonah Moore', {
    children: 12,
    points: 74,
    notHeld: 4,
    pointsNotHeld: 30,
    late: 0,
    post: { ...post, registered: false, registration: { from: day('2024-12-01'), until: day('2025-11-30') } },
  }),
  worker('Priti Vaghela', {
    grade: 'newly-qualified-social-worker',
    children: 9,
    points: 58,
    protectedAt: 81,
    late: 0,
    post: { ...post, nextLeave: { from: day('2026-12-21'), until: day('2027-01-04') } },
  }),
  worker('Hari Ravindran', {
    children: 3,
    points: 16,
    notHeld: 3,
    pointsNotHeld: 16,
    post: { ...post, inPost: false, left: day('2026-11-06') },
  }),
  worker('Wilhelmina Oluwaseun Fitzgerald-Bartholomew', {
    grade: null,
    agency: null,
    children: 1,
    points: 5,
    late: 0,
    post: { ...post, inPost: null, since: null, registration: null, registered: false },
  }),
];

const nobody = (heading: string, days: number, since: string, more: Partial<TeamUnallocated>): TeamUnallocated => ({
  href: '/children/00000000-0000-4000-8000-000000000002',
  heading,
  days,
  since: day(since),
  reason: 'Post vacant',
  detail: 'the last worker’s time ended and nobody has been named',
  worker: null,
  ...more,
});
const UNALLOCATED: readonly TeamUnallocated[] = [
  nobody('Leila Farahani-Cole, 6', 118, '2026-07-25', {}),
  nobody('Suleiman, 17', 79, '2026-09-02', {
    reason: 'Worker away, no cover',
    detail: 'for longer than the council’s policy allows',
    worker: 'Agnieszka Duda',
  }),
  nobody('WM104417, unborn child', 14, '2026-11-06', {
    reason: 'Worker has left',
    detail: 'the named worker is no longer in post',
    worker: 'Hari Ravindran',
  }),
];

const due = (heading: string, title: string, status: string, on_: string): TeamDue => ({
  href: '/children/00000000-0000-4000-8000-000000000003',
  heading,
  worker: 'Temitope Adeyemi',
  line: { verdict: 'due-soon', status, late: false, title, due: on_ },
});
const week: NonNullable<TeamPage['week']> = {
  lastWorked: day('2026-11-27'),
  until: day('2026-11-29'),
  closed: 0,
  due: [
    due('Kacper Wiśniewski, 11', 'Return interview after missing', 'Today', ''),
    due('Tyrone Lee, 5', 'Visits under a protection plan', '3 days', 'Mon 23 Nov'),
    due('Nguyễn Minh Anh, 15', 'Pathway plan', '6 days', 'Thu 26 Nov'),
  ],
};

const page: TeamPage = {
  asked: { on, knownAt: '2026-11-20T09:05:00.000Z' as Instant, how: 'now', spokenUntil: on, today: on },
  typed: NOTHING_TYPED,
  fault: null,
  team: {
    team: '00000000-0000-4000-8000-000000000009' as Id,
    name: 'Saltmere Child in Need',
    kind: 'child-in-need',
    district: 'Saltmere',
    managedBy: null,
    manager: 'Dafydd Penhale',
  },
  workers: WORKERS,
  unallocated: UNALLOCATED,
  closed: 0,
  week,
  untold: 4,
  statuteVersion: '5e884898da28047151d0e56f8dc62927',
};

const example = (name: string, more: Partial<TeamPage>): Example => ({
  page: 'Team',
  name,
  view: () => <TeamView house={house} shown={{ ...page, ...more }} />,
});

const few = WORKERS.filter(({ name }) => name === 'Priti Vaghela');

export const examples: readonly Example[] = [
  example('unallocated, over a protected caseload, away and left', {}),
  example('every child held, and nothing runs out', {
    workers: few,
    unallocated: [],
    untold: 0,
    week: { ...week, due: [] },
  }),
  example('seen by another team’s manager', {
    unallocated: [],
    closed: UNALLOCATED.length,
    week: { ...week, due: [], closed: week.due.length },
  }),
  example('every child held, and duties run out', { workers: few, unallocated: [], untold: 0 }),
  example('first visit, nobody in post', {
    workers: [],
    unallocated: [],
    untold: 0,
    week: { ...week, due: [] },
    team: { ...page.team, kind: null, district: null, manager: null },
  }),
  example('foster carers alone', {
    workers: [worker('Ifeoma Brandt', { children: 0, carers: 11, points: 44, late: 0 })],
    unallocated: [],
    untold: 0,
    week: { ...week, due: [] },
    team: { ...page.team, name: 'Fostering 2', kind: 'fostering', district: null },
  }),
  example('longest names, as it was known then', {
    asked: { ...page.asked, how: 'then', today: day('2026-12-01') },
    team: { ...page.team, name: 'Wherrymouth and Hallowmoor Unaccompanied Asylum-Seeking Children and Leaving Care' },
    unallocated: UNALLOCATED.map((each) => ({
      ...each,
      heading: 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe, 8',
    })),
  }),
  example('bank holidays not known so far ahead', { week: null }),
  example('a day that is not one', {
    typed: { day: '31', month: '2', year: '2026' },
    fault: 'The day must be a real date: February 2026 has 28 days',
  }),
];
