import { chanceOf } from '../../county/census/chance.ts';
import { grouped } from '../../src/kernel/grouped.ts';
import type { Id } from '../../src/kernel/id.ts';
import { type Alert, alertsAbout } from '../../src/modules/access/core/needless-reading/snooping.ts';
import type {
  Known,
  Mark,
  Period,
  Reader,
  Surroundings,
  View,
} from '../../src/modules/access/core/needless-reading/snooping-known.ts';
import { type Employee, inventFamilies, inventReaders } from './invented-readers.ts';
import { DAYS, momentOf, newDiary } from './month-diary.ts';
import { type Month, workThroughMonth } from './month-of-work.ts';
import { type Planted, plantSnoops } from './planted-snoops.ts';

/** What the detector may see of a month. */
export type Seen = {
  readonly readers: readonly Reader[];
  readonly viewsOf: (reader: Id) => readonly View[];
  readonly knownTo: (reader: Id) => Known;
  readonly period: Period;
  /** How many views fall in the month. */
  readonly views: number;
};

export type SimulatedMonth = { readonly seen: Seen; readonly planted: readonly Planted[] };

/** A month of a council of 300 readers and 5,500 children, with five among them who look without need. By seed. */
export function simulateMonth(seed: number): SimulatedMonth {
  const chance = chanceOf(seed);
  const employees = inventReaders(chance);
  const families = inventFamilies(chance, employees);
  const month: Month = {
    chance,
    diary: newDiary(),
    council: { employees, families },
    ofWorker: grouped(
      families.filter(({ worker }) => worker !== null),
      ({ worker }) => worker?.id as Id,
    ),
    ofTeam: grouped(
      families.filter(({ team }) => team !== null),
      ({ team }) => team as number,
    ),
    waiting: families.filter(({ open, worker }) => open && worker === null),
  };
  workThroughMonth(month);
  const planted = plantSnoops(month);
  return { seen: seenOf(month), planted };
}

function seenOf({ diary, council: { employees, families } }: Month): Seen {
  const around = new Map<Id, Surroundings>();
  const bearing = new Map<Mark, number>();
  for (const { children, surnames, postcodes, addresses } of families) {
    for (const surname of new Set(surnames)) bearing.set(surname, (bearing.get(surname) ?? 0) + children.length);
    for (const child of children)
      around.set(child, { surnames, postcodes, addresses, family: children.filter((each) => each !== child) });
  }
  const views = diary.byReader();
  const period = { from: momentOf(0, 0), until: momentOf(DAYS, 0) };
  return {
    readers: employees.map(readerOf),
    viewsOf: (reader) => views.get(reader) ?? [],
    knownTo: (reader) => ({
      children: around.size,
      bearing: (surname) => bearing.get(surname) ?? 0,
      of: (child) => around.get(child) as Surroundings,
      wrote: (child) => diary.hasWritten(reader, child),
      isAnswered: () => false,
    }),
    period,
    views: [...views.values()].flat().filter(({ at }) => at >= period.from && at < period.until).length,
  };
}

const readerOf = ({ id, surnames, postcode, address, interests }: Employee): Reader => ({
  id,
  surnames,
  postcode,
  address,
  interests,
});

/** Everybody’s alerts of the month. */
export const alertsOfMonth = ({ readers, viewsOf, knownTo, period }: Seen): Alert[] =>
  readers.flatMap((reader) => alertsAbout(reader, viewsOf(reader.id), knownTo(reader.id), period));

export type Judged = {
  readonly missed: readonly Planted[];
  readonly falseAlerts: readonly Alert[];
  readonly alerts: number;
  readonly views: number;
};

/** Who was found and who was wrongly named: judged by the plan, after the detector has spoken. */
export function judge({ seen, planted }: SimulatedMonth, alerts: readonly Alert[]): Judged {
  const isPlanted = ({ reader, child }: Alert): boolean =>
    planted.some((each) => each.reader === reader && each.children.includes(child));
  const found = (each: Planted): boolean =>
    alerts.some(({ reader, child }) => each.reader === reader && each.children.includes(child));
  return {
    missed: planted.filter((each) => !found(each)),
    falseAlerts: alerts.filter((alert) => !isPlanted(alert)),
    alerts: alerts.length,
    views: seen.views,
  };
}
