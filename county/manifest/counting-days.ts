import { type Day, monthsAfter } from '../generate/days.ts';
import { workingDaysAfter } from '../generate/working-calendar.ts';
import type { Counting } from './clock-rule.ts';

/** Ways to count a limit; each answers the last day in time. */

export const workingDays =
  (days: number) =>
  ({ from }: Counting): Day =>
    workingDaysAfter(from, days);
export const weeks =
  (count: number) =>
  ({ from }: Counting): Day =>
    from + 7 * count;
export const months =
  (count: number) =>
  ({ from }: Counting): Day =>
    monthsAfter(from, count);

type Due = (counting: Counting) => Day | null;

/** In force for what starts on or after a day. */
export const since =
  (day: Day, due: Due): Due =>
  (counting) =>
    counting.start.on >= day ? due(counting) : null;
/** In force for what starts before a day. */
export const until =
  (day: Day, due: Due): Due =>
  (counting) =>
    counting.start.on < day ? due(counting) : null;
/** One limit for the first of a chain, another for those that follow. */
export const firstThen =
  (first: Due, next: Due): Due =>
  (counting) =>
    counting.link === 0 ? first(counting) : next(counting);
