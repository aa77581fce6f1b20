import { daysBetween, type LocalDate } from '../kernel/local-date.ts';
import { unreachable } from '../kernel/result.ts';
import type { CannotTell } from '../sight/clock.ts';
import type { Verdict } from '../sight/verdict.ts';
import type { Confidence, Count, Force } from '../statute/duty.ts';
import { countOf, plainDay, shortDay } from '../ui/dates-in-words.ts';

/** A stretch of days that a loaded file covers. */
export type Window = { readonly from: LocalDate; readonly until: LocalDate };

/** Everything that the words for one verdict turn on. Days late are in the unit of the limit. */
export type VerdictFacts = {
  readonly verdict: Verdict;
  readonly late: number;
  readonly unit: Count | null;
  readonly dueOn: LocalDate | null;
  readonly ended: boolean;
  /** A state check that fails because something is not there, rather than because something is. */
  readonly lacks?: boolean;
  readonly on: LocalDate;
};

const lateBy = (late: number, unit: Count | null): string =>
  countOf(late, unit?.startsWith('working-days') ? 'working day' : 'day');

/** The few words beside the mark, in a table: `98 days late`, `4 days left`, `Cannot tell`. */
export function statusInWords({ verdict, late, unit, dueOn, ended, lacks, on }: VerdictFacts): string {
  switch (verdict) {
    case 'overdue':
      if (ended) return 'Not done before it ended';
      return late > 0 ? `${lateBy(late, unit)} late` : 'Late';
    case 'due-soon': {
      const left = dueOn === null ? null : daysBetween(on, dueOn);
      return left === null ? 'Due soon' : left <= 0 ? 'Due today' : `${countOf(left, 'day')} left`;
    }
    case 'met-late':
      return late > 0 ? `Met ${lateBy(late, unit)} late` : 'Met late';
    case 'reasoned-late':
      return late > 0 ? `${lateBy(late, unit)} late, with a reason` : 'Late, with a reason';
    case 'not-due':
      return 'Not due yet';
    case 'met':
      return 'Met';
    case 'excused':
      return 'Excused';
    case 'superseded':
      return 'No longer owed';
    case 'cannot-tell':
      return 'Cannot tell';
    case 'holds':
      return 'In order';
    case 'fails':
      return lacks ? 'Missing' : 'Not in order';
    default:
      return unreachable(verdict);
  }
}

/** The headline of a page that explains one verdict. */
export function headlineOf(facts: VerdictFacts): string {
  const { verdict, late, unit, ended } = facts;
  if (late > 0 && verdict === 'met-late') return `Met late, by ${lateBy(late, unit)}`;
  if (late > 0 && verdict === 'reasoned-late') return `Late by ${lateBy(late, unit)}, with a recorded reason`;
  if (late > 0 && verdict === 'overdue' && !ended) return `Overdue by ${lateBy(late, unit)}`;
  return statusInWords(facts);
}

/** The name of a verdict inside a sentence or a heading: `Why “met late”`. */
export function verdictName(verdict: Verdict): string {
  switch (verdict) {
    case 'reasoned-late':
      return 'late, with a reason';
    case 'superseded':
      return 'no longer owed';
    case 'holds':
      return 'in order';
    case 'fails':
      return 'not in order';
    case 'not-due':
      return 'not due yet';
    default:
      return verdict.replaceAll('-', ' ');
  }
}

const UNITS: Record<Count, string> = {
  'working-days+': 'working day',
  'working-days=': 'working day',
  'days+': 'day',
  'days=': 'day',
  'weeks+': 'week',
  'weeks=': 'week',
  'months+': 'month',
  'years+': 'year',
  hours: 'hour',
};

/** `15 working days`, `6 weeks`, `72 hours`. */
export const limitInWords = (value: number, unit: Count): string => countOf(value, UNITS[unit]);

/** Which day is day one, and which are counted: the sentence above the counted days. */
export function countingInWords(unit: Count): string {
  switch (unit) {
    case 'working-days+':
      return 'The day it starts is day 0. Weekends and bank holidays are not counted.';
    case 'working-days=':
      return 'The day it starts is day 1 when it is a working day. Weekends and bank holidays are not counted.';
    case 'days+':
    case 'weeks+':
      return 'The day it starts is day 0. Every day is counted, weekends too.';
    case 'days=':
    case 'weeks=':
      return 'The day it starts is day 1. Every day is counted, weekends too.';
    case 'months+':
    case 'years+':
      return 'It falls due on the corresponding date, or on the last day of a month that has no such date.';
    case 'hours':
      return 'Hours are counted by the clock, through nights, weekends and holidays.';
    default:
      return unreachable(unit);
  }
}

