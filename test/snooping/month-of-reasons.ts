import type { Chance } from '../../county/census/chance.ts';
import { pickShare } from '../../county/generate/shares.ts';
import type { Employee, Family } from './invented-readers.ts';
import { about, DAYS, isWorkday, momentOf, officeMinute } from './month-diary.ts';
import { childOf, type Month } from './month-of-work.ts';

/** How often somebody opens with a reason in a month: the desk rings round, the director hardly. */
const A_MONTH: Readonly<Record<Employee['post'], number>> = {
  worker: 7,
  manager: 9,
  supervising: 6,
  'front-door': 18,
  'night-desk': 10,
  chair: 4,
  reviewing: 4,
  legal: 5,
  auditor: 2,
  analyst: 0,
  director: 0,
};

type Told = (month: Month, employee: Employee, family: Family, day: number) => void;

/** On how many different days one reason leads to the same record. */
const daysBusy = (chance: Chance): number =>
  pickShare(chance, [
    [1, 84],
    [2, 12],
    [3, 3],
    [4, 0.7],
    [6, 0.3],
  ]);

/** A school rings, a court asks, a colleague needs help: one child or the family, a day or a week, written down or not. */
const enquiry: Told = ({ chance, diary }, { id, post }, family, day) => {
  const whole = family.children.length > 1 && chance.percent(30);
  const children = whole ? family.children : [childOf(chance, family)];
  const days = daysBusy(chance);
  const late = post === 'night-desk';
  for (let at = 0, on = day; at < days && on < DAYS; on += 1) {
    if (!late && !isWorkday(on)) continue;
    at += 1;
    const minute = late
      ? chance.whole(18 * 60, 30 * 60)
      : chance.percent(3)
        ? chance.whole(1_140, 1_380)
        : officeMinute(chance);
    for (const [index, child] of children.entries())
      diary.opened(id, child, momentOf(on, minute + index * 2), 'reason');
  }
  if (chance.percent(45)) for (const child of children) diary.wrote(id, child);
};

/** A former worker is asked for a statement, or hands over late. Now and then in the evening. */
const formerWork: Told = ({ chance, diary }, { id }, family, day) => {
  const child = childOf(chance, family);
  diary.opened(id, child, momentOf(-chance.whole(3, 120), officeMinute(chance)), 'allocated');
  for (const on of [day, ...(chance.percent(20) ? [day + 1] : [])]) {
    if (on >= DAYS || !isWorkday(on)) continue;
    const minute = chance.percent(6) ? chance.whole(19 * 60, 22 * 60) : officeMinute(chance);
    diary.opened(id, child, momentOf(on, minute), 'reason');
  }
  if (chance.percent(35)) diary.wrote(id, child);
};

/** A child on the way to this reader: read up on before the allocation. */
const comingToThem: Told = ({ chance, diary }, { id }, family, day) => {
  for (const child of family.children) {
    diary.opened(id, child, momentOf(day, officeMinute(chance)), 'reason');
    const given = day + chance.whole(1, 6);
    for (let on = given; on < Math.min(DAYS, given + 4); on += 1)
      if (isWorkday(on)) diary.opened(id, child, momentOf(on, officeMinute(chance)), 'allocated');
  }
};

/** The wrong child of a similar name, and back out again. */
const wrongChild: Told = ({ chance, diary }, { id }, family, day) =>
  diary.opened(id, childOf(chance, family), momentOf(day, officeMinute(chance)), 'reason');

/** What somebody opened with a reason in the month, for the sake of work. */
export function openWithReasons(month: Month, employee: Employee): void {
  const { chance, council } = month;
  for (let left = about(chance, A_MONTH[employee.post]); left > 0; left -= 1) {
    const day = chance.whole(0, DAYS - 1);
    const family = chance.pick(council.families);
    // Whom they declared to know is closed to them; their own children need no reason.
    if (family.worker === employee || family.children.some((child) => employee.interests.includes(child))) continue;
    if (!isWorkday(day) && employee.post !== 'night-desk') continue;
    const tell = pickShare<Told>(chance, [
      [enquiry, 64],
      [formerWork, 14],
      [comingToThem, 7],
      [wrongChild, 15],
    ]);
    tell(month, employee, family, day);
  }
}
