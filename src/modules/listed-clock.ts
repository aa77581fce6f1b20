import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import { type Calendar, workingDaysBetween } from '../kernel/working-days.ts';
import type { Policy } from '../sight/facts.ts';
import { policyBook } from '../sight/policy-in-force.ts';
import { valueOn } from '../sight/value-in-force.ts';
import type { Verdict } from '../sight/verdict.ts';
import type { Count, Duty } from '../statute/duty.ts';
import { type Answered, canStillBeMended, isLacking } from './child-page.ts';
import { statusInWords } from './verdict-in-words.ts';

/** A clock of a child in a list, as the current pieces hold it. */
export type ListedClock = {
  readonly duty: string;
  readonly verdict: Verdict;
  readonly startedOn: EpochDay | null;
  readonly dueOn: EpochDay | null;
};

/** What a list needs of the law to put a clock into words. */
export type ListLaw = {
  readonly titleOf: (duty: string) => string;
  /** A state check that fails because something is not there. */
  readonly lacks: (duty: string) => boolean;
  /** In what the limit of a clock that started that day is counted. */
  readonly unitOf: (duty: string, startedOn: EpochDay | null) => Count | null;
  readonly calendar: Calendar;
};

type Law = { readonly duties: readonly Duty[]; readonly calendarOf: (duty: Duty) => Calendar };

/** Titles, and in what each limit is counted: by the value in force on the day on which the clock began. */
export function listLawOf({ duties, calendarOf }: Law, policies: readonly Policy[]): ListLaw {
  const byId = new Map(duties.map((duty) => [duty.id, duty]));
  const book = policyBook(policies, null);
  const first = duties[0];
  if (!first) throw new Error('the statute has no duty');
  return {
    titleOf: (id) => byId.get(id)?.title ?? id,
    lacks: (id) => isLacking(checkOf(byId.get(id))),
    unitOf: (id, startedOn) => {
      const duty = byId.get(id);
      return duty && startedOn !== null ? valueOn(duty, book, fromEpochDay(startedOn)).count : null;
    },
    calendar: calendarOf(first),
  };
}

/** The state checks that somebody can still put right when they fail: with overdue clocks, what a list calls late. */
export const mendableIn = (duties: readonly Duty[]): string[] =>
  duties.filter((duty) => canStillBeMended(checkOf(duty))).map(({ id }) => id);

const checkOf = (duty: Duty | undefined): Answered['check'] => (duty?.shape === 'state' ? duty.check.is : null);

/** `4 working days late`, `3 days left`, `Missing`: a clock of a list on a day. */
export function statusOfListed(clock: ListedClock, on: LocalDate, law: ListLaw): string {
  const unit = law.unitOf(clock.duty, clock.startedOn);
  const dueOn = clock.dueOn === null ? null : fromEpochDay(clock.dueOn);
  const late = lateIn(clock, unit, toEpochDay(on), law.calendar);
  return statusInWords({ verdict: clock.verdict, late, unit, dueOn, ended: false, lacks: law.lacks(clock.duty), on });
}

function lateIn(clock: ListedClock, unit: Count | null, on: EpochDay, calendar: Calendar): number {
  if (clock.dueOn === null) return 0;
  const workingDays = unit?.startsWith('working-days') ? workingDaysBetween(calendar, clock.dueOn, on) : undefined;
  return Math.max(0, workingDays ?? on - clock.dueOn);
}
