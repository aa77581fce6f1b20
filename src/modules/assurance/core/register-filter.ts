/** Ages as children's services count them, with the unborn and those of whom no birth is known apart. */
export const AGE_BANDS = ['unborn', 'under-1', '1-4', '5-9', '10-15', '16-over', 'not-known'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
export const AGE_WORDS: Record<AgeBand, string> = {
  unborn: 'Unborn',
  'under-1': 'Under 1',
  '1-4': '1 to 4',
  '5-9': '5 to 9',
  '10-15': '10 to 15',
  '16-over': '16 and over',
  'not-known': 'Age not known',
};

export const REGISTER_SORTS = ['days', 'days-fewest', 'youngest', 'team', 'name'] as const;
export type RegisterSort = (typeof REGISTER_SORTS)[number];
export const SORT_WORDS: Record<RegisterSort, string> = {
  days: 'longest first',
  'days-fewest': 'newest first',
  youngest: 'youngest first',
  team: 'by team',
  name: 'by name',
};

/** Days that a reader may ask for at least. The council's own steps: there is no national number. */
export const AT_LEAST = [7, 14, 28, 56, 91] as const;

/** What is shown of a register; null shows all. A team of '' are the children without one. */
export type RegisterFilter = {
  readonly because: string | null;
  /** The id of a team. */
  readonly team: string | null;
  readonly district: string | null;
  readonly age: AgeBand | null;
  readonly atLeast: number | null;
};

const said = (query: Readonly<Record<string, unknown>>, name: string): string | null => {
  const text = query[name];
  return typeof text === 'string' && text.trim() !== '' && text !== 'all' ? text.trim().slice(0, 200) : null;
};
export const NO_TEAM = 'none';

/** Reads the address of a register. What is not a choice is left out, so that an old link still answers. */
export function readFilter(
  query: Readonly<Record<string, unknown>>,
): RegisterFilter & { sort: RegisterSort; page: number } {
  const age = said(query, 'age');
  const days = Number(said(query, 'days') ?? Number.NaN);
  const team = said(query, 'team');
  const page = Number(said(query, 'page') ?? 1);
  return {
    because: said(query, 'reason'),
    team: team === NO_TEAM ? '' : team,
    district: said(query, 'district'),
    age: AGE_BANDS.find((each) => each === age) ?? null,
    atLeast: AT_LEAST.find((each) => each === days) ?? null,
    sort: REGISTER_SORTS.find((each) => each === said(query, 'sort')) ?? 'days',
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}
