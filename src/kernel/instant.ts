import { type LocalDate, localDate } from './local-date.ts';

/** A moment in UTC to the millisecond, written `2026-03-31T09:05:00.000Z`; sorts as text. */
export type Instant = string & { readonly Instant: unique symbol };

/** Milliseconds since 1970 as an instant. */
export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant;

/** Reads an ISO 8601 moment that names its offset (`Z` or `+01:00`). Answers undefined for anything else. */
export function instant(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  if (!localDate(text.slice(0, 10))) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : instantOf(milliseconds);
}

/** Milliseconds since 1970. */
export const millisecondsOf = (at: Instant): number => Date.parse(at);

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

function london(milliseconds: number): Record<string, string> {
  return Object.fromEntries(londonClock.formatToParts(milliseconds).map((part) => [part.type, part.value]));
}

/** The day in England at that moment: 23:30 UTC in July is already tomorrow. */
export function dayInLondon(at: Instant): LocalDate {
  const parts = london(Date.parse(at));
  return `${parts.year}-${parts.month}-${parts.day}` as LocalDate;
}

/** The clock time in England at that moment, `09:05`. */
export function timeInLondon(at: Instant): string {
  const parts = london(Date.parse(at));
  return `${parts.hour}:${parts.minute}`;
}

/**
 * The moment at which English clocks show that day and time (`HH:MM`). A time that the spring change skips
 * is answered as an hour later; one that the autumn change repeats is the first of the two.
 */
export function instantInLondon(date: LocalDate, time: string): Instant {
  const asIfUtc = Date.parse(`${date}T${time}:00.000Z`);
  const summer = asIfUtc - 3_600_000;
  const shown = london(summer);
  const isSummer = `${shown.year}-${shown.month}-${shown.day}T${shown.hour}:${shown.minute}` === `${date}T${time}`;
  return instantOf(isSummer ? summer : asIfUtc);
}

/** The last millisecond of a day in England: "what we knew on 1 August" means by the end of it. */
export function endOfDayInLondon(date: LocalDate): Instant {
  return instantOf(Date.parse(instantInLondon(date, '23:59')) + 59_999);
}
