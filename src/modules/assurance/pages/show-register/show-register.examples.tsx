import type { Instant } from '../../../../kernel/instant.ts';
import { addDays, mustBeDate } from '../../../../kernel/local-date.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import { NOTHING_TYPED } from '../../../asked.ts';
import { reasonWords } from '../../core/gap-words.ts';
import { ALL } from './register-address.ts';
import type { ListedRow, RegisterPage } from './show-register.model.ts';
import { ShowRegisterView } from './show-register.view.tsx';

const on = mustBeDate('2026-11-20');
const knownAt = '2026-11-20T07:00:00.000Z' as Instant;
const house = {
  ...EXAMPLE_HOUSE,
  person: { name: 'Ruth Achterberg', role: 'director of children’s services' },
  nav: [
    { text: 'County', href: '/county' },
    { text: 'Every child', href: '/county/image' },
    { text: 'Registers', href: '/registers/no-social-worker' },
  ],
};

type Told = readonly [
  heading: string,
  days: number,
  because: string,
  team: string | null,
  worker: string | null,
  manager: string | null,
];

const rowOf = ([heading, days, because, team, worker, manager]: Told, at: number): ListedRow => ({
  href: `/children/00000000-0000-4000-8000-0000000000${String(at).padStart(2, '0')}`,
  heading,
  councilIds: heading.startsWith('WM') ? null : `WM1044${10 + at}`,
  days,
  since: addDays(on, 1 - days),
  reason: reasonWords(because).words,
  detail: reasonWords(because).detail,
  aspects: [],
  worker,
  workerHref: worker && '/workers/00000000-0000-4000-8000-000000000901',
  team,
  teamHref: team && '/teams/00000000-0000-4000-8000-000000000801',
  district: team?.split(' ')[0] ?? null,
  manager,
});

const TOLD: readonly Told[] = [
  ['Leila Farahani-Cole, 6', 118, 'left', 'Saltmere Child in Need', 'Gareth Pugh', 'Dafydd Penhale'],
  ['Joseph Amoah, 10', 112, 'ended', 'Saltmere Child in Need', null, 'Dafydd Penhale'],
  ['Wiktoria Zając, 15', 104, 'placeholder:manager', 'Brayford Child in Need', null, 'Sunniva Marsh'],
  ['Mohammed Yasin Uddin, 2', 97, 'placeholder:manager', 'Brayford Child in Need', null, 'Sunniva Marsh'],
  ['Shelby Loveridge, 12', 91, 'placeholder:in-transit', 'Oxgate Assessment 2', null, null],
  ['WM104417, unborn child', 89, 'on-leave', 'Saltmere Child in Need', 'Ffion Bowen', 'Dafydd Penhale'],
  [
    'Wilhelmina Oluwaseun Fitzgerald-Bartholomew-Papadopoulos van den Berghe, 14',
    87,
    'not-registered',
    'Tollness Child Protection and Court Team (North and West)',
    'Maximilian Featherstonehaugh-Cholmondeley',
    'Moira Keogh',
  ],
  ['Ellie-Mae Stubbs, 13', 3, 'never-allocated', null, null, null],
];

const WEEKS = [41, 39, 33, 24, 18, 13, 10, 9, 6, 5, 3, 3, 4, 2, 1, 0, 3];
const choice = (value: string, children: number, name = '') => ({ value, name, children });
const list: RegisterPage = {
  register: 'no-worker',
  asked: { on, knownAt, how: 'now', spokenUntil: on, today: on },
  typed: NOTHING_TYPED,
  fault: null,
  open: 5500,
  before: 231,
  weekBefore: mustBeDate('2026-11-13'),
  summary: {
    children: 214,
    shown: 214,
    opens: 214,
    reasons: [
      choice('ended', 88),
      choice('placeholder:manager', 61),
      choice('on-leave', 27),
      choice('placeholder:in-transit', 19),
      choice('placeholder:awaiting-closure', 12),
      choice('not-registered', 7),
    ],
    teams: [
      choice('1', 60, 'Saltmere Child in Need'),
      choice('2', 88, 'Tollness Child Protection and Court Team (North and West)'),
      choice('', 66),
    ],
    districts: [choice('Saltmere', 60, 'Saltmere'), choice('Tollness', 88, 'Tollness')],
    ages: [choice('unborn', 4), choice('under-1', 20), choice('5-9', 90), choice('16-over', 100)],
    weeks: WEEKS.map((children, week) => ({ week, children })),
  },
  filter: ALL,
  sort: 'days',
  page: 1,
  rows: TOLD.map(rowOf),
};

const example = (name: string, more: Partial<RegisterPage>): Example => ({
  page: 'Register',
  name,
  view: () => <ShowRegisterView house={house} list={{ ...list, ...more }} />,
});

const empty = { children: 0, shown: 0, opens: 0, reasons: [], teams: [], districts: [], ages: [], weeks: [] };

export const examples: readonly Example[] = [
  example('no social worker, longest first', {}),
  example('filtered, second page', {
    filter: { because: 'on-leave', team: '2', district: null, age: '5-9', atLeast: 28 },
    sort: 'team',
    page: 2,
    summary: { ...list.summary, shown: 131, opens: 131 },
  }),
  example('a team manager, who may open some', { rows: list.rows.slice(0, 2), summary: { ...list.summary, opens: 2 } }),
  example('no child whom this reader may open', { rows: [], summary: { ...list.summary, opens: 0 } }),
  example('nobody on it', { register: 'no-plan', summary: empty, rows: [], before: 0 }),
  example('first visit, nobody recorded', {
    register: 'not-seen',
    open: 0,
    summary: empty,
    rows: [],
    asked: { ...list.asked, spokenUntil: null },
  }),
  example('what nobody can tell, months after the files', {
    register: 'cannot-tell',
    before: 3,
    asked: { ...list.asked, today: mustBeDate('2027-03-02') },
    summary: {
      ...empty,
      children: 1,
      shown: 1,
      opens: 1,
      reasons: [choice('files-end-before', 1)],
      teams: [choice('', 1)],
      ages: [choice('not-known', 1)],
      weeks: [{ week: 33, children: 1 }],
    },
    rows: [
      {
        ...rowOf(['WM104431, girl of 8', 234, 'files-end-before', null, null, null], 9),
        aspects: ['Who holds the child', 'Whether the child was seen in time'],
      },
    ],
  }),
  example('nobody in this part of it', {
    filter: { ...ALL, atLeast: 91 },
    rows: [],
    summary: { ...list.summary, shown: 0, opens: 0 },
  }),
  example('a day that is not one', {
    typed: { day: '31', month: '2', year: '2026' },
    fault: 'The day must be a real date: February 2026 has 28 days',
  }),
];
