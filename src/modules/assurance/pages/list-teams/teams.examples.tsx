import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import type { Example } from '../../../../ui/example.ts';
import { EXAMPLE_HOUSE } from '../../../../ui/example-house.ts';
import { NOTHING_TYPED } from '../../../asked.ts';
import { countByTeam } from '../../core/team-counts.ts';
import type { TeamRow } from '../../store/team-workers.ts';
import type { TeamsPage } from './teams.model.ts';
import { TeamsView } from './teams.view.tsx';

const on = mustBeDate('2026-11-20');
const house = {
  ...EXAMPLE_HOUSE,
  person: { name: 'Ruth Achterberg', role: 'director of children’s services' },
  nav: [
    { text: 'County', href: '/county' },
    { text: 'Teams', href: '/teams' },
    { text: 'Children', href: '/children' },
  ],
};

type Told = readonly [
  name: string,
  row: Partial<TeamRow>,
  children: number,
  notSeen: number,
  unallocated: number,
  late: number,
];
const TEAMS: readonly Told[] = [
  ['Brayford Assessment', { kind: 'assessment', district: 'Brayford', manager: 'Sunniva Marsh' }, 134, 9, 4, 31],
  [
    'Brayford Child in Need',
    { kind: 'child-in-need', district: 'Brayford', manager: 'Sunniva Marsh' },
    116,
    27,
    40,
    88,
  ],
  ['Fostering 1', { kind: 'fostering', manager: 'Ifeoma Brandt' }, 0, 0, 0, 0],
  [
    'Kettlesea Protection',
    { kind: 'family-safeguarding', district: 'Kettlesea', manager: 'Moira Keogh' },
    133,
    0,
    0,
    4,
  ],
  ['Oxgate Children in Care', { kind: 'children-in-care', district: 'Oxgate', manager: null }, 128, 8, 2, 17],
  [
    'Saltmere Child in Need',
    { kind: 'child-in-need', district: 'Saltmere', manager: 'Dafydd Penhale' },
    97,
    25,
    19,
    71,
  ],
  ['Tollness Disabled Children', { kind: null, district: null, manager: 'Piers Nwosu' }, 12, 2, 0, 3],
];

const idOf = (number: number, kind: number): Id =>
  `00000000-0000-4000-8${kind}00-${String(number).padStart(12, '0')}` as Id;

/** The page of so many teams, counted as the page counts them: one worker stands for all of a team’s. */
function pageOf(told: readonly Told[], more: Partial<TeamsPage> = {}, withoutTeam = 61): TeamsPage {
  const rows = told.map(
    ([name, row], at): TeamRow => ({
      ...{ team: idOf(at, 1), name, kind: null, district: null, managedBy: null, manager: null },
      ...row,
    }),
  );
  const nobodys = withoutTeam > 0 ? [{ worker: null, children: withoutTeam, notSeen: 7 }] : [];
  const counted = countByTeam({
    teams: rows,
    workers: told.flatMap((_, at) =>
      Array.from({ length: at === 2 ? 0 : 9 }, (__, post) => ({
        worker: idOf(at * 100 + post, 2),
        team: idOf(at, 1),
        inPost: true,
      })),
    ),
    held: [
      ...told.map(([, , children, notSeen], at) => ({ worker: idOf(at * 100, 2), children, notSeen })),
      ...nobodys,
    ],
    unallocated: told.flatMap(([, , , , unallocated], at) =>
      Array.from({ length: unallocated }, () => ({ worker: idOf(at * 100, 2) })),
    ),
    late: new Map(told.map(([, , , , , late], at) => [idOf(at * 100, 2), late])),
  });
  const byId = new Map(rows.map((row) => [row.team as string, row]));
  return {
    asked: { on, knownAt: '2026-11-20T07:00:00.000Z' as Instant, how: 'now', spokenUntil: on, today: on },
    typed: NOTHING_TYPED,
    fault: null,
    counted,
    teams: counted.lines.flatMap((line) => {
      const row = byId.get(line.team);
      return row ? [{ ...line, kind: row.kind, district: row.district, manager: row.manager }] : [];
    }),
    open: told.reduce((sum, [, , children]) => sum + children, withoutTeam),
    unallocated: told.reduce((sum, [, , , , unallocated]) => sum + unallocated, 0),
    ...more,
  };
}

const example = (name: string, list: TeamsPage): Example => ({
  page: 'Teams',
  name,
  view: () => <TeamsView house={house} list={list} />,
});

const many = pageOf(TEAMS);

export const examples: readonly Example[] = [
  example('two stand apart', many),
  example(
    'chance explains them all',
    pageOf(
      TEAMS.map(([name, row, children]) => [name, row, children, Math.round(children * 0.07), 0, 5] as const),
      {},
      0,
    ),
  ),
  example('one team, too small to compare', pageOf(TEAMS.slice(-1), {}, 0)),
  example('first visit, no team recorded', pageOf([], {}, 0)),
  example(
    'teams, and nobody open',
    pageOf(
      TEAMS.map(([name, row]) => [name, row, 0, 0, 0, 0] as const),
      {},
      0,
    ),
  ),
  example(
    'longest names, as it was known then',
    pageOf(
      TEAMS.map(
        ([name, row, ...counts]) => [`${name} and Unaccompanied Asylum-Seeking Children`, row, ...counts] as const,
      ),
      { asked: { ...many.asked, how: 'then', today: mustBeDate('2026-12-01') } },
    ),
  ),
  example(
    'a day that is not one',
    pageOf(TEAMS, {
      typed: { day: '31', month: '2', year: '2026' },
      fault: 'The day must be a real date: February 2026 has 28 days',
    }),
  ),
];
