import { daysInMonth, type LocalDate, localDate, toEpochDay, weekdayOf } from '../kernel/local-date.ts';
import { longDay, MONTHS, plainDay, WEEKDAYS } from './dates-in-words.ts';

/** What somebody typed, kept as it was typed. */
export type DateTyped = { readonly day: string; readonly month: string; readonly year: string };
export type DatePart = keyof DateTyped;

/** A date, nothing at all, or what is wrong and in which boxes. Never a date that nobody typed. */
export type DateRead =
  | { readonly is: 'date'; readonly date: LocalDate }
  | { readonly is: 'empty' }
  | { readonly is: 'fault'; readonly text: string; readonly parts: readonly DatePart[] };

export type DateAsked = {
  /** How a sentence begins that is about this date: "The day of the visit". */
  readonly what: string;
  /** The last day that makes sense, and how it is called: a visit is not in the future. */
  readonly notAfter?: { readonly day: LocalDate; readonly words: string } | undefined;
  readonly notBefore?: { readonly day: LocalDate; readonly words: string } | undefined;
};

/** The three boxes called `name` of a posted form. */
export function dateTyped(body: Readonly<Record<string, unknown>>, name: string): DateTyped {
  const box = (part: DatePart): string => {
    const typed = body[`${name}-${part}`];
    return typeof typed === 'string' ? typed.trim() : '';
  };
  return { day: box('day'), month: box('month'), year: box('year') };
}

/** Reads three boxes. A whole date pasted into the first of them is read as one. */
export function readDateBoxes(typed: DateTyped, asked: DateAsked): DateRead {
  const { day, month, year } = typed;
  if (!month && !year && day.length > 4) return readDateText(day, asked);
  const missing = (['day', 'month', 'year'] as const).filter((part) => !typed[part]);
  if (missing.length === 3) return { is: 'empty' };
  if (missing.length > 0) return fault(`${asked.what} must include a ${missing.join(' and a ')}`, missing);
  return fromParts(dayOf(day), monthOf(month), year, asked);
}

/**
 * Reads one line: `27 3 2015`, `27/03/2015`, `27 March 2015`, `Fri 27th Mar 2015`, `March 27, 2015`, `2015-03-27`.
 * Two numbers for a year are refused rather than guessed, and so is a weekday that does not fit.
 */
export function readDateText(text: string, asked: DateAsked): DateRead {
  const words = text
    .trim()
    .split(/[\s,./-]+/)
    .filter(Boolean);
  if (words.length === 0) return { is: 'empty' };
  const weekday = weekdayNamed(words[0] ?? '');
  const [first = '', second = '', third = '', ...more] = weekday === null ? words : words.slice(1);
  if (!third || more.length > 0) return fault(`${asked.what} must be a day, a month and a year, such as 27 March 2015`);
  const read = /^\d{4}$/.test(first)
    ? fromParts(dayOf(third), monthOf(second), first, asked)
    : /^[a-z]/i.test(first)
      ? fromParts(dayOf(second), monthOf(first), third, asked)
      : fromParts(dayOf(first), monthOf(second), third, asked);
  if (read.is !== 'date' || weekday === null || weekdayOf(toEpochDay(read.date)) === weekday) return read;
  return fault(
    `${plainDay(read.date)} is a ${longDay(read.date).split(' ')[0]}, not a ${WEEKDAYS[weekday]}: check which is right`,
  );
}

/** What was understood, to be said back to the person who typed it. */
export const understood = (read: DateRead): string | null =>
  read.is === 'date' ? `Understood as ${longDay(read.date)}.` : null;

const fault = (text: string, parts: readonly DatePart[] = ['day', 'month', 'year']): DateRead => ({
  is: 'fault',
  text,
  parts,
});

const dayOf = (word: string): number =>
  /^\d{1,2}(st|nd|rd|th)?$/i.test(word) ? Number.parseInt(word, 10) : Number.NaN;

function monthOf(word: string): number {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const letters = word.toLowerCase().replace(/\.$/, '');
  const index =
    letters.length < 3
      ? -1
      : MONTHS.findIndex((month) => month.toLowerCase().startsWith(letters.replace(/^sept$/, 'sep')));
  return index < 0 ? Number.NaN : index + 1;
}

function weekdayNamed(word: string): number | null {
  const letters = word.toLowerCase();
  const index = letters.length < 3 ? -1 : WEEKDAYS.findIndex((weekday) => weekday.toLowerCase().startsWith(letters));
  return index < 0 ? null : index;
}

function fromParts(day: number, month: number, year: string, asked: DateAsked): DateRead {
  const { what } = asked;
  if (/^\d{2}$/.test(year)) return fault(`${what} must have the year in full, such as 20${year}`, ['year']);
  if (!/^\d{4}$/.test(year) || Number(year) < 1000) return fault(`${what} must have a year of four numbers`, ['year']);
  if (Number.isNaN(month) || month < 1 || month > 12)
    return fault(`${what} must have a real month, such as 3 or March`, ['month']);
  const most = daysInMonth(Number(year), month);
  if (Number.isNaN(day) || day < 1 || day > most) {
    return fault(`${what} must be a real day: ${MONTHS[month - 1]} ${year} has ${most} days`, ['day']);
  }
  const date = localDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  return date ? inBounds(date, asked) : fault(`${what} must be a real day`);
}

function inBounds(date: LocalDate, { what, notAfter, notBefore }: DateAsked): DateRead {
  if (notAfter && date > notAfter.day)
    return fault(`${what} must not be after ${notAfter.words}, ${plainDay(notAfter.day)}`);
  if (notBefore && date < notBefore.day)
    return fault(`${what} must not be before ${notBefore.words}, ${plainDay(notBefore.day)}`);
  return { is: 'date', date };
}
