import type { Id } from '../../../../../kernel/id.ts';
import { id } from '../../../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../../../kernel/local-date.ts';
import { type DateRead, type DateTyped, dateTyped, readDateBoxes } from '../../../../../ui/date-boxes.ts';
import { dateFault } from '../../../../../ui/date-fields.tsx';
import type { FieldFault } from '../../../../../ui/error-summary.tsx';
import { faultOfDays, type LogStretch, stretchOfDays } from '../../../core/access-log/log-time.ts';

type AnyQuery = Readonly<Record<string, unknown>>;

/** What somebody asks of the access log: whose lines, of which days. */
export type LogQuestion = {
  readonly person: Id | null;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly stretch: LogStretch;
  /** As they were typed. */
  readonly typed: { readonly from: DateTyped; readonly until: DateTyped };
  /** How they were read; nothing typed is no fault. */
  readonly read: { readonly from: DateRead; readonly until: DateRead };
  readonly faults: readonly FieldFault[];
};

/** Nobody typed a day: the last seven are shown, and the page says so. */
const DAYS_UNASKED = 7;

/** Reads the query. What is wrong with it is said, and the last seven days are shown instead. */
export function readLogQuestion(query: AnyQuery, today: LocalDate): LogQuestion {
  const typed = { from: dateTyped(query, 'from'), until: dateTyped(query, 'until') };
  const notAfter = { day: today, words: 'today' };
  const until = readDateBoxes(typed.until, { what: 'The last day', notAfter });
  const last = until.is === 'date' ? until.date : today;
  const from = readFirst(readDateBoxes(typed.from, { what: 'The first day', notAfter }), last);
  const faults = [...dateFault('from', from), ...dateFault('until', until)];
  const first = from.is === 'date' ? from.date : addDays(last, 1 - DAYS_UNASKED);
  const days =
    faults.length === 0 ? { from: first, until: last } : { from: addDays(today, 1 - DAYS_UNASKED), until: today };
  const person = typeof query.person === 'string' ? (id(query.person) ?? null) : null;
  return { person, ...days, stretch: stretchOfDays(days.from, days.until), typed, read: { from, until }, faults };
}

/** A first day that does not fit the last is a fault of its own. */
function readFirst(read: DateRead, last: LocalDate): DateRead {
  const text = read.is === 'date' ? faultOfDays(read.date, last) : undefined;
  return text === undefined ? read : { is: 'fault', text, parts: ['day', 'month', 'year'] };
}

/** The same question as the query of a link. */
export function logQuery({ person, from, until }: Pick<LogQuestion, 'person' | 'from' | 'until'>): string {
  const boxes = (name: string, day: LocalDate) => {
    const [year, month, date] = day.split('-').map(Number);
    return `${name}-day=${date}&${name}-month=${month}&${name}-year=${year}`;
  };
  return `?${boxes('from', from)}&${boxes('until', until)}${person === null ? '' : `&person=${person}`}`;
}
