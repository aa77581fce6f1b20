import { grouped } from '../kernel/grouped.ts';
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

/** A standing with its days counted; `long` are the days of leave after which a worker no longer holds a child. */
type DatedStanding = {
  readonly state: Standing['state'];
  readonly first: EpochDay;
  /** NO_LATEST while it lasts. */
  readonly last: EpochDay;
  readonly long: number;
};
/** An allocation, and the day on which it was ended: NO_LATEST while it was not. */
type Allocated = { readonly by: Dated; readonly endedOn: EpochDay };

/** Who was named as holder when, and how each of them stood: asked about many days. */
export type HeldHistory = {
  /** In the order of the days on which they were surely made. */
  readonly allocations: readonly Allocated[];
  readonly standings: ReadonlyMap<Id, readonly DatedStanding[]>;
};

export function heldHistory(
  allocated: readonly Dated[],
  standings: readonly Standing[],
  leaveDays: (leaveFrom: LocalDate) => number,
): HeldHistory {
  const endOf = new Map<Id, EpochDay>();
  const allocations: Allocated[] = [];
  for (const by of allocated.toReversed()) {
    allocations.push({ by, endedOn: endOf.get(by.fact.thread) ?? NO_LATEST });
    if (by.fact.name === 'held.ended') endOf.set(by.fact.thread, by.n2);
  }
  const named = new Set(allocated.map(({ fact }) => fact.party));
  return {
    allocations: allocations.reverse(),
    standings: new Map(
      [...grouped(standings, ({ party }) => party)]
        .filter(([party]) => named.has(party))
        .map(([party, own]) => [party, own.map((each) => datedStanding(each, leaveDays))]),
    ),
  };
}

const datedStanding = (
  { state, from, until }: Standing,
  leaveDays: (leaveFrom: LocalDate) => number,
): DatedStanding => ({
  state,
  first: toEpochDay(from),
  last: until === null ? NO_LATEST : toEpochDay(until),
  long: leaveDays(from),
});

/**
 * The latest allocation that stands on a day, intersected with the worker's standing: in post, not on a leave longer
 * than the policy's days (counted from its first day), and registered where that is needed.
 */
export function heldOn(history: HeldHistory, needsRegistration: (on: EpochDay) => boolean, on: EpochDay): Held {
  let last: Dated | null = null;
  for (let at = history.allocations.length - 1; at >= 0; at -= 1) {
    const { by, endedOn } = history.allocations[at] as Allocated;
    if (by.n2 > on) continue;
    last ??= by;
    if (by.fact.name === 'held.ended' || endedOn <= on) continue;
    if (by.fact.name === 'held.by-placeholder' || by.fact.party === null) return { by, why: 'placeholder' };
    return { by, why: whyAbsent(history.standings.get(by.fact.party), needsRegistration, on) };
  }
  return { by: last, why: last ? 'ended' : 'nobody' };
}

function whyAbsent(
  own: readonly DatedStanding[] | undefined,
  needsRegistration: (on: EpochDay) => boolean,
  on: EpochDay,
): NotHeld | null {
  if (!own) return 'not-known';
  const stands = (state: Standing['state']): boolean =>
    own.some((each) => each.state === state && each.first <= on && on <= each.last);
  if (!stands('in-post')) return 'worker-left';
  if (own.some((each) => each.state === 'on-leave' && isAway(each, on))) return 'worker-on-leave';
  return !stands('registered') && needsRegistration(on) ? 'worker-not-registered' : null;
}

/** A leave that is known to be long counts from its first day; one without an end from the day on which it has become long. */
function isAway({ first, last, long }: DatedStanding, on: EpochDay): boolean {
  if (on < first || on > last) return false;
  return last === NO_LATEST ? on - first >= long : last - first + 1 > long;
}

/** Days on which the answer of `heldOn` can change. */
export function heldChangeDays({ allocations, standings }: HeldHistory): EpochDay[] {
  const days = allocations.map(({ by }) => by.n2);
  for (const own of standings.values())
    for (const { state, first, last, long } of own) {
      days.push(first, last + 1);
      if (state === 'on-leave') days.push(first + long);
    }
  return days.filter((day) => day < NO_LATEST);
}

/** As a date, for those who show it. */
export const heldSince = ({ by }: Held): LocalDate | null => (by && by.n2 < NO_LATEST ? fromEpochDay(by.n2) : null);
