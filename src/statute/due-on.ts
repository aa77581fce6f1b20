import { addMonthsToEpochDay, type EpochDay } from '../kernel/local-date.ts';
import { type Calendar, workingDaysFrom } from '../kernel/working-days.ts';
import type { Count } from './duty.ts';

/** A limit and the way in which it is counted. */
export type Limit = { readonly limit: number; readonly count: Count };

/**
 * The last day of a limit that starts on a day. Calendar limits do not roll forward from a weekend; months and years
 * end on the corresponding date, or on the last day of a month that has none. Hours are answered in days (48 hours:
 * two days later), for records that hold no time of day. Undefined when working days leave the calendar's years.
 */
export function dueOn({ limit, count }: Limit, start: EpochDay, calendar: Calendar): EpochDay | undefined {
  switch (count) {
    case 'working-days+':
      return workingDaysFrom(calendar, start, limit, false);
    case 'working-days=':
      return workingDaysFrom(calendar, start, limit, true);
    case 'days+':
      return start + limit;
    case 'days=':
      return start + limit - 1;
    case 'weeks+':
      return start + 7 * limit;
    case 'weeks=':
      return start + 7 * limit - 1;
    case 'months+':
      return addMonthsToEpochDay(start, limit);
    case 'years+':
      return addMonthsToEpochDay(start, 12 * limit);
    case 'hours':
      return start + Math.ceil(limit / 24);
  }
}
