import type { LocalDate } from '../../../kernel/local-date.ts';
import { capital, inWords } from './county-words.ts';
import type { Funnel } from './funnel.ts';

type TeamCounts = {
  readonly children: number;
  readonly carers: number;
  readonly unallocated: number;
  /** Duties that run out within the working week; null where bank holidays are not known. */
  readonly due: number | null;
  readonly lastWorked: LocalDate | null;
  /** Newly qualified workers who hold more than their first year allows. */
  readonly overProtected: number;
};

/** What a team's page says first: the child whom nobody holds before everything else. */
export function teamFinding(
  { children, carers, unallocated, due, lastWorked, overProtected }: TeamCounts,
  dayInWords: (day: LocalDate) => string,
): string {
  if (unallocated > 0) return `${childrenWho(unallocated, 'has', 'have')} no social worker`;
  if (children === 0 && carers === 0) return 'nobody holds a child';
  if (children === 0) return `${inWords(carers)} foster ${carers === 1 ? 'carer is' : 'carers are'} supervised`;
  if (overProtected > 0)
    return `${inWords(overProtected)} newly qualified ${overProtected === 1 ? 'worker holds' : 'workers hold'} too much`;
  if (due !== null && due > 0 && lastWorked !== null)
    return `every child is held; ${inWords(due)} ${due === 1 ? 'duty runs' : 'duties run'} out by ${dayInWords(lastWorked)}`;
  return 'every child is held';
}

const childrenWho = (count: number, one: string, many: string): string =>
  `${inWords(count)} ${count === 1 ? `child ${one}` : `children ${many}`}`;

/** The heading of all teams: who stands apart, and how many nobody holds. Inside chance there is nothing to rank. */
export function teamsFinding({ teams, proportion }: Funnel, unallocated: number): string {
  const apart = teams.filter(({ stands }) => stands === 'above' || stands === 'below').length;
  const nobody = unallocated === 0 ? '' : `; ${childrenWho(unallocated, 'has', 'have')} no social worker`;
  if (proportion === null) return `No team holds an open child${nobody}`;
  if (teams.every(({ stands }) => stands === 'too-small')) return `No team is large enough to be compared${nobody}`;
  const stand =
    apart === 0 ? 'No team stands apart' : `${inWords(apart)} ${apart === 1 ? 'team stands' : 'teams stand'} apart`;
  return `${capital(stand)}${nobody}`;
}
