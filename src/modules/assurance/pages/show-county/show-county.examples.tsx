import type { Instant } from '../../../../kernel/instant.ts';
import { addDays, type LocalDate, mustBeDate } from '../../../../kernel/local-date.ts';
import { calendarOf } from '../../../../kernel/working-days.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import { NOTHING_TYPED } from '../../../asked.ts';
import { dueColumns, dueRows } from '../../core/due-columns.ts';
import { funnelOf, type TeamCount } from '../../core/funnel.ts';
import { judgeProcess } from '../../core/process-limits.ts';
import type { WeekCount } from '../../store/county-trend.ts';
import type { CountyPage } from './show-county.model.ts';
import { ShowCountyView } from './show-county.view.tsx';

const on = mustBeDate('2026-11-20');
const knownAt = '2026-11-20T07:00:00.000Z' as Instant;
const house = {
  ...EXAMPLE_HOUSE,
  person: { name: 'Ruth Achterberg', role: 'director of children’s services' },
  nav: [
    { text: 'County', href: '/county' },
    { text: 'Every child', href: '/county/image' },
    { text: 'Registers', href: '/registers/no-social-worker' },
    { text: 'Children', href: '/children' },
    { text: 'Duties', href: '/duties' },
  ],
};

/** The same numbers at every run: a series that looks like chance and is none. */
function wobble(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648 - 0.5;
  };
}

/** Ordinary weeks, then a rise from late August, and an easing since October. */
function yearsOfWeeks(worse: boolean): WeekCount[] {
  const next = wobble(7);
  const rise = [41, 89, 134, 181, 215, 234, 231, 224, 215, 206, 198, 187, 182];
  return Array.from({ length: 157 }, (_, week) => {
    const more = worse ? (rise[week - (157 - rise.length)] ?? 0) : 0;
    const any = Math.round(507 + (more > 60 ? 0 : next() * 40) + more);
    return {
      on: addDays(on, (week - 156) * 7),
      open: Math.round(5200 + week * 1.9),
      any,
      'no-worker': Math.round(any * 0.16 + more * 0.7 + next() * 6),
      'not-assessed': Math.round(88 + next() * 8 + more * 0.25),
      'not-seen': Math.round(322 + next() * 18 + more * 0.4),
      'no-plan': Math.round(141 + next() * 9 + more * 0.16),
    };
  });
}

const DISTRICTS = ['Brayford', 'Dunmere', 'Hallowmoor', 'Kettlesea', 'Oxgate', 'Thornwick', 'Tollness', 'Wherrymouth'];
const KINDS = [
  'Assessment 1',
  'Assessment 2',
  'Child in Need',
  'Protection',
  'Children in Care',
  'Disabled Children',
  'Leaving Care',
];

function manyTeams(): TeamCount[] {
  const next = wobble(99);
  const teams = DISTRICTS.flatMap((district) =>
    KINDS.map((kind) => {
      const size = Math.round(92 + next() * 118);
      const name = `${district} ${kind}`;
      return { team: name, name, size, count: Math.max(1, Math.round(size * (0.066 + next() * 0.07))) };
    }),
  );
  const apart = [
    { name: 'Saltmere Child in Need', count: 25, size: 97 },
    { name: 'Brayford Protection and Court', count: 27, size: 116 },
    { name: 'Oxgate Assessment 3', count: 21, size: 97 },
    { name: 'Kettlesea Family Support', count: 0, size: 133 },
    { name: 'Unaccompanied Children', count: 4, size: 9 },
  ];
  return [...teams, ...apart.map((team) => ({ ...team, team: team.name }))];
}

const calendar = calendarOf('england-and-wales', 2026, 2027, new Map());
const DUTIES: Record<string, readonly [title: string, limit: string | null, force: string, counts: readonly number[]]> =
  {
    'visit-in-care': [
      'Visit to a child in care',
      '6 weeks',
      'Regulations',
      [2, 19, 22, 17, 26, 31, 14, 18, 21, 16, 24],
    ],
    assessment: [
      'Child and family assessment',
      '45 working days',
      'Statutory guidance',
      [1, 11, 9, 14, 8, 17, 12, 10, 15, 13, 21],
    ],
    review: [
      'Review conference, in good time before three months have gone',
      '3 months',
      'Statutory guidance',
      [0, 4, 6, 3, 5, 7, 2, 6, 4, 5, 8],
    ],
    conference: [
      'Initial child protection conference',
      '15 working days',
      'Statutory guidance',
      [0, 2, 0, 3, 1, 2, 0, 4, 1, 2, 1],
    ],
    carer: ['Review of a foster carer’s approval', '12 months', 'Regulations', [0, 0, 0, 1, 0, 0, 0, 0, 0, 2, 0]],
  };

