import type { Instant } from '../../../kernel/instant.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { lastWritten } from '../../../record/store/last-written.ts';
import { figureOf } from '../../../sight/store/kept-figures.ts';
import type { Asked } from '../../child-page.ts';
import {
  countRegisters,
  countStanding,
  countUntold,
  type RegisterCount,
  type StandingCounts,
  type UntoldCount,
} from './county-counts.ts';
import { type CountyTables, withRoomToCount } from './county-tables.ts';
import { type WeekCount, weeklyCounts } from './county-trend.ts';
import { countDue, type DueCount } from './due-days.ts';
import { countTeams, type TeamCounts } from './team-of-worker.ts';

/** Every number of the county page. */
export type CountyNumbers = {
  readonly counts: StandingCounts;
  readonly registers: readonly RegisterCount[];
  readonly untold: readonly UntoldCount[];
  readonly weeks: readonly WeekCount[];
  readonly teams: TeamCounts;
  readonly due: readonly DueCount[];
};

type Question = {
  readonly asked: Asked;
  /** The last due day to be counted. */
  readonly dueUntil: LocalDate;
  readonly statute: string;
  readonly tables: () => Promise<CountyTables>;
};

/** What the last numbers rest on, and what they were: asked again before anybody has written, they are the same. */
export type LastNumbers = { key: string; numbers: CountyNumbers } | { key: null };

/**
 * The numbers of a day. As it was known on a day gone by they never change, so that they are kept: the board that asks again
 * in a year gets what it was given. As known now they are counted again once anything was written since.
 */
export async function countyNumbers(
  tx: Tx,
  { asked, dueUntil, statute, tables }: Question,
  last: { current: LastNumbers },
): Promise<CountyNumbers> {
  const reckon = async (): Promise<CountyNumbers> => countAll(tx, await tables(), asked.on, dueUntil);
  if (asked.how !== 'then')
    return sinceLastWritten(tx, `${asked.on} ${dueUntil} ${statute}`, asked.knownAt, last, reckon);
  return figureOf(tx, { question: 'county', on: asked.on, mark: asked.knownAt, statute }, reckon);
}

async function sinceLastWritten(
  tx: Tx,
  question: string,
  mark: Instant,
  last: { current: LastNumbers },
  reckon: () => Promise<CountyNumbers>,
): Promise<CountyNumbers> {
  const { at, destructions } = await lastWritten(tx);
  const key = `${question} ${at} ${destructions}`;
  if (last.current.key === key) return last.current.numbers;
  const numbers = await reckon();
  // What lies after the mark may not be all that will: such numbers are given once and not kept.
  if (at === null || at <= mark) last.current = { key, numbers };
  return numbers;
}

async function countAll(tx: Tx, tables: CountyTables, on: LocalDate, dueUntil: LocalDate): Promise<CountyNumbers> {
  await withRoomToCount(tx);
  return {
    counts: await countStanding(tx, tables, on),
    registers: await countRegisters(tx, tables, on),
    untold: await countUntold(tx, tables, on),
    weeks: await weeklyCounts(tx, tables, on),
    teams: await countTeams(tx, tables, on),
    due: await countDue(tx, tables, on, dueUntil),
  };
}
