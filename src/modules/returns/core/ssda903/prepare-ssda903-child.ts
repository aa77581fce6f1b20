import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { FileGroup } from '../file-group.ts';
import type { FileWindow } from '../file-kind.ts';
import { dateIn, type FileFlag, type FileNote, textIn } from '../file-note.ts';
import type { ChildIdentity, PreparedChild } from '../prepared-child.ts';
import { type CarePeriod, carePeriods, periodOn } from './care-periods.ts';
import { oddIn903 } from './odd-ssda903.ts';
import { bornOnIn, type Ssda903Row } from './read-ssda903-rows.ts';
import { careGroup } from './ssda903-care-groups.ts';
import {
  adoptersGroup,
  adoptionDecidedGroup,
  describedGroups,
  healthGroup,
  identityGroup,
  leaverGroup,
  missingGroup,
  previousPermanenceGroup,
  reviewGroup,
  unaccompaniedGroup,
  workerGroup,
} from './ssda903-child-groups.ts';
import { SEX_OF_903 } from './ssda903-codes.ts';
import type { Ssda903Table } from './ssda903-tables.ts';

/** Turns what all tables say of one child into groups of entries, and says of every row why it is in none of them. */
export function prepare903Child(child: string, rows: readonly Ssda903Row[], window: FileWindow): PreparedChild {
  const { kept, setAside, flags } = sortOut(rows);
  const of = (table: Ssda903Table): Ssda903Row[] => kept.filter((row) => row.table === table);
  const header = of('Header')[0] ?? null;
  const identity = identityOf(header, kept);
  const periods = carePeriods(of('Episodes'));
  return {
    line: rows[0]?.line ?? 0,
    laChildId: child,
    identity,
    groups: [
      identityGroup(header, child, identity, diedOn(of('Episodes'))),
      ...describedGroups(header),
      ...careOf(periods, of, window),
      ...of('OC3').map((row) => leaverGroup(row, window)),
      ...of('AD1').map(adoptersGroup),
      ...of('PlacedAdoption').map(adoptionDecidedGroup),
      ...of('PrevPerm').map(previousPermanenceGroup),
      ...of('UASC').map(unaccompaniedGroup),
      ...of('SWEpisodes').map(workerGroup),
    ],
    rows,
    setAside,
    flags: [...flags, ...oddIn903({ header, kept, periods, identity, window })],
  };
}

/** Rows whose child nobody can name: all are set aside, and they are no child. */
export const nobodys903Rows = (rows: readonly Ssda903Row[]): PreparedChild => ({
  line: rows[0]?.line ?? 0,
  laChildId: null,
  isNoChild: true,
  identity: { bornOn: null, expectedOn: null, sex: null },
  groups: [],
  rows,
  setAside: rows.map(asideOf),
  flags: [],
});

type SortedOut = {
  readonly kept: readonly Ssda903Row[];
  readonly setAside: readonly FileNote[];
  readonly flags: readonly FileFlag[];
};

/** Tables of which a child has one row. */
const ONCE: ReadonlySet<Ssda903Table> = new Set(['Header', 'UASC', 'OC2', 'OC3', 'PrevPerm']);

function sortOut(rows: readonly Ssda903Row[]): SortedOut {
  const kept: Ssda903Row[] = [];
  const setAside: FileNote[] = [];
  const flags: FileFlag[] = [];
  const said = new Set<string>();
  // Which of two rows counts does not depend on their order in the file.
  const inOrder = rows.map((row) => ({ row, words: `${row.table} ${JSON.stringify([...row.values])}` }));
  for (const { row, words } of inOrder.sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : 0))) {
    const { table, line } = row;
    flags.push(...row.odd);
    const another = ONCE.has(table) && kept.some((each) => each.table === table);
    if (row.faults.length > 0) setAside.push(asideOf(row));
    else if (said.has(words))
      flags.push({ code: 'repeated', table, line, reason: 'The file says the same a second time: loaded once.' });
    else if (another)
      setAside.push({ table, line, reason: `The table ${table} has another row of this child, which says otherwise.` });
    else {
      kept.push(row);
      said.add(words);
    }
  }
  // What is told of them is told in the file's own order.
  const places = new Map(rows.map(({ table, line }, place) => [`${table}:${line}`, place]));
  const byPlace = (a: FileNote, b: FileNote): number =>
    (places.get(`${a.table}:${a.line}`) ?? 0) - (places.get(`${b.table}:${b.line}`) ?? 0);
  return { kept, setAside: setAside.sort(byPlace), flags: flags.sort(byPlace) };
}

const asideOf = ({ table, line, faults }: Ssda903Row): FileNote => ({ table, line, reason: faults.join(' ') });

/** The Header says who the child is; where there is none, the other tables do as far as they agree. */
function identityOf(header: Ssda903Row | null, kept: readonly Ssda903Row[]): ChildIdentity {
  const sexOf = (row: Ssda903Row) => SEX_OF_903[textIn(row, 'SEX') ?? ''] ?? null;
  if (header) return { bornOn: bornOnIn(header), expectedOn: null, sex: sexOf(header) };
  const births = new Set(kept.map(bornOnIn).filter((day) => day !== null));
  const sexes = new Set(kept.map(sexOf).filter((sex) => sex !== null));
  const only = <Value>(all: ReadonlySet<Value>): Value | null => (all.size === 1 ? ([...all][0] ?? null) : null);
  return { bornOn: only<LocalDate>(births), expectedOn: null, sex: only(sexes) };
}

const diedOn = (episodes: readonly Ssda903Row[]): LocalDate | null => {
  const last = episodes.find((row) => textIn(row, 'REC') === 'E2');
  return last ? dateIn(last, 'DEC') : null;
};

type Of = (table: Ssda903Table) => Ssda903Row[];

/** Periods of care with what happened in each; what lies in none stands by itself. */
function careOf(periods: readonly CarePeriod[], of: Of, window: FileWindow): FileGroup[] {
  const dated = [
    ...of('Reviews').map((row) => ({ on: dateIn(row, 'REVIEW') as LocalDate, group: reviewGroup(row) })),
    ...of('Missing').map((row) => ({ on: dateIn(row, 'MIS_START') as LocalDate, group: missingGroup(row) })),
    ...of('OC2').map((row) => ({ on: lastCareDay(periods, window), group: healthGroup(row, window) })),
  ];
  const inside = (place: number): FileGroup[] =>
    dated.filter(({ on }) => periodOn(periods, on) === place).map(({ group }) => group);
  const alone = dated.filter(({ on }) => periodOn(periods, on) === null);
  return [
    ...periods.map((period, place) => careGroup(period, inside(place))),
    ...alone.map(({ group }) => (group.thread === 'outer' ? { ...group, thread: 'own' as const } : group)),
  ];
}

/** A table of the whole year stands in the last period of care that the year holds. */
function lastCareDay(periods: readonly CarePeriod[], window: FileWindow): LocalDate {
  const end = periods.at(-1)?.end?.by;
  return end !== undefined && end < window.until ? end : window.until;
}