function dueOf(): CountyPage['due'] {
  const columns = dueColumns(calendar, on);
  if (!columns) return null;
  const due = Object.entries(DUTIES).flatMap(([duty, [, , , counts]]) =>
    counts.flatMap((clocks, at) => (clocks === 0 ? [] : [{ duty, due: columns.days[at] as LocalDate, clocks }])),
  );
  const named = (duty: string) => {
    const [title, limit, force] = DUTIES[duty] ?? [duty, null, ''];
    return { title, limit, force, ofCarer: duty === 'carer' };
  };
  return { columns, rows: dueRows(columns, due).map((row) => ({ ...row, ...named(row.duty) })) };
}

const county: CountyPage = {
  asked: { on, knownAt, how: 'now', spokenUntil: on, today: on },
  typed: NOTHING_TYPED,
  fault: null,
  leadsToTeams: true,
  counts: {
    open: 5500,
    covered: 4736,
    missing: 689,
    cannotTell: 75,
    lateOtherwise: 212,
    onAllFour: 9,
    untold: { 'no-worker': 6, 'not-assessed': 19, 'not-seen': 47, 'no-plan': 22 },
  },
  registers: [
    { register: 'no-worker', children: 214, before: 231, joined: 19, left: 36, longest: 118 },
    { register: 'not-assessed', children: 131, before: 118, joined: 41, left: 28, longest: 96 },
    { register: 'not-seen', children: 386, before: 402, joined: 96, left: 112, longest: 143 },
    { register: 'no-plan', children: 167, before: 160, joined: 22, left: 15, longest: 204 },
    { register: 'cannot-tell', children: 94, before: 91, joined: 11, left: 8, longest: 234 },
  ],
  weekBefore: mustBeDate('2026-11-13'),
  weeks: yearsOfWeeks(true),
  trend: judgeProcess(yearsOfWeeks(true).map((week) => ({ on: week.on, value: week.any }))),
  funnel: funnelOf(manyTeams()),
  withoutTeam: { open: 61, notSeen: 7 },
  due: dueOf(),
  untold: [
    { kind: 'cannot-tell:seen', because: 'met-day-not-known', children: 47, oldest: mustBeDate('2026-10-12') },
    { kind: 'cannot-tell:planned', because: 'sources-disagree', children: 22, oldest: mustBeDate('2026-09-03') },
    { kind: 'cannot-tell:assessed', because: 'files-end-before', children: 19, oldest: mustBeDate('2026-04-01') },
    { kind: 'cannot-tell:allocated', because: 'worker-not-known', children: 6, oldest: mustBeDate('2026-11-09') },
  ],
  leftByFiles: { events: 12, withdrawn: 3, identities: 2, unidentified: 1 },
  statuteVersion: '5e884898da28047151d0e56f8dc62927',
};

const example = (name: string, more: Partial<CountyPage>): Example => ({
  page: 'County',
  name,
  view: () => <ShowCountyView house={house} county={{ ...county, ...more }} />,
});

const none = { 'no-worker': 0, 'not-assessed': 0, 'not-seen': 0, 'no-plan': 0 };
const quiet = yearsOfWeeks(false);
const few = quiet.slice(-5);

export const examples: readonly Example[] = [
  example('what is missing, what changed, what chance explains', {}),
  example('nothing that chance does not explain', {
    weeks: quiet,
    trend: judgeProcess(quiet.map((week) => ({ on: week.on, value: week.any }))),
    funnel: funnelOf(manyTeams().filter(({ name }) => !/Saltmere|Court|Oxgate Assessment 3|Family/.test(name))),
    withoutTeam: { open: 0, notSeen: 0 },
    untold: [],
  }),
  example('first visit, nobody recorded', {
    counts: { open: 0, covered: 0, missing: 0, cannotTell: 0, lateOtherwise: 0, onAllFour: 0, untold: none },
    registers: [],
    asked: { ...county.asked, spokenUntil: null },
  }),
  example('months after the files, and little known', {
    asked: { ...county.asked, today: mustBeDate('2027-03-02') },
    counts: {
      open: 40,
      covered: 0,
      missing: 4,
      cannotTell: 36,
      lateOtherwise: 0,
      onAllFour: 0,
      untold: { ...none, 'no-worker': 40 },
    },
    registers: [{ register: 'not-assessed', children: 4, before: 4, joined: 0, left: 0, longest: 12 }],
    weeks: few,
    trend: judgeProcess(few.map((week) => ({ on: week.on, value: week.any }))),
    funnel: funnelOf([]),
    withoutTeam: { open: 40, notSeen: 0 },
    due: null,
  }),
  example('as it was known on a day gone by', {
    asked: { ...county.asked, how: 'then', today: mustBeDate('2026-12-01') },
    due: { columns: county.due?.columns ?? { days: [on], until: on }, rows: [] },
  }),
  example('a day that is not one', {
    typed: { day: '31', month: '2', year: '2026' },
    fault: 'The day must be a real date: February 2026 has 28 days',
  }),
];
