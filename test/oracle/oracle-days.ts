/** The oracle's own calendar: plain loops over days. Shares no code with the product, on purpose. */

const DAY = 86_400_000;
export const dayNumber = (text: string): number =>
  Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / DAY;
export const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The day that a clock on a wall in London shows. */
export const londonDay = (milliseconds: number): number =>
  dayNumber(new Date(milliseconds).toLocaleDateString('en-CA', { timeZone: 'Europe/London' }));

export type Holidays = { readonly days: ReadonlySet<string>; readonly firstYear: number; readonly lastYear: number };

const isCovered = (day: number, { firstYear, lastYear }: Holidays): boolean => {
  const year = Number(dayText(day).slice(0, 4));
  return year >= firstYear && year <= lastYear;
};
const isWorked = (day: number, holidays: Holidays): boolean => {
  const weekday = new Date(day * DAY).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.days.has(dayText(day));
};

/** Walks from day to day until enough worked days have passed; undefined past the years covered. */
function workedDaysAfter(start: number, count: number, startCounts: boolean, holidays: Holidays): number | undefined {
  let left = count;
  for (let day = startCounts ? start : start + 1; ; day += 1) {
    if (!isCovered(start, holidays) || !isCovered(day, holidays)) return undefined;
    if (isWorked(day, holidays)) left -= 1;
    if (left === 0) return day;
  }
}

export function monthsLater(start: number, months: number): number {
  const [year, month, day] = dayText(start).split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)) / DAY;
}

/** The last day of a limit; infinite for an infinite start. */
export function lastDayOf(start: number, limit: number, count: string, holidays: Holidays): number | undefined {
  if (!Number.isFinite(start)) return start;
  if (count === 'working-days+') return workedDaysAfter(start, limit, false, holidays);
  if (count === 'working-days=') return workedDaysAfter(start, limit, true, holidays);
  if (count === 'days+') return start + limit;
  if (count === 'days=') return start + limit - 1;
  if (count === 'weeks+') return start + 7 * limit;
  if (count === 'weeks=') return start + 7 * limit - 1;
  if (count === 'months+') return monthsLater(start, limit);
  if (count === 'years+') return monthsLater(start, 12 * limit);
  if (count === 'hours') return start + Math.ceil(limit / 24);
  throw new Error(count);
}
