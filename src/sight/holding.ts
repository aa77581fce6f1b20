import type { Id } from '../kernel/id.ts';
import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import type { Dated } from './believed.ts';
import { NO_LATEST } from './day-bounds.ts';
import type { Standing } from './facts.ts';

/** Why nobody holds a child, though somebody was named; `not-known` when the worker's own book says nothing of them. */
export type NotHeld =
  | 'nobody'
  | 'placeholder'
  | 'ended'
  | 'worker-left'
  | 'worker-on-leave'
  | 'worker-not-registered'
  | 'not-known';

/** Who holds the child on a day, by the latest allocation that stands. */
export type Held = { readonly by: Dated | null; readonly why: NotHeld | null };

/**
 * The latest allocation that stands on a day, intersected with the worker's standing: in post, not on a leave longer
 * than the policy's days (counted from its first day), and registered where that is needed.
 */
export function heldOn(
  allocated: readonly Dated[],
  standings: readonly Standing[],
  leaveDays: (leaveFrom: LocalDate) => number,
  needsRegistration: (on: EpochDay) => boolean,
  on: EpochDay,
): Held {
  const allocations = allocated.filter(({ n2 }) => n2 <= on);
  const standing = allocations.filter(
    (each, at) =>
      each.fact.name !== 'held.ended' &&
      !allocations.slice(at + 1).some(({ fact }) => fact.name === 'held.ended' && fact.thread === each.fact.thread),
  );
  const by = standing.at(-1);
  if (!by) return { by: allocations.at(-1) ?? null, why: allocations.length > 0 ? 'ended' : 'nobody' };
  if (by.fact.name === 'held.by-placeholder' || by.fact.party === null) return { by, why: 'placeholder' };
  return { by, why: whyAbsent(by.fact.party, standings, leaveDays, needsRegistration(on), on) };
}

function whyAbsent(
  worker: Id,
  standings: readonly Standing[],
  leaveDays: (leaveFrom: LocalDate) => number,
  needsRegistration: boolean,
  on: EpochDay,
): NotHeld | null {
  const own = standings.filter(({ party }) => party === worker);
  if (own.length === 0) return 'not-known';
  const stands = (state: Standing['state']): boolean =>
    own.some((each) => each.state === state && toEpochDay(each.from) <= on && on <= lastDay(each));
  if (!stands('in-post')) return 'worker-left';
  if (own.some((each) => each.state === 'on-leave' && isAway(each, leaveDays(each.from), on))) return 'worker-on-leave';
  return needsRegistration && !stands('registered') ? 'worker-not-registered' : null;
}

const lastDay = ({ until }: Standing): EpochDay => (until === null ? NO_LATEST : toEpochDay(until));

/** A leave that is known to be long counts from its first day; one without an end from the day on which it has become long. */
function isAway(leave: Standing, days: number, on: EpochDay): boolean {
  const from = toEpochDay(leave.from);
  if (on < from || on > lastDay(leave)) return false;
  return leave.until === null ? on - from >= days : lastDay(leave) - from + 1 > days;
}

/** Days on which the answer of `heldOn` can change. */
export function heldChangeDays(
  allocations: readonly Dated[],
  standings: readonly Standing[],
  leaveDays: (leaveFrom: LocalDate) => number,
): EpochDay[] {
  const parties = new Set(allocations.map(({ fact }) => fact.party));
  const standing = standings
    .filter(({ party }) => parties.has(party))
    .flatMap((each) => {
      const from = toEpochDay(each.from);
      return [from, from + leaveDays(each.from), lastDay(each) + 1];
    });
  return [...allocations.map(({ n2 }) => n2), ...standing].filter((day) => day < NO_LATEST);
}

/** As a date, for those who show it. */
export const heldSince = ({ by }: Held): LocalDate | null => (by && by.n2 < NO_LATEST ? fromEpochDay(by.n2) : null);
