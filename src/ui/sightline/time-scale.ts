import {
  addDays,
  addMonths,
  daysBetween,
  type EpochDay,
  epochDayOf,
  fromEpochDay,
  type LocalDate,
  toEpochDay,
  weekdayOf,
} from '../../kernel/local-date.ts';
import { dayAndMonth, MONTHS } from '../dates-in-words.ts';
import { isStretch, type SightlinePicture } from './sightline-picture.ts';

/** The days that a picture shows, first and last. */
export type Range = { readonly from: LocalDate; readonly until: LocalDate };

const LEAST_PAST_DAYS = 14;
const LEAST_FUTURE_DAYS = 14;
/** Of a short record what comes next is half of the picture. */
const SHORT_FUTURE_DAYS = 42;

/**
 * From the beginning of the week, month or quarter in which the first thing happened, to a strip of future wide enough
 * for the next due days. Of a long record it is never more than a third of the picture: what was done comes first.
 */
export function rangeOf(picture: SightlinePicture): Range {
  const { today, lanes } = picture;
  const parts = lanes.flatMap((lane) => lane.parts);
  const begun = parts.map((part) => (isStretch(part) ? part.from : part.on)).filter((day) => day <= today);
  const earliest = begun.reduce((a, b) => (a < b ? a : b), addDays(today, -LEAST_PAST_DAYS));
  const from = roundedDown(earliest, daysBetween(earliest, today));
  const past = daysBetween(from, today);
  const dueDays = parts.map((part) => (part.is === 'due' ? daysBetween(today, part.on) : 0));
  const wanted = Math.max(...dueDays, 0) + Math.round(past * 0.03) + 5;
  const least = Math.max(LEAST_FUTURE_DAYS, Math.round(past * 0.08));
  const most = Math.max(SHORT_FUTURE_DAYS, Math.round(past * 0.5));
  return { from, until: addDays(today, Math.min(Math.max(wanted, least), most)) };
}

function roundedDown(day: LocalDate, past: number): LocalDate {
  if (past <= 60) return addDays(day, -weekdayOf(toEpochDay(day)) - 1);
  const month = Number(day.slice(5, 7));
  const first = past <= 400 ? month : month - ((month - 1) % 3);
  return fromEpochDay(epochDayOf(Number(day.slice(0, 4)), first, 1));
}

/** Where a day stands between two ends of a line; days outside the range stand at its ends. */
export function scaleOf(range: Range, start: number, end: number): (day: LocalDate) => number {
  const [first, last] = [toEpochDay(range.from), toEpochDay(range.until)];
  return (day) => {
    const part = (Math.min(Math.max(toEpochDay(day), first), last) - first) / (last - first);
    return Math.round((start + part * (end - start)) * 10) / 10;
  };
}

export type Tick = {
  readonly on: LocalDate;
  /** What stands at the line: a month, or a day of a short range; empty for years alone. */
  readonly label: string;
  /** The year, where one begins or where the range begins. */
  readonly year: string | null;
};

/** The lines of time: weeks or fortnights in a short range, then months, quarters, years. */
export function ticksOf(range: Range): Tick[] {
  const span = daysBetween(range.from, range.until);
  const months = span <= 110 ? 0 : span <= 500 ? 1 : span <= 1700 ? 3 : 12;
  const days = months === 0 ? mondays(range, span <= 60 ? 7 : 14) : monthStarts(range, months);
  return days.map((on, index) => {
    const january = months === 0 ? on.slice(0, 4) !== days[index - 1]?.slice(0, 4) : on.slice(5, 7) === '01';
    return {
      on,
      label:
        months === 12 ? '' : months === 0 ? dayAndMonth(on) : (MONTHS[Number(on.slice(5, 7)) - 1] ?? '').slice(0, 3),
      year: index === 0 || january ? on.slice(0, 4) : null,
    };
  });
}

function mondays(range: Range, step: number): LocalDate[] {
  const first: EpochDay = toEpochDay(range.from);
  const found: LocalDate[] = [];
  for (let day = first + ((7 - weekdayOf(first)) % 7); day <= toEpochDay(range.until); day += step)
    found.push(fromEpochDay(day));
  return found;
}

function monthStarts(range: Range, step: number): LocalDate[] {
  const year = Number(range.from.slice(0, 4));
  const found: LocalDate[] = [];
  for (let day = fromEpochDay(epochDayOf(year, 1, 1)); day <= range.until; day = addMonths(day, step)) {
    if (day >= range.from) found.push(day);
  }
  return found;
}
