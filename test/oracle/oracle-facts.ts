import type { Fact } from '../../src/sight/facts.ts';
import { SPOKEN_BY } from '../../src/sight/told-by-files.ts';
import { dayNumber } from './oracle-days.ts';

/** A fact as the oracle reads it: days as numbers, infinite where there is no bound. */
export type Told = {
  readonly name: string;
  readonly lo: number;
  readonly hi: number;
  readonly at: number | null;
  readonly thread: string;
  readonly episode: string;
  readonly here: boolean;
  readonly source: string;
  readonly entry: string;
  readonly party: string | null;
  readonly recorded: number;
};

const BEFORE = Number.NEGATIVE_INFINITY;
const AFTER = Number.POSITIVE_INFINITY;

/** The facts believed at a moment, in the order of their latest day. */
export function believedAt(facts: readonly Fact[], known: string): Told[] {
  return facts
    .filter((fact) => fact.believedFrom <= known && !(fact.believedUntil !== null && fact.believedUntil <= known))
    .map((fact) => ({
      name: fact.name,
      lo: fact.earliest === null ? BEFORE : dayNumber(fact.earliest),
      hi: fact.latest === null ? AFTER : dayNumber(fact.latest),
      at: fact.at === null ? null : Date.parse(fact.at),
      thread: fact.thread,
      episode: fact.episode ?? fact.thread,
      here: fact.source === 'here',
      source: fact.source,
      entry: fact.entry,
      party: fact.party,
      recorded: Date.parse(fact.believedFrom),
    }))
    .sort(
      (a, b) =>
        compare(a.hi, b.hi) ||
        compare(a.lo, b.lo) ||
        compare(a.recorded, b.recorded) ||
        compare(a.entry + a.name, b.entry + b.name),
    );
}

const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

export function inSameScope(scope: string, a: Told, b: Told): boolean {
  if (scope === 'child') return true;
  return scope === 'episode' ? a.episode === b.episode : a.thread === b.thread;
}

/** Every day on which some file speaks of all these facts. */
export type Spoken = {
  readonly any: boolean;
  covers: (day: number) => boolean;
  endFrom: (day: number) => number;
  isLater: (day: number) => boolean;
  /** Does a file begin after the one day and by the other? */
  beginsBetween: (after: number, by: number) => boolean;
};

/** Does a file list every fact of these kinds in its days? */
export const speaksOfAll = (file: string, names: readonly string[]): boolean =>
  names.length > 0 &&
  names.every((name) => (SPOKEN_BY[file as keyof typeof SPOKEN_BY] as readonly string[]).includes(name));

export function spokenOf(facts: readonly Told[], names: readonly string[]): Spoken {
  const windows = facts.filter((fact) => {
    if (!fact.name.startsWith('spoken.') || !Number.isFinite(fact.lo) || !Number.isFinite(fact.hi)) return false;
    const file = fact.name.slice(7);
    return speaksOfAll(file, names);
  });
  const covers = (day: number): boolean => windows.some(({ lo, hi }) => lo <= day && day <= hi);
  return {
    any: windows.length > 0,
    covers,
    endFrom: (day) => {
      let last = day;
      while (covers(last + 1)) last += 1;
      return last;
    },
    isLater: (day) => windows.some(({ lo }) => lo > day),
    beginsBetween: (after, by) => windows.some(({ lo }) => lo > after && lo <= by),
  };
}

/** Until which day silence that begins on a day is evidence (before all days: never), and why not beyond. */
export function silenceOf(spoken: Spoken, from: number): { until: number; why: string } {
  if (spoken.covers(from)) return { until: spoken.endFrom(from), why: 'source-ends-before' };
  if (!spoken.any) return { until: BEFORE, why: 'source-never-says' };
  return { until: BEFORE, why: spoken.isLater(from) ? 'source-begins-after' : 'source-ends-before' };
}
