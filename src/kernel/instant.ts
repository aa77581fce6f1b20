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

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Enough for a hundred years of days; more would only be somebody's wild dates. */
const MOST_DAYS = 40_000;
/** How far English clocks are ahead through a whole day of UTC; null on the two days a year on which they change. */
const aheadOnDay = new Map<number, number | null>();

/** How far English clocks are ahead of UTC at a moment, in milliseconds. Asking the calendar is slow, and pages ask for every entry. */
function aheadAt(milliseconds: number): number {
  const day = Math.floor(milliseconds / DAY);
  let ahead = aheadOnDay.get(day);
  if (ahead === undefined) {
    const [first, last] = [askAhead(day * DAY), askAhead((day + 1) * DAY - 1)];
    ahead = first === last ? first : null;
    if (aheadOnDay.size >= MOST_DAYS) aheadOnDay.clear();
    aheadOnDay.set(day, ahead);
  }
  return ahead ?? askAhead(milliseconds);
}

function askAhead(milliseconds: number): number {
  const parts = Object.fromEntries(londonClock.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
  const shown = Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:00.000Z`);
  return shown - Math.floor(milliseconds / 60_000) * 60_000;
}

/** The moment that was asked for last: a page asks for its day and its time, and a file wrote all its entries at one. */
let last: { readonly at: Instant; readonly shown: string } | undefined;

/** What English clocks show at a moment, written as if it were UTC. */
function shownInLondon(at: Instant): string {
  if (last?.at === at) return last.shown;
  const milliseconds = Date.parse(at);
  last = { at, shown: instantOf(milliseconds + aheadAt(milliseconds)) };
  return last.shown;
}

/** The day in England at that moment: 23:30 UTC in July is already tomorrow. */
export const dayInLondon = (at: Instant): LocalDate => shownInLondon(at).slice(0, 10) as LocalDate;

/** The clock time in England at that moment, `09:05`. */
export const timeInLondon = (at: Instant): string => shownInLondon(at).slice(11, 16);

/**
 * The moment at which English clocks show that day and time (`HH:MM`). A time that the spring change skips
 * is answered as an hour later; one that the autumn change repeats is the first of the two.
 */
export function instantInLondon(date: LocalDate, time: string): Instant {
  const asIfUtc = Date.parse(`${date}T${time}:00.000Z`);
  const summer = asIfUtc - HOUR;
  return instantOf(aheadAt(summer) === HOUR ? summer : asIfUtc);
}

/** The last millisecond of a day in England: "what we knew on 1 August" means by the end of it. */
export function endOfDayInLondon(date: LocalDate): Instant {
  return instantOf(Date.parse(instantInLondon(date, '23:59')) + 59_999);
}
