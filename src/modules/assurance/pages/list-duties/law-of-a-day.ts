import { type LocalDate, localDate } from '../../../../kernel/local-date.ts';
import type { Parameter } from '../../../../statute/duty.ts';
import { type DateTyped, readDateBoxes } from '../../../../ui/date-boxes.ts';
import { plainDay } from '../../../../ui/dates-in-words.ts';
import type { SetLocally } from '../../core/duty-on-a-day.ts';

/** The day whose law is asked for: `on=2013-01-14`, or three boxes, or today. A fault shows today and says what is wrong. */
export type LawDay = { readonly on: LocalDate; readonly typed: DateTyped; readonly fault: string | null };

/** Any day may be asked for, in the past or to come. */
export function readLawDay(query: Readonly<Record<string, unknown>>, today: LocalDate): LawDay {
  const said = (name: string): string => (typeof query[name] === 'string' ? query[name].trim() : '');
  const typed = { day: said('day'), month: said('month'), year: said('year') };
  if (said('on') !== '') {
    const on = localDate(said('on'));
    return { on: on ?? today, typed, fault: on ? null : 'The day must be written as in 2013-01-14' };
  }
  const read = readDateBoxes(typed, { what: 'The day' });
  if (read.is === 'date') return { on: read.date, typed, fault: null };
  return { on: today, typed, fault: read.is === 'fault' ? read.text : null };
}

/** What a setting of the council's own changes of a duty. */
export const SETTING_WORDS: Record<Parameter['sets'], string> = {
  limit: 'Its own limit',
  'begins-on': 'The day from which it holds here',
  'ends-on': 'The day on which it stopped here',
  'start-counts': 'Whether the first day counts',
  'switched-on': 'Whether it is watched',
  'leave-days': 'Days of a worker’s leave after which nobody holds the child',
};

/** A value that was set, for a sentence. */
export const settingInWords = (value: SetLocally['value']): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'string' ? plainDay(value) : String(value);

/** `protection` → `Protection`, `child-in-need` → `Child in need`. */
export const areaInWords = (area: string): string => area.charAt(0).toUpperCase() + area.slice(1).replaceAll('-', ' ');
