import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Entry } from './entry.ts';

/** An entry as a reader meets it: with what corrected it, as far as was known. */
export type ReadEntry<Data = unknown> = Entry<Data> & {
  /** The later entry that put this one right; null while it stands. */
  readonly correctedBy: Id | null;
};

/** What is asked: what had happened by a day (null: any), as far as was known at a moment. */
export type AsOf = { readonly happenedBy: LocalDate | null; readonly knownAt: Instant };

/**
 * The entries that a reader may see of some books, in their order. Later knowledge is absent, misfiled entries are absent
 * whatever is asked, and an entry that was already corrected says by what.
 */
export function entriesAsOf<Written extends Entry>(
  entries: readonly Written[],
  misfiled: ReadonlySet<Id>,
  asOf: AsOf,
): (Written & ReadEntry)[] {
  const known = entries.filter((entry) => entry.recordedAt <= asOf.knownAt && !misfiled.has(entry.id));
  const correctedBy = new Map(known.flatMap((entry) => (entry.corrects ? [[entry.corrects, entry.id] as const] : [])));
  return known
    .filter((entry) => mayHaveHappenedBy(entry, asOf.happenedBy))
    .map((entry) => ({ ...entry, correctedBy: correctedBy.get(entry.id) ?? null }));
}

/** An entry whose day is not known may have happened; one that surely came later has not. */
const mayHaveHappenedBy = (entry: Entry, by: LocalDate | null): boolean =>
  by === null || entry.happened.earliest === null || entry.happened.earliest <= by;

/** Only what stands: no entry that a later one corrected, and no bare withdrawal. */
export const standing = (entries: readonly ReadEntry[]): ReadEntry[] =>
  entries.filter((entry) => entry.correctedBy === null && entry.type !== 'entry-withdrawn');

/** The whole history of one entry: from what was first written to what stands now, oldest first. */
export function correctionsOf(entries: readonly ReadEntry[], id: Id): ReadEntry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  let first = byId.get(id);
  while (first?.corrects && byId.has(first.corrects)) first = byId.get(first.corrects);
  const chain: ReadEntry[] = [];
  for (let next = first; next; next = next.correctedBy ? byId.get(next.correctedBy) : undefined) chain.push(next);
  return chain;
}
