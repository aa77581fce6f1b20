import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { mustBeDate, toEpochDay } from '../../../../kernel/local-date.ts';
import { calendarOf } from '../../../../kernel/working-days.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import type { ChildFace } from '../../../child-face.ts';
import type { ListedClock, ListLaw } from '../../../listed-clock.ts';
import { type ListedChild, type ListPage, listRowOf } from './list-children.model.ts';
import { ListChildrenView } from './list-children.view.tsx';

const on = mustBeDate('2026-03-31');
const knownAt = '2026-03-31T08:05:00.000Z' as Instant;
const law: ListLaw = {
  lacks: () => true,
  titleOf: (duty) => TITLES[duty] ?? duty,
  unitOf: (duty) => (duty.endsWith('wd') ? 'working-days+' : 'months+'),
  calendar: calendarOf('england-and-wales', 2025, 2026, new Map()),
};
const TITLES: Record<string, string> = {
  'single-assessment-45wd': 'Child and family assessment',
  'icpc-15wd': 'Initial child protection conference',
  'cp-review-next-legal': 'Review conference',
};

const clock = (duty: string, verdict: ListedClock['verdict'], due: string): ListedClock => ({
  duty,
  verdict,
  startedOn: null,
  dueOn: toEpochDay(mustBeDate(due)),
});

const face = (number: number, more: Partial<ChildFace>): ChildFace => ({
  child: `00000000-0000-4000-8000-00000000000${number}` as Id,
  councilChildIds: [`WM10441${number}`],
  name: null,
  bornOn: mustBeDate('2018-02-14'),
  expectedOn: null,
  diedOn: null,
  sex: 'female',
  inDoubtWith: [],
  ...more,
});

const children: readonly ListedChild[] = [
  {
    face: face(1, { name: 'Safiya Nowak-Rahman' }),
    late: [
      clock('single-assessment-45wd', 'overdue', '2026-01-12'),
      clock('icpc-15wd', 'overdue', '2026-03-27'),
      clock('cp-review-next-legal', 'overdue', '2026-03-28'),
    ],
    next: clock('cp-review-next-legal', 'due-soon', '2026-04-04'),
    cannotTell: 1,
    open: true,
  },
  {
    face: face(2, {
      bornOn: mustBeDate('2025-09-02'),
      sex: 'male',
      inDoubtWith: ['00000000-0000-4000-8000-000000000009' as Id],
    }),
    late: [clock('icpc-15wd', 'overdue', '2026-03-30')],
    next: null,
    cannotTell: 0,
    open: true,
  },
  {
    face: face(3, { name: 'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe' }),
    late: [],
    next: clock('cp-review-next-legal', 'not-due', '2026-07-14'),
    cannotTell: 0,
    open: true,
  },
  {
    face: face(4, { bornOn: null, expectedOn: mustBeDate('2026-05-02'), sex: null }),
    late: [],
    next: null,
    cannotTell: 3,
    open: true,
  },
  {
    face: face(5, { councilChildIds: [], bornOn: null, sex: 'not known' }),
    late: [],
    next: null,
    cannotTell: 0,
    open: false,
  },
];

const list: ListPage = {
  on,
  today: on,
  spokenUntil: on,
  filter: 'all',
  page: 1,
  totals: { late: 2, due: 1, cannotTell: 1, nothing: 1, someCannotTell: 2, everybody: 7, closed: 0, closedOfAll: 0 },
  rows: children.map((child) => listRowOf(child, on, law)),
  notFound: null,
};

const example = (name: string, more: Partial<ListPage>): Example => ({
  page: 'Children',
  name,
  view: () => <ListChildrenView house={EXAMPLE_HOUSE} list={{ ...list, ...more }} knownAt={knownAt} csrf="example" />,
});

const nobody = {
  late: 0,
  due: 0,
  cannotTell: 0,
  nothing: 0,
  someCannotTell: 0,
  everybody: 0,
  closed: 0,
  closedOfAll: 0,
};

export const examples: readonly Example[] = [
  example('what is late first', {}),
  example('first visit, nobody recorded', { totals: nobody, rows: [], spokenUntil: null }),
  example('months after the census', { today: mustBeDate('2026-10-01') }),
  example('second page of many', {
    page: 2,
    totals: {
      ...list.totals,
      late: 1204,
      due: 3101,
      cannotTell: 990,
      nothing: 205,
      someCannotTell: 2480,
      everybody: 49_489,
    },
  }),
  example('nobody in this part', { filter: 'cannot-tell', totals: { ...nobody, nothing: 5, everybody: 7 }, rows: [] }),
  example('nobody open', { totals: { ...nobody, everybody: 7 }, rows: [] }),
  example('everybody, also closed', { filter: 'everybody', totals: { ...list.totals, everybody: 5 } }),
  example('a worker, who may open some', { totals: { ...list.totals, closed: 5495, closedOfAll: 49_482 } }),
  example('a reader without a relation to anybody', {
    totals: { ...nobody, closed: 5500, closedOfAll: 49_489 },
    rows: [],
  }),
  example('no such council id', { notFound: 'WM999999' }),
];
