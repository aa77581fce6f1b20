import { endOfDayInLondon, type Instant } from '../kernel/instant.ts';
import { daysInMonth, type LocalDate, localDate } from '../kernel/local-date.ts';
import { plainDay } from '../ui/dates-in-words.ts';
import type { Asked } from './child-page.ts';

/** What stands in the three boxes: as it was typed, or nothing. Never a day of ours. */
export type TypedDay = { readonly day: string; readonly month: string; readonly year: string };
export const NOTHING_TYPED: TypedDay = { day: '', month: '', year: '' };

/** The times that can be asked for: up to when things are known, up to when the sources speak, and the day it is. */
export type Times = {
  /** The settled mark: whatever was written after it may still be on its way. */
  readonly mark: Instant;
  readonly spokenUntil: LocalDate | null;
  readonly today: LocalDate;
};

export type AskedDay = { readonly asked: Asked; readonly typed: TypedDay; readonly fault: string | null };

/** As known now, on the latest day of which the sources speak. */
export const askedNow = ({ mark, spokenUntil, today }: Times): Asked => ({
  on: spokenUntil ?? today,
  knownAt: mark,
  how: 'now',
  spokenUntil,
  today,
});

/** Reads the query of a page: `day`, `month`, `year` and, for hindsight, `known=now`. Nothing typed asks for now; a fault shows now. */
export function readAsked(query: Readonly<Record<string, unknown>>, times: Times): AskedDay {
  const said = (name: string): string => (typeof query[name] === 'string' ? query[name].trim() : '');
  const typed = { day: said('day'), month: said('month'), year: said('year') };
  if (typed.day === '' && typed.month === '' && typed.year === '') {
    return { asked: askedNow(times), typed: NOTHING_TYPED, fault: null };
  }
  const read = readDay(typed, times.today);
  if ('fault' in read) return { asked: askedNow(times), typed, fault: read.fault };
  const how = said('known') === 'now' ? 'hindsight' : 'then';
  return { asked: askedThen(read.on, how, times), typed, fault: null };
}

/** A day gone by: as it was known by the end of it, or with hindsight. */
export function askedThen(on: LocalDate, how: 'then' | 'hindsight', { mark, spokenUntil, today }: Times): Asked {
  const end = endOfDayInLondon(on);
  return { on, knownAt: how === 'then' && end < mark ? end : mark, how, spokenUntil, today };
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** A month by its number or by its name, or the first three letters of it; 0 for anything else. */
function monthOf(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const name = text.toLowerCase();
  return name.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(name)) + 1;
}

function readDay({ day, month, year }: TypedDay, today: LocalDate): { on: LocalDate } | { fault: string } {
  if (day === '' || month === '' || year === '') return { fault: 'Enter a day, a month and a year, such as 5 12 2024' };
  const number = monthOf(month);
  if (!/^\d{1,2}$/.test(day) || number < 1 || number > 12 || !/^\d{4}$/.test(year)) {
    return { fault: 'Enter a day that exists, such as 5 12 2024, with all four figures of the year' };
  }
  const on = localDate(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (on === undefined)
    return {
      fault: `Enter a day that exists: ${monthName(number)} ${year} has ${daysInMonth(Number(year), number)} days`,
    };
  return on > today ? { fault: `Enter a day that is not after today, ${plainDay(today)}` } : { on };
}

const monthName = (number: number): string => {
  const name = MONTHS[number - 1] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** What a link carries so that the next page answers for the same two times; empty for "as known now". */
export function askedQuery({ how, on }: Asked): string {
  if (how === 'now') return '';
  const [year, month, day] = on.split('-').map(Number);
  return `?day=${day}&month=${month}&year=${year}${how === 'hindsight' ? '&known=now' : ''}`;
}
