import { endOfDayInLondon, type Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { type DateTyped, readDateBoxes } from '../ui/date-boxes.ts';
import type { Asked } from './child-page.ts';

/** What stands in the three boxes: as it was typed, or nothing. Never a day of ours. */
export type TypedDay = DateTyped;
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
  const read = readDateBoxes(typed, { what: 'The day', notAfter: { day: times.today, words: 'today' } });
  if (read.is !== 'date') {
    return { asked: askedNow(times), typed, fault: read.is === 'fault' ? read.text : 'Enter a day, such as 5 12 2024' };
  }
  const how = said('known') === 'now' ? 'hindsight' : 'then';
  return { asked: askedThen(read.date, how, times), typed, fault: null };
}

/** A day gone by: as it was known by the end of it, or with hindsight. */
export function askedThen(on: LocalDate, how: 'then' | 'hindsight', { mark, spokenUntil, today }: Times): Asked {
  const end = endOfDayInLondon(on);
  return { on, knownAt: how === 'then' && end < mark ? end : mark, how, spokenUntil, today };
}

/** What a link carries so that the next page answers for the same two times; empty for "as known now". */
export function askedQuery({ how, on }: Asked): string {
  if (how === 'now') return '';
  const [year, month, day] = on.split('-').map(Number);
  return `?day=${day}&month=${month}&year=${year}${how === 'hindsight' ? '&known=now' : ''}`;
}
