import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay } from '../../../kernel/local-date.ts';
import { type Calendar, workingDaysFrom } from '../../../kernel/working-days.ts';

/** The day asked about, and each of the ten working days after it. */
export const WORKING_DAYS_AHEAD = 10;

/**
 * The days under which clocks that run out are counted. What falls due on a day that nobody works stands under the working
 * day before it: that is the last day on which a telephone call can still save it.
 */
export type DueColumns = {
  readonly days: readonly LocalDate[];
  /** The last due day that is counted: the day before the eleventh working day. */
  readonly until: LocalDate;
};

/** Undefined where bank holidays are not known so far ahead: then nobody can count. */
export function dueColumns(calendar: Calendar, on: LocalDate): DueColumns | undefined {
  const day = toEpochDay(on);
  const ahead: EpochDay[] = [];
  for (let number = 1; number <= WORKING_DAYS_AHEAD + 1; number += 1) {
    const next = workingDaysFrom(calendar, day, number, false);
    if (next === undefined) return undefined;
    ahead.push(next);
  }
  const beyond = ahead.pop() ?? day;
  return { days: [on, ...ahead.map(fromEpochDay)], until: fromEpochDay(beyond - 1) };
}

/** One duty's clocks under each of the columns. */
export type DueRow = { readonly duty: string; readonly counts: readonly number[]; readonly all: number };

/** Puts each due day under its column, and the duties with most to lose first. */
export function dueRows(
  { days, until }: DueColumns,
  due: readonly { readonly duty: string; readonly due: LocalDate; readonly clocks: number }[],
): DueRow[] {
  const rows = new Map<string, number[]>();
  for (const { duty, due: day, clocks } of due) {
    const column = days.findLastIndex((each) => each <= day);
    if (column < 0 || day > until) continue;
    const counts = rows.get(duty) ?? days.map(() => 0);
    counts[column] = (counts[column] ?? 0) + clocks;
    rows.set(duty, counts);
  }
  return [...rows]
    .map(([duty, counts]) => ({ duty, counts, all: counts.reduce((sum, count) => sum + count, 0) }))
    .sort((a, b) => b.all - a.all || (a.duty < b.duty ? -1 : 1));
}
