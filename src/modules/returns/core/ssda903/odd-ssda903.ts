import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { FileWindow } from '../file-kind.ts';
import { dateIn, type FileFlag, textIn } from '../file-note.ts';
import type { ChildIdentity } from '../prepared-child.ts';
import { type CarePeriod, periodOn } from './care-periods.ts';
import { bornOnIn, type Ssda903Row } from './read-ssda903-rows.ts';

type Looked = {
  readonly header: Ssda903Row | null;
  readonly kept: readonly Ssda903Row[];
  readonly periods: readonly CarePeriod[];
  readonly identity: ChildIdentity;
  readonly window: FileWindow;
};

/** What is readable and odd about one child of a return. The code is the number of the return's own rule where there is one. */
export function oddIn903(looked: Looked): FileFlag[] {
  return [
    ...oddIdentity(looked),
    ...looked.kept.flatMap((row) => [...oddDays(row, looked), ...oddEpisode(row)]),
    ...looked.periods.flatMap((period, place) => oddPeriod(period, looked.periods[place - 1])),
  ];
}

const flag = ({ table, line }: Ssda903Row, code: string, reason: string): FileFlag => ({ code, table, line, reason });

function oddIdentity({ header, kept, identity }: Looked): FileFlag[] {
  const first = kept[0];
  const flags: FileFlag[] = [];
  if (!header && first)
    flags.push(flag(first, 'no-header', 'The child has no row in the Header: loaded as far as the other tables say.'));
  if (!identity.bornOn && first)
    flags.push(flag(first, '102', 'The file gives no birth date of the child that can be used.'));
  for (const row of kept) {
    const born = bornOnIn(row);
    if (header && born && identity.bornOn && born !== identity.bornOn)
      flags.push(
        flag(row, 'birth-differs', `The DOB ${born} is not that of the Header (${identity.bornOn}), which counts.`),
      );
  }
  return flags;
}

type Bounds = { readonly from: string; readonly until?: string; readonly late: string; readonly wrong: string };
const BOUNDS: Partial<Record<Ssda903Row['table'], Bounds>> = {
  Episodes: { from: 'DECOM', until: 'DEC', late: '354', wrong: '356' },
  Missing: { from: 'MIS_START', until: 'MIS_END', late: 'after-the-year', wrong: 'ends-before-it-starts' },
  Reviews: { from: 'REVIEW', late: 'after-the-year', wrong: '' },
  PlacedAdoption: { from: 'DATE_PLACED', until: 'DATE_PLACED_CEASED', late: '117', wrong: '522' },
  SWEpisodes: { from: 'SW_DECOM', until: 'SW_DEC', late: 'after-the-year', wrong: 'ends-before-it-starts' },
};

function oddDays(row: Ssda903Row, { identity, window, periods }: Looked): FileFlag[] {
  const bounds = BOUNDS[row.table];
  const from = bounds ? dateIn(row, bounds.from) : null;
  if (!bounds || !from) return [];
  const until = bounds.until ? dateIn(row, bounds.until) : null;
  const flags: FileFlag[] = [];
  const { bornOn } = identity;
  if (until && until < from) flags.push(flag(row, bounds.wrong, `It ends on ${until}, before it starts on ${from}.`));
  for (const [name, day] of [[bounds.from, from] as const, ...(until ? [[bounds.until ?? '', until] as const] : [])]) {
    const code = name === 'DEC' ? '385' : bounds.late;
    if (day > window.until) flags.push(flag(row, code, `${name} ${day} is after the year (${window.until}).`));
    if (bornOn && day < bornOn) flags.push(flag(row, '302', `${name} ${day} is before the child’s birth (${bornOn}).`));
  }
  if (lastDayOf(row, from, until) < window.from && row.table !== 'PlacedAdoption')
    flags.push(flag(row, 'before-the-year', `It lies before the year, which begins on ${window.from}.`));
  if (row.table === 'Reviews' && periodOn(periods, from) === null)
    flags.push(flag(row, 'review-outside-care', `The child was not in care on ${from}, as far as the file shows.`));
  return flags;
}

const lastDayOf = ({ table }: Ssda903Row, from: LocalDate, until: LocalDate | null): LocalDate =>
  table === 'Reviews' ? from : (until ?? OPEN);
/** Later than any day of a file. */
const OPEN = '9999-12-31' as LocalDate;

/** Cells of an episode that must stand together, or must be there. */
function oddEpisode(row: Ssda903Row): FileFlag[] {
  if (row.table !== 'Episodes') return [];
  const [until, ceased] = [dateIn(row, 'DEC'), textIn(row, 'REC')];
  const lacking = [
    ['RNE', '143'],
    ['LS', '144'],
    ['CIN', '145'],
    ['PLACE', '146'],
  ].filter(([name]) => textIn(row, name ?? '') === null);
  return [
    ...lacking.map(([name = '', code = '']) => flag(row, code, `It has no ${name}.`)),
    ...(until && !ceased ? [flag(row, '148', 'It has a DEC and no REC: why it ended is not said.')] : []),
    ...(ceased && ceased !== 'X1' && !until
      ? [flag(row, '148', 'It has a REC and no DEC: nobody can say when it ended, so that it counts as going on.')]
      : []),
    ...(textIn(row, 'LS') === 'V2' && textIn(row, 'PLACE') === 'P1'
      ? [flag(row, '378', 'Placed with parents (P1) while accommodated by agreement (V2).')]
      : []),
  ];
}

function oddPeriod(period: CarePeriod, before: CarePeriod | undefined): FileFlag[] {
  const first = period.stays[0]?.episodes[0];
  if (!first) return [];
  const flags: FileFlag[] = [];
  if (before?.end && before.end.on === null)
    flags.push(
      flag(first.row, '142', 'A new period of care begins though the one before has no end: it ended in between.'),
    );
  if (before?.end?.on && period.firstOn < before.end.on)
    flags.push(
      flag(first.row, '501', `It begins on ${period.firstOn}, before the one before ended (${before.end.on}).`),
    );
  if (before && period.startedOn === null)
    flags.push(flag(first.row, '357', 'Care had ended before it, and its first episode is not one of RNE S.'));
  return flags;
}