/** What a force obliges the council to; its name alone is `forceInWords` of `ui/status-word`. */
export function whatForceMeans(force: Force): string {
  switch (force) {
    case 'act':
      return 'An Act of Parliament: a duty';
    case 'regulations':
      return 'Regulations: a duty';
    case 'statutory guidance':
      return 'Statutory guidance: follow it unless there is an exceptional, recorded reason';
    case 'standard':
      return 'A standard that inspectors and courts look for: not itself a duty';
    case 'measure':
      return 'A measure: a definition that statistics use, not a duty';
    case 'local':
      return 'This council’s own target: not law';
    default:
      return unreachable(force);
  }
}

/** How sure we are of a dated value. */
export function confidenceInWords(confidence: Confidence): string {
  switch (confidence) {
    case 'V':
      return 'Checked against the text itself';
    case 'V2':
      return 'Checked against a second-hand source';
    case 'K':
      return 'Known, not yet checked against a text: a miss is called late, not a breach';
    case 'U':
      return 'Unsure: switched off until somebody checks it';
    default:
      return unreachable(confidence);
  }
}

/** `on 5 March 2026`, `between 1 and …`, `on a day that is not known`. */
export function happenedInWords(earliest: LocalDate | null, latest: LocalDate | null): string {
  if (earliest === null && latest === null) return 'on a day that is not known';
  if (earliest === null) return `by ${plainDay(latest as LocalDate)}`;
  if (latest === null) return `on or after ${plainDay(earliest)}`;
  return earliest === latest ? `on ${plainDay(earliest)}` : `between ${plainDay(earliest)} and ${plainDay(latest)}`;
}

/** The same for a table cell. */
export function happenedShort(earliest: LocalDate | null, latest: LocalDate | null): string {
  if (earliest === null && latest === null) return 'Not known';
  if (earliest === null) return `by ${shortDay(latest as LocalDate)}`;
  if (latest === null) return `from ${shortDay(earliest)}`;
  return earliest === latest ? shortDay(earliest) : `${shortDay(earliest)} to ${shortDay(latest)}`;
}

/** What the sentence of a *cannot tell* turns on. Windows are those of the files that spoke of this child. */
export type Unsaid = {
  readonly startedBetween: { readonly earliest: LocalDate | null; readonly latest: LocalDate | null };
  readonly windows: readonly Window[];
  readonly on: LocalDate;
};

const lastWindow = (windows: readonly Window[], on: LocalDate): Window | undefined =>
  windows.filter(({ from }) => from <= on).sort((a, b) => (a.until < b.until ? 1 : -1))[0];
const firstWindow = (windows: readonly Window[]): Window | undefined =>
  [...windows].sort((a, b) => (a.from > b.from ? 1 : -1))[0];

/** Why nobody can say, in one sentence that a tired person reads once. */
export function whyCannotTell(because: CannotTell, { startedBetween, windows, on }: Unsaid): string {
  const last = lastWindow(windows, on);
  const first = firstWindow(windows);
  const started = happenedInWords(startedBetween.earliest, startedBetween.latest);
  switch (because) {
    case 'source-ends-before':
      return last
        ? `The census stops at ${plainDay(last.until)} and nothing has been recorded here since, so what happened after that day is not known.`
        : 'The file that says so stops before this day, and nothing has been recorded here since.';
    case 'source-begins-after':
      if (first && (startedBetween.earliest ?? '') >= first.from) {
        return `It looks back to before ${plainDay(first.from)}, the first day that the census covers: what happened then would not be in the file.`;
      }
      return first
        ? `It began ${started}, before the days that the census covers (from ${plainDay(first.from)}): what was done before then would not be in the file.`
        : `It began ${started}, before the days that the file covers.`;
    case 'source-never-says':
      return windows.length > 0
        ? 'The census never says whether this was done, and nobody has recorded it here.'
        : 'No file that was loaded says whether this was done, and nobody has recorded it here.';
    case 'start-day-not-known':
      return startedBetween.earliest === null && startedBetween.latest === null
        ? 'The day on which it began is not recorded, so the due day is not known.'
        : `It began ${started}; the exact day is not recorded, and the answer turns on it.`;
    case 'met-day-not-known':
      return 'It was done, but not on a day that is known exactly, and the due day may fall before or after it.';
    case 'end-day-not-known':
      return 'It ended on a day that is not known exactly, and the due day may fall before or after it.';
    case 'time-of-day-not-known':
      return 'The limit is in hours and only the days are recorded: the answer turns on the time of day.';
    case 'sources-disagree':
      return 'Two sources give different days for the same thing, and the answer would differ between them.';
    case 'calendar-ends':
      return 'The due day lies beyond the years for which bank holidays are known.';
    default:
      return unreachable(because);
  }
}
