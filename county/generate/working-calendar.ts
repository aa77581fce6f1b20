import { type Day, dayOf, weekday } from './days.ts';

/** Easter Sunday by the computation of Gauss, as Meeus wrote it down. */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const date = ((h + l - 7 * m + 114) % 31) + 1;
  return dayOf(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
}

/** Bank holidays that were moved or given once: jubilees, a wedding, a funeral, a coronation, the days of 1945. */
const MOVED: Readonly<Record<string, string>> = {
  '2012-05-28': '2012-06-04',
  '2020-05-04': '2020-05-08',
  '2022-05-30': '2022-06-02',
};
const ONCE = ['2011-04-29', '2012-06-05', '2022-06-03', '2022-09-19', '2023-05-08'];

const mondayOnOrAfter = (day: Day): Day => day + ((7 - weekday(day)) % 7);
const moved = new Map(Object.entries(MOVED).map(([from, to]) => [dayOf(from), dayOf(to)]));

function holidaysOf(year: number): Day[] {
  const sunday = easter(year);
  const newYear = dayOf(`${year}-01-01`);
  const christmas = dayOf(`${year}-12-25`);
  const free = new Set<Day>();
  /** A feast at the weekend gives the next day that is not free already. */
  const feast = (day: Day): void => {
    let on = day;
    while (weekday(on) > 4 || free.has(on)) on += 1;
    free.add(on);
  };
  // Christmas and Boxing Day keep their own weekdays; only the one at a weekend moves.
  for (const day of [newYear, christmas, christmas + 1].filter((each) => weekday(each) < 5)) free.add(day);
  for (const day of [newYear, christmas, christmas + 1].filter((each) => weekday(each) >= 5)) feast(day);
  const mondays = [
    mondayOnOrAfter(dayOf(`${year}-05-01`)),
    mondayOnOrAfter(dayOf(`${year}-05-25`)),
    mondayOnOrAfter(dayOf(`${year}-08-25`)),
  ];
  return [...free, sunday - 2, sunday + 1, ...mondays.map((day) => moved.get(day) ?? day)];
}

const FROM = 2005;
const UNTIL = 2055;
const holidays = new Set<Day>([
  ...Array.from({ length: UNTIL - FROM + 1 }, (_, at) => holidaysOf(FROM + at)).flat(),
  ...ONCE.map(dayOf),
]);

export const isWorked = (day: Day): boolean => weekday(day) < 5 && !holidays.has(day);

const START = dayOf(`${FROM}-01-01`);
const worked: Day[] = [];
/** How many worked days lie before each day. */
const before: number[] = [];
for (let day = START; day <= dayOf(`${UNTIL}-12-31`); day += 1) {
  before.push(worked.length);
  if (isWorked(day)) worked.push(day);
}

const countedBefore = (day: Day): number => {
  const count = before[day - START];
  if (count === undefined) throw new Error(`a day outside the calendar: ${day}`);
  return count;
};

/** The last of so many working days, of which the first comes after the day. */
export function workingDaysAfter(day: Day, days: number): Day {
  const found = worked[countedBefore(day + 1) + days - 1];
  if (found === undefined) throw new Error(`working days that leave the calendar: ${day} + ${days}`);
  return found;
}

/** The day itself when it is worked, or the next that is. */
export const workedFrom = (day: Day): Day => workingDaysAfter(day - 1, 1);
/** The day itself when it is worked, or the last before it that was. */
export const workedUntil = (day: Day): Day => (isWorked(day) ? day : workedUntil(day - 1));
/** Working days after `from`, up to and including `to`. */
export const workingDaysBetween = (from: Day, to: Day): number => countedBefore(to + 1) - countedBefore(from + 1);
