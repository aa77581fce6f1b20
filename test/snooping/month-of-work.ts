import type { Chance } from '../../county/census/chance.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { Relation } from '../../src/modules/access/core/relation.ts';
import type { Council, Employee, Family } from './invented-readers.ts';
import { about, DAYS, type Diary, isWorkday, momentOf, officeMinute } from './month-diary.ts';
import { openWithReasons } from './month-of-reasons.ts';

export type Month = {
  readonly chance: Chance;
  readonly diary: Diary;
  readonly council: Council;
  readonly ofWorker: ReadonlyMap<Id, readonly Family[]>;
  readonly ofTeam: ReadonlyMap<number, readonly Family[]>;
  /** Families that wait at the front door. */
  readonly waiting: readonly Family[];
};

export const childOf = (chance: Chance, family: Family): Id => chance.pick(family.children);

/** A month of everybody’s ordinary work. */
export function workThroughMonth(month: Month): void {
  const { chance, council } = month;
  for (const employee of council.employees) {
    const work = WORK[employee.post](month, employee);
    for (let day = 0; day < DAYS; day += 1) {
      const late = employee.post === 'night-desk';
      if (late ? chance.percent(55) : isWorkday(day) && chance.percent(88)) work(day);
      else if (!late && chance.percent(employee.evenings / 6)) overReports(month, employee, day, 14 * 60);
      if (!late && isWorkday(day) && chance.percent(employee.evenings)) overReports(month, employee, day, 19 * 60 + 30);
    }
    openWithReasons(month, employee);
  }
}

type Day = (day: number) => void;
type Working = (month: Month, employee: Employee) => Day;

/** Opens so many children of these families in a day, some of them twice, and writes about some. */
function opens(
  { chance, diary }: Month,
  { id }: Employee,
  families: readonly Family[],
  relation: Relation,
  { each, writes, from }: { readonly each: number; readonly writes: number; readonly from?: number },
): Day {
  return (day) => {
    if (families.length === 0) return;
    for (let left = about(chance, each); left > 0; left -= 1) {
      const child = childOf(chance, chance.pick(families));
      const minute = from === undefined ? officeMinute(chance) : from + chance.whole(0, 600);
      diary.opened(id, child, momentOf(day, minute), relation);
      if (chance.percent(writes)) diary.wrote(id, child);
    }
  };
}

const all =
  (...days: readonly Day[]): Day =>
  (day) => {
    for (const each of days) each(day);
  };

function someOf(chance: Chance, families: readonly Family[], count: number): Family[] {
  return Array.from({ length: count }, () => chance.pick(families));
}

/** Evenings and Sundays over reports on one’s own children. */
function overReports({ chance, diary, ofWorker }: Month, { id }: Employee, day: number, from: number): void {
  const own = ofWorker.get(id) ?? [];
  if (own.length === 0) return;
  const minute = from + chance.whole(0, 150);
  for (let left = chance.whole(1, 4); left > 0; left -= 1)
    diary.opened(id, childOf(chance, chance.pick(own)), momentOf(day, minute + left * 6), 'allocated');
}

const worker: Working = (month, employee) => {
  const own = month.ofWorker.get(employee.id) ?? [];
  const team = month.ofTeam.get(employee.team ?? -1) ?? [];
  // Colleagues’ children whom one knows, and whoever rings on one’s duty day.
  const near = someOf(month.chance, team, 12);
  const colleagues = all(
    opens(month, employee, near, 'team', { each: 1.2, writes: 25 }),
    opens(month, employee, team, 'team', { each: 1.4, writes: 30 }),
  );
  return all(opens(month, employee, own, 'allocated', { each: 13, writes: 30 }), colleagues);
};

const manager: Working = (month, employee) => {
  const team = month.ofTeam.get(employee.team ?? -1) ?? [];
  return opens(month, employee, team, 'manager', { each: 22, writes: 12 });
};

/** Somebody with a part in the life of some children of many teams. */
const withPart =
  (relation: Relation, families: number, each: number, writes: number): Working =>
  (month, employee) =>
    opens(month, employee, someOf(month.chance, month.council.families, families), relation, { each, writes });

const desk =
  (from?: number): Working =>
  (month, employee) => {
    const { chance, waiting } = month;
    // Somebody on duty goes through a whole family, and comes back to it until the decision is made.
    const busy = someOf(chance, waiting, 40);
    const each = from === undefined ? 18 : 9;
    const late = from === undefined ? {} : { from };
    return all(
      opens(month, employee, busy, 'duty', { each, writes: 35, ...late }),
      opens(month, employee, waiting, 'duty', { each: each / 4, writes: 20, ...late }),
    );
  };

const WORK: Readonly<Record<Employee['post'], Working>> = {
  worker,
  manager,
  supervising: withPart('supervising', 24, 12, 25),
  'front-door': desk(),
  'night-desk': desk(18 * 60),
  chair: withPart('conference-chair', 60, 12, 20),
  reviewing: withPart('reviewing-officer', 50, 12, 20),
  legal: withPart('legal', 40, 12, 10),
  auditor: withPart('sample', 40, 14, 3),
  analyst: (month, employee) => opens(month, employee, month.council.families, 'data-quality', { each: 30, writes: 1 }),
  director: (month, employee) => opens(month, employee, month.council.families, 'accountable', { each: 6, writes: 0 }),
};
