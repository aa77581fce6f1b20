import { FileRefused } from '../file-refused.ts';
import { shownShort } from './read-ssda903-value.ts';

/** The tables of the looked-after return. */
export const SSDA903_TABLES = [
  'Header',
  'Episodes',
  'Reviews',
  'UASC',
  'OC2',
  'OC3',
  'AD1',
  'PlacedAdoption',
  'PrevPerm',
  'Missing',
  'SWEpisodes',
] as const;
export type Ssda903Table = (typeof SSDA903_TABLES)[number];

/** `code:SET` is a code of that set of `statute/code-sets`; a `loose-date` may have parts that nobody knew (`zz`). */
export type ColumnIs = 'child' | 'text' | 'date' | 'loose-date' | 'score' | 'upn' | `code:${string}`;

export type Column = {
  readonly name: string;
  readonly is: ColumnIs;
  /** Without it a row cannot be represented. */
  readonly needed?: true;
};
export type TableShape = {
  readonly table: Ssda903Table;
  readonly columns: readonly Column[];
  /** The first year that has it: in a return of an earlier one its rows are set aside. */
  readonly since?: number;
};

const child: Column = { name: 'CHILD', is: 'child', needed: true };
const bornOn: Column = { name: 'DOB', is: 'date' };
const date = (name: string): Column => ({ name, is: 'date' });
const neededDate = (name: string): Column => ({ name, is: 'date', needed: true });
const text = (name: string): Column => ({ name, is: 'text' });
const coded = (name: string, set: string): Column => ({ name, is: `code:ssda903-${set}` });
const yesOrNo = (name: string): Column => coded(name, 'yes-no');

/** Every table with its columns, in the order of the return's own description. */
export const SHAPES: readonly TableShape[] = [
  {
    table: 'Header',
    columns: [
      child,
      coded('SEX', 'sex'),
      bornOn,
      coded('ETHNIC', 'ethnicity'),
      { name: 'UPN', is: 'upn' },
      yesOrNo('MOTHER'),
      date('MC_DOB'),
    ],
  },
  {
    table: 'Episodes',
    columns: [
      child,
      neededDate('DECOM'),
      coded('RNE', 'reason-new-episode'),
      coded('LS', 'legal-status'),
      coded('CIN', 'category-of-need'),
      coded('PLACE', 'placement'),
      coded('PLACE_PROVIDER', 'placement-provider'),
      date('DEC'),
      coded('REC', 'reason-episode-ceased'),
      coded('REASON_PLACE_CHANGE', 'reason-placement-change'),
      text('HOME_POST'),
      text('PL_POST'),
      text('URN'),
    ],
  },
  {
    table: 'Reviews',
    columns: [child, bornOn, neededDate('REVIEW'), coded('REVIEW_CODE', 'review-participation')],
  },
  { table: 'UASC', columns: [child, coded('SEX', 'sex'), bornOn, date('DUC')] },
  {
    table: 'OC2',
    columns: [
      child,
      bornOn,
      { name: 'SDQ_SCORE', is: 'score' },
      coded('SDQ_REASON', 'sdq-reason'),
      ...[
        'CONVICTED',
        'HEALTH_CHECK',
        'IMMUNISATIONS',
        'TEETH_CHECK',
        'HEALTH_ASSESSMENT',
        'SUBSTANCE_MISUSE',
        'INTERVENTION_RECEIVED',
        'INTERVENTION_OFFERED',
      ].map(yesOrNo),
    ],
  },
  {
    table: 'OC3',
    columns: [
      child,
      bornOn,
      coded('IN_TOUCH', 'in-touch'),
      coded('ACTIV', 'activity'),
      coded('ACCOM', 'accommodation'),
    ],
  },
  {
    table: 'AD1',
    columns: [
      child,
      bornOn,
      date('DATE_INT'),
      date('DATE_MATCH'),
      yesOrNo('FOSTER_CARE'),
      coded('NB_ADOPTR', 'adopter-number'),
      coded('SEX_ADOPTR', 'adopter-sex'),
      coded('LS_ADOPTR', 'adopter-legal-status'),
    ],
  },
  {
    table: 'PlacedAdoption',
    columns: [
      child,
      bornOn,
      neededDate('DATE_PLACED'),
      date('DATE_PLACED_CEASED'),
      coded('REASON_PLACED_CEASED', 'adoption-reversed'),
    ],
  },
  {
    table: 'PrevPerm',
    columns: [
      child,
      bornOn,
      coded('PREV_PERM', 'previous-permanence'),
      text('LA_PERM'),
      { name: 'DATE_PERM', is: 'loose-date' },
    ],
  },
  {
    table: 'Missing',
    columns: [child, bornOn, coded('MISSING', 'missing'), neededDate('MIS_START'), date('MIS_END')],
  },
  {
    table: 'SWEpisodes',
    since: 2024,
    columns: [
      child,
      bornOn,
      { name: 'SW_ID', is: 'text', needed: true },
      neededDate('SW_DECOM'),
      date('SW_DEC'),
      coded('SW_REASON', 'worker-reason'),
    ],
  },
];

