import { fromEpochDay, type LocalDate } from '../../../../kernel/local-date.ts';
import type { Verdict } from '../../../../sight/verdict.ts';
import { shortWeekday } from '../../../../ui/dates-in-words.ts';
import { type ChildFace, childPath, councilIdsOf, headingOf } from '../../../child-face.ts';
import { type ListedClock, type ListLaw, statusOfListed } from '../../../listed-clock.ts';

/** `all`: every child who is open; `everybody`: also those who are not. */
export const FILTERS = ['all', 'late', 'cannot-tell', 'everybody'] as const;
export type Filter = (typeof FILTERS)[number];
export const CHILDREN_ON_A_PAGE = 50;

/** A child in the list, with the few clocks that its row shows. */
export type ListedChild = {
  readonly face: ChildFace;
  /** Late or not in order today, worst first; a row shows the first of them. */
  readonly late: readonly ListedClock[];
  readonly next: ListedClock | null;
  readonly cannotTell: number;
  readonly open: boolean;
};

/** How many open children each answer holds for. Every open child is in exactly one of the first four. */
export type ListTotals = {
  readonly late: number;
  readonly due: number;
  readonly cannotTell: number;
  readonly nothing: number;
  /** Children for whom at least one answer is *cannot tell*, whatever else is known: not part of the sum. */
  readonly someCannotTell: number;
  /** Everybody whom the record holds as a child, open or not. */
  readonly everybody: number;
  /** Open children whom this reader may not open: in none of the counts above. */
  readonly closed: number;
  /** The same of everybody whom the record holds. */
  readonly closedOfAll: number;
};

export type ListRow = {
  readonly href: string;
  readonly heading: string;
  /** The council's id beside a name; null where the heading is the id. */
  readonly councilIds: string | null;
  readonly inDoubt: boolean;
  readonly late: readonly { readonly status: string; readonly verdict: Verdict; readonly title: string }[];
  readonly moreLate: number;
  readonly next: {
    readonly status: string;
    readonly verdict: Verdict;
    readonly title: string;
    readonly dueBy: string;
  } | null;
  readonly cannotTell: number;
  readonly open: boolean;
};

const LATE_SHOWN = 2;

/** A child as a row: what is late, what comes next, and what nobody can tell. */
export function listRowOf({ face, late, next, cannotTell, open }: ListedChild, on: LocalDate, law: ListLaw): ListRow {
  const told = (clock: ListedClock) => ({
    status: statusOfListed(clock, on, law),
    verdict: clock.verdict,
    title: law.titleOf(clock.duty),
  });
  return {
    href: childPath(face.child),
    heading: headingOf(face, on),
    councilIds: face.name === null ? null : councilIdsOf(face),
    inDoubt: face.inDoubtWith.length > 0,
    late: late.slice(0, LATE_SHOWN).map(told),
    moreLate: Math.max(0, late.length - LATE_SHOWN),
    next:
      next === null
        ? null
        : { ...told(next), dueBy: next.dueOn === null ? '' : shortWeekday(fromEpochDay(next.dueOn)) },
    cannotTell,
    open,
  };
}

/** Every child who is open. */
export const childrenIn = ({ late, due, cannotTell, nothing }: ListTotals): number => late + due + cannotTell + nothing;

/** How many rows a filter has. */
export const rowsIn = (totals: ListTotals, filter: Filter): number => {
  const of = { late: totals.late, 'cannot-tell': totals.someCannotTell, everybody: totals.everybody };
  return filter === 'all' ? childrenIn(totals) : of[filter];
};

/** The page as the views print it. */
export type ListPage = {
  readonly on: LocalDate;
  readonly today: LocalDate;
  readonly spokenUntil: LocalDate | null;
  readonly filter: Filter;
  readonly page: number;
  readonly totals: ListTotals;
  readonly rows: readonly ListRow[];
  /** What was typed into "Find a child", when nobody was found. */
  readonly notFound: string | null;
};
