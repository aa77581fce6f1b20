import type { Chance } from '../../county/census/chance.ts';
import type { Id } from '../../src/kernel/id.ts';
import { type Instant, instantOf } from '../../src/kernel/instant.ts';
import type { View } from '../../src/modules/access/core/needless-reading/snooping-known.ts';
import type { Relation } from '../../src/modules/access/core/relation.ts';

/** 1 March 2026 is a Sunday. The month has 31 days, counted from 0; days before it are below 0. */
const FIRST_DAY = Date.UTC(2026, 2, 1);
export const DAYS = 31;
const DAY = 86_400_000;
const MINUTE = 60_000;

export const isWorkday = (day: number): boolean => day % 7 !== 0 && day % 7 !== 6;

/** A minute of a day of the month. `minute` may go past midnight. English summer time does not matter to any of it. */
export const momentOf = (day: number, minute: number): Instant => instantOf(FIRST_DAY + day * DAY + minute * MINUTE);

type Told = { readonly reader: Id; readonly child: Id; readonly at: Instant; readonly relation: Relation };

/** What happened in the month: who opened whom, and who wrote. */
export type Diary = {
  opened(reader: Id, child: Id, at: Instant, relation: Relation): void;
  wrote(reader: Id, child: Id): void;
  /** Whom somebody has opened so far. */
  openedBy(reader: Id): ReadonlySet<Id>;
  /** The views of each reader, numbered in the order of time over all. */
  byReader(): Map<Id, View[]>;
  hasWritten(reader: Id, child: Id): boolean;
};

export function newDiary(): Diary {
  const told: Told[] = [];
  const written = new Set<string>();
  return {
    opened: (reader, child, at, relation) => told.push({ reader, child, at, relation }),
    wrote: (reader, child) => written.add(`${reader} ${child}`),
    openedBy: (reader) => new Set(told.filter((each) => each.reader === reader).map(({ child }) => child)),
    hasWritten: (reader, child) => written.has(`${reader} ${child}`),
    byReader: () => {
      told.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      const views = new Map<Id, View[]>();
      for (const [at, { reader, ...view }] of told.entries()) {
        const own = views.get(reader) ?? [];
        own.push({ line: at + 1, event: 'child.shown', ...view });
        views.set(reader, own);
      }
      return views;
    },
  };
}

/** A minute of an office day: mostly between nine and half past five. */
export const officeMinute = (chance: Chance): number =>
  chance.percent(92) ? chance.whole(9 * 60, 17 * 60 + 30) : chance.whole(7 * 60 + 30, 19 * 60 + 30);

/** How many, about so many: between half and half as much again. */
export const about = (chance: Chance, mean: number): number =>
  Math.round(mean * (0.5 + chance.next()) + chance.next() - 0.5);
