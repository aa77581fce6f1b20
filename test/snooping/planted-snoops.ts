import type { Chance } from '../../county/census/chance.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { Relation } from '../../src/modules/access/core/relation.ts';
import { type Employee, type Family, surnameFrom } from './invented-readers.ts';
import { DAYS, momentOf, officeMinute } from './month-diary.ts';
import { childOf, type Month } from './month-of-work.ts';

/** What was planted, for the test alone: the detector sees the views and never this. */
export type Planted = { readonly sort: string; readonly reader: Id; readonly children: readonly Id[] };

type Taken = Set<Employee>;

function somebody(
  { chance, council }: Month,
  taken: Taken,
  fits: (employee: Employee) => boolean = () => true,
): Employee {
  const free = council.employees.filter(
    (each) =>
      !taken.has(each) &&
      ['worker', 'front-door', 'supervising', 'manager', 'reviewing', 'legal'].includes(each.post) &&
      fits(each),
  );
  const chosen = chance.pick(free);
  taken.add(chosen);
  return chosen;
}

/** A family that is nothing to this reader’s work: never opened by them, not of their team, not waiting at the desk. */
function strangers(
  { chance, diary, council, waiting }: Month,
  reader: Employee,
  fits: (family: Family) => boolean = () => true,
): Family {
  const opened = diary.openedBy(reader.id);
  return chance.pick(
    council.families.filter(
      (each) =>
        (each.team === null || each.team !== reader.team) &&
        !waiting.includes(each) &&
        !each.children.some((child) => opened.has(child) || reader.interests.includes(child)) &&
        fits(each),
    ),
  );
}

/** So many different days of the month, in order; the last night would end in the next month. */
function someDays(chance: Chance, count: number): number[] {
  const days = new Set<number>();
  while (days.size < count) days.add(chance.whole(0, DAYS - 2));
  return [...days].sort((a, b) => a - b);
}

type Looking = { readonly days: number; readonly minute: (chance: Chance) => number; readonly relation?: Relation };

function looks(
  { chance, diary }: Month,
  reader: Employee,
  children: readonly Id[],
  { days, minute, relation = 'reason' }: Looking,
): void {
  for (const day of someDays(chance, days)) {
    const at = minute(chance);
    for (const [index, child] of children.entries())
      diary.opened(reader.id, child, momentOf(day, at + index * 3), relation);
  }
}

const anyHour = (chance: Chance): number =>
  chance.percent(60) ? officeMinute(chance) : chance.whole(17 * 60, 23 * 60);
const atNight = (chance: Chance): number => chance.whole(21 * 60 + 15, 29 * 60);

/** What goes on next door. Once may be enough. */
function neighbour(month: Month, taken: Taken): Planted {
  const { chance } = month;
  const reader = somebody(month, taken, ({ postcode }) => postcode !== null);
  const family = strangers(month, reader);
  (family.postcodes as string[]).push(reader.postcode as string);
  const child = childOf(chance, family);
  const relation: Relation = reader.post === 'front-door' && chance.percent(50) ? 'duty' : 'reason';
  looks(month, reader, [child], { days: chance.whole(1, 3), minute: anyHour, relation });
  return { sort: 'a neighbour', reader: reader.id, children: [child] };
}

/** A cousin’s child, whose name hardly anybody has. */
function relative(month: Month, taken: Taken): Planted {
  const { chance, council } = month;
  const bearing = (surname: string): number =>
    council.families
      .filter(({ surnames }) => surnames.includes(surname))
      .reduce((sum, { children }) => sum + children.length, 0);
  const reader = somebody(month, taken, ({ surnames: [surname = ''] }) => bearing(surname) <= 2);
  const family = strangers(month, reader, ({ children }) => children.length <= 3);
  (family.surnames as string[]).push(reader.surnames[0] ?? surnameFrom(chance));
  const child = childOf(chance, family);
  looks(month, reader, [child], { days: chance.whole(1, 4), minute: anyHour });
  return { sort: 'a relative', reader: reader.id, children: [child] };
}

/** A former partner’s new household, child after child. Neither name nor place tells. */
function formerPartner(month: Month, taken: Taken): Planted {
  const { chance } = month;
  const reader = somebody(month, taken);
  const { children } = strangers(month, reader, (family) => family.children.length >= 3);
  looks(month, reader, children, { days: chance.whole(2, 5), minute: anyHour });
  return { sort: 'a former partner’s household', reader: reader.id, children };
}

/** A child in the papers. Many look once, some because they were asked about it; one cannot leave it alone. */
function curiosity(month: Month, taken: Taken): Planted {
  const { chance, council } = month;
  const reader = somebody(month, taken);
  const child = childOf(chance, strangers(month, reader));
  for (let left = chance.whole(15, 30); left > 0; left -= 1) {
    const other = chance.pick(council.employees);
    if (!taken.has(other)) looks(month, other, [child], { days: chance.percent(85) ? 1 : 2, minute: officeMinute });
  }
  looks(month, reader, [child], { days: chance.whole(4, 8), minute: anyHour });
  return { sort: 'curiosity', reader: reader.id, children: [child] };
}

/** A child who left this reader’s work and is looked at in the night. */
function formerCase(month: Month, taken: Taken): Planted {
  const { chance, diary } = month;
  const reader = somebody(month, taken, ({ evenings, post }) => post !== 'front-door' && evenings < 30);
  const child = childOf(chance, strangers(month, reader));
  diary.opened(reader.id, child, momentOf(-chance.whole(9, 90), officeMinute(chance)), 'allocated');
  looks(month, reader, [child], { days: chance.whole(2, 6), minute: atNight });
  return { sort: 'a former case at night', reader: reader.id, children: [child] };
}

/** Five people who look without need, each for another cause. */
export function plantSnoops(month: Month): Planted[] {
  const taken: Taken = new Set();
  return [neighbour, relative, formerPartner, curiosity, formerCase].map((plant) => plant(month, taken));
}
