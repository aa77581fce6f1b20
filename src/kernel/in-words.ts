import { dayInLondon, type Instant, timeInLondon } from './instant.ts';
import { type LocalDate, toEpochDay, weekdayOf } from './local-date.ts';

const MONTHS = [
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
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const partsOf = (date: LocalDate): { day: number; month: string; year: string } => ({
  day: Number(date.slice(8, 10)),
  month: MONTHS[Number(date.slice(5, 7)) - 1] ?? '',
  year: date.slice(0, 4),
});

/** `Wednesday`. */
export const weekdayName = (date: LocalDate): string => WEEKDAYS[weekdayOf(toEpochDay(date))] ?? '';

/** `17 Apr 2013`: for tables. */
export function shortDate(date: LocalDate): string {
  const { day, month, year } = partsOf(date);
  return `${day} ${month.slice(0, 3)} ${year}`;
}

/** `17 April 2013`: for sentences. */
export function plainDate(date: LocalDate): string {
  const { day, month, year } = partsOf(date);
  return `${day} ${month} ${year}`;
}

/** `Wed 17 Apr 2013`: where a person plans by it. */
export const dueDate = (date: LocalDate): string => `${weekdayName(date).slice(0, 3)} ${shortDate(date)}`;

/** `Wednesday 17 April 2013`: for the sentence that answers the page. */
export const longDate = (date: LocalDate): string => `${weekdayName(date)} ${plainDate(date)}`;

/** The time of day in England, as people write it: `5.40pm`, `9am`, `noon`, `midnight`. */
export function timeOfDay(at: Instant): string {
  const [hour = 0, minute = 0] = timeInLondon(at).split(':').map(Number);
  if (minute === 0 && hour === 12) return 'noon';
  if (minute === 0 && hour === 0) return 'midnight';
  const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** `25 Mar 2013, 5.40pm`, in England's time. */
export const shortMoment = (at: Instant): string => `${shortDate(dayInLondon(at))}, ${timeOfDay(at)}`;

/** `5,500`. Whole numbers only. */
export const wholeNumber = (value: number): string => String(Math.trunc(value)).replace(/\B(?=(\d{3})+$)/g, ',');

/** `1 day`, `1,012 days`, `3 children`: the number with its noun. */
export const countOf = (value: number, one: string, many = `${one}s`): string =>
  `${wholeNumber(value)} ${value === 1 ? one : many}`;

/** `a`, `a and b`, `a, b and c`. */
export function listOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
