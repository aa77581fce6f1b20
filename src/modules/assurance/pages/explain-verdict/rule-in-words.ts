import { fromEpochDay, type LocalDate, toEpochDay } from '../../../../kernel/local-date.ts';
import { type Calendar, workingDaysBetween } from '../../../../kernel/working-days.ts';
import { dueOn } from '../../../../statute/due-on.ts';
import type { Count, Duty } from '../../../../statute/duty.ts';
import { countOf, longDay, plainDay } from '../../../../ui/dates-in-words.ts';
import type { Answered } from '../../../child-page.ts';
import { confidenceInWords, countingInWords, limitInWords, whatForceMeans } from '../../../verdict-in-words.ts';
import { periodOn } from '../../core/duty-on-a-day.ts';

/** The law that a page explains a verdict by. */
export type Law = {
  readonly duty: Duty;
  readonly calendar: Calendar;
  readonly sources: ReadonlyMap<string, string>;
  /** The SHA-256 over the whole statute. */
  readonly version: string;
};

function inForceInWords(duty: Duty, startedOn: LocalDate | null): string {
  if (startedOn === null) return 'The day it began is not known, so neither is the rule of that day';
  const period = periodOn(duty, startedOn);
  if (!period?.value) return `On ${plainDay(startedOn)}, the day it began: no`;
  const since = `in force from ${plainDay(period.from)}`;
  const until = period.until === null ? 'and still in force' : `until ${plainDay(period.until)}`;
  return `On ${plainDay(startedOn)}, the day it began: yes (${since} ${until})`;
}

const sourcesInWords = (keys: string, sources: ReadonlyMap<string, string>): string =>
  keys
    .split(/,\s*/)
    .map((key) => sources.get(key) ?? key)
    .join('; ');

/** The rule, as pairs of a name and a fact. */
export function ruleInWords({ explanation }: Answered, law: Law): (readonly [string, string])[] {
  const { duty, sources, version } = law;
  const { limit, citation, force, confidence, startedOn, relaxed, local } = explanation;
  const value = startedOn === null ? undefined : periodOn(duty, startedOn)?.value;
  return [
    ['Duty', duty.title],
    ['What it asks', duty.asks],
    ['Limit', limit === null ? 'No number of days: it must be so' : `${limitInWords(limit.value, limit.unit)}`],
    ['Who owes it', duty.owes],
    ['Source', citation],
    ...(value ? [['Where we read it', sourcesInWords(value.source, sources)] as const] : []),
    ['Force', whatForceMeans(force)],
    ['How sure we are', confidenceInWords(confidence)],
    ['In force', inForceInWords(duty, startedOn)],
    ...(relaxed ? [['Relaxed', 'A temporary rule eased this limit on some of these days'] as const] : []),
    ...(local ? [['Whose limit', 'This council’s own, not the law’s'] as const] : []),
    ...(limit === null ? [] : [['How days are counted', countingInWords(limit.unit)] as const]),
    ...(limit?.unit.startsWith('working-days')
      ? [
          [
            'Working day',
            'Not Saturday, Sunday, Christmas Day, Good Friday or a bank holiday in England and Wales',
          ] as const,
        ]
      : []),
    ['Rule file', `${duty.id}, checked ${plainDay(duty.checked.on as LocalDate)}; statute ${version.slice(0, 8)}`],
  ];
}

const OTHER_WAY: Partial<Record<Count, Count>> = {
  'working-days+': 'working-days=',
  'working-days=': 'working-days+',
  'days+': 'days=',
  'days=': 'days+',
  'weeks+': 'weeks=',
  'weeks=': 'weeks+',
};

/** What counting the first day the other way would change; null when both ways end on one day. */
export function otherCountInWords(
  { explanation }: Answered,
  { calendar }: Law,
  /** The day on which it was done or, while nothing has, the day that was asked about. */
  doneOrAsked: LocalDate,
): string | null {
  const { limit, dueOn: due } = explanation;
  const startedOn = explanation.countedFrom ?? explanation.startedOn;
  const other = limit && OTHER_WAY[limit.unit];
  if (!limit || !other || startedOn === null || due === null || explanation.broughtForwardBy !== null) return null;
  const otherDue = dueOn({ limit: limit.value, count: other }, toEpochDay(startedOn), calendar);
  if (otherDue === undefined || otherDue === toEpochDay(due)) return null;
  const way = other.endsWith('=') ? 'as day 1, as some councils do,' : 'as day 0';
  const day = fromEpochDay(otherDue);
  const change = COULD_BE_LATE.has(explanation.verdict)
    ? changeInWords(doneOrAsked > due, lateInWords(otherDue, doneOrAsked, limit.unit, calendar))
    : '';
  return `Counting the day it began ${way} would make it due on ${longDay(day)}${change}.`;
}

/** Verdicts that the due day decides: of the others nobody can say that they would be late. */
const COULD_BE_LATE: ReadonlySet<string> = new Set([
  'not-due',
  'due-soon',
  'met',
  'met-late',
  'overdue',
  'reasoned-late',
]);

function changeInWords(was: boolean, late: string | null): string {
  if (late === null) return was ? ': then it would not be late' : '';
  return `: ${was ? 'late all the same' : 'then it would be late'}, by ${late}`;
}

function lateInWords(due: number, done: LocalDate, unit: Count, calendar: Calendar): string | null {
  const day = toEpochDay(done);
  if (day <= due) return null;
  const workingDays = unit.startsWith('working-days') ? workingDaysBetween(calendar, due, day) : undefined;
  return workingDays === undefined ? countOf(day - due, 'day') : countOf(workingDays, 'working day');
}
