import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay } from '../../../../kernel/local-date.ts';
import { type Calendar, workingDaysBetween } from '../../../../kernel/working-days.ts';
import type { Verdict } from '../../../../sight/verdict.ts';
import type { Count } from '../../../../statute/duty.ts';
import { shortWeekday } from '../../../../ui/dates-in-words.ts';
import { type ChildFace, childPath, councilIdsOf, headingOf } from '../../../child-face.ts';
import { statusInWords } from '../../../verdict-in-words.ts';

export const FILTERS = ['all', 'late', 'cannot-tell'] as const;
export type Filter = (typeof FILTERS)[number];
export const CHILDREN_ON_A_PAGE = 50;

/** A clock of a child in the list, as the current pieces hold it. */
export type ListedClock = {
  readonly duty: string;
  readonly verdict: Verdict;
  readonly startedOn: EpochDay | null;
  readonly dueOn: EpochDay | null;
};

/** A child in the list, with the few clocks that its row shows. */
export type ListedChild = {
  readonly face: ChildFace;
  /** Late or not in order today, worst first; a row shows the first of them. */
  readonly late: readonly ListedClock[];
  readonly next: ListedClock | null;
  readonly cannotTell: number;
};

/** How many children each answer holds for. Every child is in exactly one of them. */
export type ListTotals = {
  readonly late: number;
  readonly due: number;
  readonly cannotTell: number;
  readonly nothing: number;
  /** Children for whom at least one answer is *cannot tell*, whatever else is known: not part of the sum. */
  readonly someCannotTell: number;
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
};

export type ListLaw = {
  readonly titleOf: (duty: string) => string;
  /** A state check that fails because something is not there. */
  readonly lacks: (duty: string) => boolean;
  /** In what the limit of a clock that started that day is counted. */
  readonly unitOf: (duty: string, startedOn: EpochDay | null) => Count | null;
  readonly calendar: Calendar;
};

const LATE_SHOWN = 2;

function lateIn(clock: ListedClock, unit: Count | null, on: EpochDay, calendar: Calendar): number {
  if (clock.dueOn === null) return 0;
  const workingDays = unit?.startsWith('working-days') ? workingDaysBetween(calendar, clock.dueOn, on) : undefined;
  return Math.max(0, workingDays ?? on - clock.dueOn);
}

function statusOf(clock: ListedClock, on: LocalDate, law: ListLaw): string {
  const unit = law.unitOf(clock.duty, clock.startedOn);
  const dueOn = clock.dueOn === null ? null : fromEpochDay(clock.dueOn);
  const late = lateIn(clock, unit, toEpochDay(on), law.calendar);
  return statusInWords({ verdict: clock.verdict, late, unit, dueOn, ended: false, lacks: law.lacks(clock.duty), on });
}

/** A child as a row: what is late, what comes next, and what nobody can tell. */
export function listRowOf({ face, late, next, cannotTell }: ListedChild, on: LocalDate, law: ListLaw): ListRow {
  const told = (clock: ListedClock) => ({
    status: statusOf(clock, on, law),
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
  };
}

export const childrenIn = ({ late, due, cannotTell, nothing }: ListTotals): number => late + due + cannotTell + nothing;

/** How many rows a filter has. */
export const rowsIn = (totals: ListTotals, filter: Filter): number =>
  filter === 'late' ? totals.late : filter === 'cannot-tell' ? totals.someCannotTell : childrenIn(totals);

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
