import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay, weekdayOf } from '../kernel/local-date.ts';

/** How the days of one clock were counted. */
export type Counting = {
  readonly startedOn: LocalDate;
  /** "Strategy discussion". */
  readonly startWords: string;
  readonly dueOn: LocalDate;
  /** working-days: weekends and holidays are left out · days: every day counts · none: months and years, no numbers */
  readonly count: 'working-days' | 'days' | 'none';
  /** The starting day is day 1, when it counts at all. */
  readonly startCounts: boolean;
  /** Bank holidays from the start to the last day shown. */
  readonly holidays: readonly { readonly on: LocalDate; readonly name: string }[];
  /** What met it, or the day that the page is asked about: days after the due day until the last of these are late. */
  readonly marks: readonly { readonly on: LocalDate; readonly words: string }[];
};

export type CountedDay = {
  readonly on: LocalDate;
  /** outside: before the start or after the end · off: not counted */
  readonly is: 'outside' | 'start' | 'counted' | 'off' | 'due' | 'late';
  /** Its number: of the limit until the due day, of lateness after it. */
  readonly number: number | null;
  readonly holiday: string | null;
  readonly words: readonly string[];
};
/** Seven days from a Monday, or so many weeks left out because nothing happens in them. */
export type CountedWeek =
  | { readonly days: readonly CountedDay[] }
  | { readonly leftOut: number; readonly from: LocalDate; readonly until: LocalDate };

/** From here on, weeks in which nothing happens are left out. */
const MOST_WEEKS = 12;

/** The weeks from the start to the due day, or to the last mark after it. */
export function countedWeeks(counting: Counting): CountedWeek[] {
  const days = countedDays(counting);
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return weeks.length <= MOST_WEEKS ? weeks.map((each) => ({ days: each })) : withoutEmptyWeeks(weeks);
}

function countedDays(counting: Counting): CountedDay[] {
  const start = toEpochDay(counting.startedOn);
  const due = toEpochDay(counting.dueOn);
  const end = Math.max(due, start, ...counting.marks.map(({ on }) => toEpochDay(on)));
  // the weekend after the last Friday belongs to the picture; what follows a day that counts does not
  const rest = counting.count === 'working-days' && weekdayOf(end) === 4 ? end + 2 : end;
  const names = new Map(counting.holidays.map(({ on, name }) => [on, name]));
  const days: CountedDay[] = [];
  let [counted, late] = [0, 0];
  for (let day = start - weekdayOf(start); day <= end + (6 - weekdayOf(end)); day += 1) {
    const on = fromEpochDay(day);
    const holiday = names.get(on) ?? null;
    const counts = counting.count !== 'working-days' || (holiday === null && weekdayOf(day) < 5);
    if (counts && day > due && day <= end) late += 1;
    if (counts && day <= due && (day > start || (day === start && counting.startCounts))) counted += 1;
    const number = counting.count === 'none' && day <= due ? null : day <= due ? counted : late;
    days.push({ on, holiday, ...whatOf(day, { start, due, rest }, counts, number), words: wordsOn(on, counting) });
  }
  return days;
}

function whatOf(
  day: EpochDay,
  { start, due, rest }: { start: EpochDay; due: EpochDay; rest: EpochDay },
  counts: boolean,
  number: number | null,
): Pick<CountedDay, 'is' | 'number'> {
  if (day < start || day > rest) return { is: 'outside', number: null };
  if (day === start) return { is: 'start', number };
  if (day === due) return { is: 'due', number };
  if (!counts) return { is: 'off', number: null };
  return { is: day < due ? 'counted' : 'late', number };
}

const wordsOn = (on: LocalDate, { startedOn, startWords, marks }: Counting): string[] => [
  ...(on === startedOn ? [startWords] : []),
  ...marks.filter((mark) => mark.on === on).map(({ words }) => words),
];

/** Keeps the weeks in which something begins, falls due or happens, and their neighbours. */
function withoutEmptyWeeks(weeks: readonly (readonly CountedDay[])[]): CountedWeek[] {
  const happens = weeks.map((week) => week.some(({ is, words }) => is === 'due' || words.length > 0));
  const keeps = weeks.map((_, index) => [index - 1, index, index + 1].some((near) => happens[near]));
  const shown: CountedWeek[] = [];
  for (const [index, days] of weeks.entries()) {
    const [first, last] = [days[0], days[6]];
    const before = shown.at(-1);
    if (keeps[index] || !first || !last) shown.push({ days });
    else if (before && 'leftOut' in before)
      shown[shown.length - 1] = { ...before, leftOut: before.leftOut + 1, until: last.on };
    else shown.push({ leftOut: 1, from: first.on, until: last.on });
  }
  return shown;
}
