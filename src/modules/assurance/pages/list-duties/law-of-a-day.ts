import { type LocalDate, localDate } from '../../../../kernel/local-date.ts';
import { type DateTyped, readDateBoxes } from '../../../../ui/date-boxes.ts';

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

/** The words for what the council may set, by the names that `policy-set` entries use. */
export function parameterInWords(name: string): string {
  const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `protection` → `Protection`, `child-in-need` → `Child in need`. */
export const areaInWords = (area: string): string => area.charAt(0).toUpperCase() + area.slice(1).replaceAll('-', ' ');
