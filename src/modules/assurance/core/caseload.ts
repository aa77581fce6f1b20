import type { Id } from '../../../kernel/id.ts';
import { type EpochDay, type LocalDate, toEpochDay } from '../../../kernel/local-date.ts';
import type { ListedClock } from '../../listed-clock.ts';

/** What stands in a child's clocks on a day. */
export type ClocksOfChild = {
  readonly child: Id;
  /** Past its due day, or a check that somebody can still put right. */
  readonly late: readonly ListedClock[];
  /** Still to come, soonest first. */
  readonly ahead: readonly ListedClock[];
  readonly untold: readonly ListedClock[];
};

/** Where a child stands in a worker's list: by the most urgent thing owed to them. */
export const URGENCIES = ['late', 'week', 'fortnight', 'cannot-tell', 'nothing-due'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** The last due days of this week and of the week after; null where bank holidays are not known. */
export type Ahead = { readonly week: LocalDate; readonly fortnight: LocalDate } | null;

const isDueBy = ({ dueOn }: ListedClock, day: EpochDay): boolean => dueOn !== null && dueOn <= day;

/** Late, or due on the day itself; within the working week; within the week after; not known; nothing. */
export function urgencyOf({ late, ahead, untold }: ClocksOfChild, on: LocalDate, days: Ahead): Urgency {
  const today = toEpochDay(on);
  if (late.length > 0 || ahead.some((clock) => isDueBy(clock, today))) return 'late';
  if (days !== null && ahead.some((clock) => isDueBy(clock, toEpochDay(days.week)))) return 'week';
  if (days !== null && ahead.some((clock) => isDueBy(clock, toEpochDay(days.fortnight)))) return 'fortnight';
  return untold.length > 0 ? 'cannot-tell' : 'nothing-due';
}

const BEYOND = Number.POSITIVE_INFINITY;
const first = (clocks: readonly ListedClock[]): number => clocks[0]?.dueOn ?? BEYOND;

/** Children of one group: what has been late for longest, then what falls due soonest. */
export const inOrderOfDue = (a: ClocksOfChild, b: ClocksOfChild): number =>
  byDay(first(a.late), first(b.late)) || byDay(first(a.ahead), first(b.ahead)) || (a.child < b.child ? -1 : 1);

const byDay = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** The clocks that a list shows of a child: all that is late, and what falls due until a day. */
export const shownOf = ({ late, ahead }: ClocksOfChild, until: LocalDate): readonly ListedClock[] => [
  ...late,
  ...ahead.filter((clock) => isDueBy(clock, toEpochDay(until))),
];
