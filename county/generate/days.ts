import type { Instant } from '../../src/kernel/instant.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';

/**
 * The generator's own arithmetic of days, by which the manifest says what is late. It shares no code with the product,
 * so that a mistake made there is not made here.
 */

/** Days since 1 January 1970. */
export type Day = number;

const MILLISECONDS = 86_400_000;
const FIRST = Date.UTC(1990, 0, 1) / MILLISECONDS;
const LAST = Date.UTC(2060, 11, 31) / MILLISECONDS;
const written: string[] = Array.from({ length: LAST - FIRST + 1 }, (_, at) =>
  new Date((FIRST + at) * MILLISECONDS).toISOString().slice(0, 10),
);

/** `2011-04-01` as a day. Throws for anything else. */
export function dayOf(text: string): Day {
  const day = Date.parse(`${text}T00:00:00Z`) / MILLISECONDS;
  if (!Number.isInteger(day)) throw new Error(`not a day: ${text}`);
  return day;
}

export function textOf(day: Day): LocalDate {
  const text = written[day - FIRST];
  if (text === undefined) throw new Error(`a day outside the county's years: ${day}`);
  return text as LocalDate;
}

/** 0 is Monday, 6 is Sunday. */
export const weekday = (day: Day): number => (((day + 3) % 7) + 7) % 7;
export const yearOf = (day: Day): number => Number(textOf(day).slice(0, 4));

/** The same date so many months on; the last of the month where it has none. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = textOf(day).split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)) / MILLISECONDS;
}

const lastSunday = (year: number, month: number): Day => {
  const last = Date.UTC(year, month + 1, 0) / MILLISECONDS;
  return last - ((weekday(last) + 1) % 7);
};
const summers = new Map<number, readonly [Day, Day]>();
const summerOf = (year: number): readonly [Day, Day] => {
  const known = summers.get(year) ?? ([lastSunday(year, 2), lastSunday(year, 9)] as const);
  summers.set(year, known);
  return known;
};

/** The moment of so many minutes after midnight by the clocks of England, in milliseconds; from two in the morning on. */
export function millisecondsAt(day: Day, minute: number): number {
  const [from, until] = summerOf(yearOf(day));
  const summer = day >= from && day < until ? 60 : 0;
  return day * MILLISECONDS + (minute - summer) * 60_000;
}

/** The day of a moment between nine in the morning and ten at night, in milliseconds. */
export const dayAt = (milliseconds: number): Day => Math.floor(milliseconds / MILLISECONDS);

export const momentAt = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant;
