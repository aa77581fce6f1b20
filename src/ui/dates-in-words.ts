import { dayInLondon, type Instant, timeInLondon } from '../kernel/instant.ts';
import { type LocalDate, toEpochDay, weekdayOf } from '../kernel/local-date.ts';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const partsOf = (date: LocalDate) => ({
  year: date.slice(0, 4),
  month: MONTHS[Number(date.slice(5, 7)) - 1] ?? '',
  day: String(Number(date.slice(8, 10))),
  weekday: WEEKDAYS[weekdayOf(toEpochDay(date))] ?? '',
});

/** "Friday 20 November 2026". */
export function longDay(date: LocalDate): string {
  const { weekday, day, month, year } = partsOf(date);
  return `${weekday} ${day} ${month} ${year}`;
}

/** "20 November 2026". */
export function plainDay(date: LocalDate): string {
  const { day, month, year } = partsOf(date);
  return `${day} ${month} ${year}`;
}

/** "20 Nov 2026": for tables and provenance. */
export function shortDay(date: LocalDate): string {
  const { day, month, year } = partsOf(date);
  return `${day} ${month.slice(0, 3)} ${year}`;
}

/** "Fri 20 Nov 2026": for a day that somebody must act on. */
export const shortWeekday = (date: LocalDate): string => `${partsOf(date).weekday.slice(0, 3)} ${shortDay(date)}`;

/** "20 Nov": where the year is plain from its surroundings. */
export function dayAndMonth(date: LocalDate): string {
  const { day, month } = partsOf(date);
  return `${day} ${month.slice(0, 3)}`;
}

/** "9.05am", by the clocks of England. */
export function clockTime(at: Instant): string {
  const [hours = 0, minutes = 0] = timeInLondon(at).split(':').map(Number);
  const past = minutes === 0 ? '' : `.${String(minutes).padStart(2, '0')}`;
  return `${hours % 12 === 0 ? 12 : hours % 12}${past}${hours < 12 ? 'am' : 'pm'}`;
}

/** "20 Nov 2026, 9.05am". */
export const momentInWords = (at: Instant): string => `${shortDay(dayInLondon(at))}, ${clockTime(at)}`;

/** "1 day", "2 days", "1,012 days". */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
