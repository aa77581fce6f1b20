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

const LEAST_PAST_DAYS = 42;
const LEAST_FUTURE_DAYS = 21;

/**
 * From the beginning of the month in which the first thing happened, to a strip of future wide enough for the next due
 * days but never for more than a third of the picture: what was done comes first.
 */
export function rangeOf(picture: SightlinePicture): Range {
  const { today, lanes } = picture;
  const parts = lanes.flatMap((lane) => lane.parts);
  const begun = parts.map((part) => (isStretch(part) ? part.from : part.on)).filter((day) => day <= today);
  const earliest = begun.reduce((a, b) => (a < b ? a : b), addDays(today, -LEAST_PAST_DAYS));
  const from = `${earliest.slice(0, 8)}01` as LocalDate;
  const past = daysBetween(from, today);
  const furthest = parts.reduce(
    (days, part) => (part.is === 'due' ? Math.max(days, daysBetween(today, part.on)) : days),
    0,
  );
  const least = Math.max(LEAST_FUTURE_DAYS, Math.round(past * 0.08));
  const most = Math.max(LEAST_FUTURE_DAYS, Math.round(past * 0.5));
  return { from, until: addDays(today, Math.min(Math.max(furthest + Math.round(past * 0.03) + 5, least), most)) };
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

/** The lines of time: fortnights in a short range, then months, quarters, years. */
export function ticksOf(range: Range): Tick[] {
  const span = daysBetween(range.from, range.until);
  const months = span <= 110 ? 0 : span <= 500 ? 1 : span <= 1700 ? 3 : 12;
  const days = months === 0 ? mondays(range) : monthStarts(range, months);
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

function mondays(range: Range): LocalDate[] {
  const first: EpochDay = toEpochDay(range.from);
  const found: LocalDate[] = [];
  for (let day = first + ((7 - weekdayOf(first)) % 7); day <= toEpochDay(range.until); day += 14)
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
