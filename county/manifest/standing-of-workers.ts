import type { Id } from '../../src/kernel/id.ts';
import { type Day, dayOf } from '../generate/days.ts';
import type { Worker } from '../generate/workforce-history.ts';

/** Since this day the council says after ten days of leave that nobody holds the child; before, after fourteen. */
const TEN_DAYS = dayOf('2025-01-06');

/** Why somebody who was named does not hold a child on a day; null where they do. */
export type Absence = 'left' | 'on-leave' | 'not-registered' | null;

export type Standing = {
  absence(worker: Id, on: Day, mustBeRegistered: boolean): Absence;
  /** Days on which an answer about that worker can change. */
  changes(worker: Id): readonly Day[];
};

export function standingOf(workers: readonly Worker[]): Standing {
  const byBook = new Map(workers.map((worker) => [worker.book, worker]));
  const known = (book: Id): Worker => {
    const found = byBook.get(book);
    if (!found) throw new Error(`nobody knows the worker ${book}`);
    return found;
  };
  return {
    absence: (book, on, mustBeRegistered) => {
      const { joined, left, leaves, registered } = known(book);
      if (on < joined || (left !== null && on > left)) return 'left';
      if (leaves.some((leave) => isAway(leave, on))) return 'on-leave';
      return mustBeRegistered && !registered.some(({ from, until }) => from <= on && on <= until)
        ? 'not-registered'
        : null;
    },
    changes: (book) => {
      const { joined, left, leaves, registered } = known(book);
      return [
        joined,
        ...(left === null ? [] : [left + 1]),
        ...leaves.flatMap(({ from, until }) => [from, from + longLeave(from), ...(until === null ? [] : [until + 1])]),
        ...registered.flatMap(({ from, until }) => [from, until + 1]),
      ];
    },
  };
}

const longLeave = (from: Day): number => (from >= TEN_DAYS ? 10 : 14);

/** A leave that turned out longer counts from its first day; one that goes on, from the day on which it is too long. */
function isAway({ from, until }: Worker['leaves'][number], on: Day): boolean {
  if (on < from || (until !== null && on > until)) return false;
  return until === null ? on - from >= longLeave(from) : until - from + 1 > longLeave(from);
}