/** Tables that councils know and that this version does not read, by their own columns. */
const LATER: readonly { readonly name: string; readonly since: number; readonly columns: readonly string[] }[] = [
  { name: 'DoLo', since: 2027, columns: ['CHILD', 'DOB', 'DOLO_START', 'DOLO_END'] },
];

/** Names that other makers give to the same columns. */
const ALIASES: Readonly<Record<string, string>> = {
  CHILDID: 'CHILD',
  CHILD_ID: 'CHILD',
  PL: 'PLACE',
  ETHNICITY: 'ETHNIC',
  NB_ADOPTER: 'NB_ADOPTR',
};

/** A table as a file has it: which, and the column that stands at each place (null where the heading is empty). */
export type Recognised = { readonly shape: TableShape; readonly columns: readonly (Column | null)[] };

/**
 * Which table a file holds, by its headings alone: their order and the file's name say nothing. Throws `FileRefused` with
 * the heading that no table has, or with what is missing.
 */
export function recogniseTable(headings: readonly string[]): Recognised {
  const names = headings.map((heading) => {
    const name = heading.trim().toUpperCase();
    return ALIASES[name] ?? name;
  });
  const given = names.filter((name) => name !== '');
  const twice = given.find((name, index) => given.indexOf(name) !== index);
  if (twice) throw new FileRefused(`It has the column ${shownShort(twice)} twice`, 1);
  refuseLater(given);
  const shape = SHAPES.find(({ columns }) => sameSet(columns, given)) ?? refuseUnknown(given);
  return { shape, columns: names.map((name) => shape.columns.find((column) => column.name === name) ?? null) };
}

const sameSet = (columns: readonly Column[], given: readonly string[]): boolean =>
  columns.length === given.length && columns.every(({ name }) => given.includes(name));

function refuseLater(given: readonly string[]): void {
  const later = LATER.find(
    ({ columns }) => columns.length === given.length && columns.every((name) => given.includes(name)),
  );
  if (later)
    throw new FileRefused(
      `It is the table ${later.name}, which the return has from ${later.since}: this version reads the return of ${KNOWN_903_YEARS.first} to ${KNOWN_903_YEARS.last}`,
      1,
    );
}

/** Collection years whose codes and tables this version knows. A year is named by the one in which it ends. */
export const KNOWN_903_YEARS = { first: 2018, last: 2026 } as const;

/** Names the first heading that the table does not have which the file comes nearest to. */
function refuseUnknown(given: readonly string[]): never {
  const nearest = [...SHAPES]
    .map((shape) => ({ shape, shared: shape.columns.filter(({ name }) => given.includes(name)).length }))
    .sort((a, b) => b.shared - a.shared)[0];
  if (!nearest || nearest.shared < 2 || !given.includes('CHILD'))
    throw new FileRefused(
      `It is not a table of the looked-after return: its first line is “${shownShort(given.join(','))}”, not the names of its columns`,
      1,
    );
  const { shape } = nearest;
  const stranger = given.find((name) => !shape.columns.some((column) => column.name === name));
  if (stranger)
    throw new FileRefused(`It has a column ${shownShort(stranger)}, which the table ${shape.table} does not have`, 1);
  const missing = shape.columns.find(({ name }) => !given.includes(name));
  throw new FileRefused(`It has no column ${missing?.name}, which the table ${shape.table} has`, 1);
}
