/** A calendar day in England, written `2013-03-29`. Never a JavaScript Date: a Date is an instant and drifts at midnight in summer. */
export type LocalDate = string & { readonly LocalDate: unique symbol };

/** A day as a whole number of days since 1 January 1970: what the engine counts with. */
export type EpochDay = number;

/** Reads `YYYY-MM-DD`; answers undefined for anything that is not a real day between years 1000 and 9999. Never guesses. */
export function localDate(text: string): LocalDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return text as LocalDate;
}

/** The same for text that the program itself wrote. Throws where `localDate` would answer undefined. */
export function mustBeDate(text: string): LocalDate {
  const date = localDate(text);
  if (!date) throw new Error(`not a date: ${JSON.stringify(text)}`);
  return date;
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month; `month` counts from 1. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Days since 1 January 1970 of a proleptic Gregorian date. `month` counts from 1. */
export function epochDayOf(year: number, month: number, day: number): EpochDay {
  const shifted = month <= 2 ? year - 1 : year; // years that begin in March put the leap day last
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The year, month (from 1) and day of an epoch day. */
export function civilOf(epochDay: EpochDay): { year: number; month: number; day: number } {
  const shifted = epochDay + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** The epoch day of a date. */
export const toEpochDay = (date: LocalDate): EpochDay =>
  epochDayOf(twoDigits(date, 0) * 100 + twoDigits(date, 2), twoDigits(date, 5), twoDigits(date, 8));

/** Digit by digit: a county's load asks millions of times. */
const twoDigits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** The date of an epoch day. */
export function fromEpochDay(epochDay: EpochDay): LocalDate {
  const { year, month, day } = civilOf(epochDay);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as LocalDate;
}

/** The date so many days later (earlier when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate => fromEpochDay(toEpochDay(date) + days);

/**
 * The corresponding date so many months later, or the last day of that month where it has no such day:
 * 31 August plus six months is 28 February.
 */
export function addMonthsToEpochDay(from: EpochDay, months: number): EpochDay {
  const { year, month, day } = civilOf(from);
  const zeroBased = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(zeroBased / 12), (zeroBased % 12) + 1];
  return epochDayOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** `addMonthsToEpochDay` for dates. */
export const addMonths = (date: LocalDate, months: number): LocalDate =>
  fromEpochDay(addMonthsToEpochDay(toEpochDay(date), months));

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => toEpochDay(to) - toEpochDay(from);

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (epochDay: EpochDay): number => (((epochDay + 3) % 7) + 7) % 7;

/** Saturday or Sunday. */
export const isWeekend = (date: LocalDate): boolean => weekdayOf(toEpochDay(date)) >= 5;

/** Completed years on a day; negative before birth. A birthday on 29 February falls on 28 February in a common year. */
export function ageOn(born: LocalDate, on: LocalDate): number {
  let years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  if (addMonths(born, years * 12) > on) years -= 1;
  return years;
}
