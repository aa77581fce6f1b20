import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Policy } from './facts.ts';

/** What the council has set, as known at a moment: each parameter's settings in the order of the day that they apply from. */
export type PolicyBook = ReadonlyMap<string, readonly Policy[]>;

/** `knownAt` null: everything that stands uncorrected. Of two settings from one day the one written later holds. */
export function policyBook(policies: readonly Policy[], knownAt: Instant | null): PolicyBook {
  const believed = policies.filter((policy) =>
    knownAt === null
      ? policy.believedUntil === null
      : policy.believedFrom <= knownAt && (policy.believedUntil === null || knownAt < policy.believedUntil),
  );
  const ordered = [...believed].sort((a, b) =>
    a.from === b.from ? (a.believedFrom < b.believedFrom ? -1 : 1) : a.from < b.from ? -1 : 1,
  );
  const book = new Map<string, Policy[]>();
  for (const policy of ordered) book.set(policy.parameter, [...(book.get(policy.parameter) ?? []), policy]);
  return book;
}

/** The setting in force on a day; undefined when the council has set nothing by then. */
export const settingOn = (book: PolicyBook, parameter: string, day: LocalDate): Policy['value'] | undefined =>
  book.get(parameter)?.findLast((policy) => policy.from <= day)?.value;

/** Every day on which some setting of these parameters begins. */
export const settingDays = (book: PolicyBook, parameters: readonly string[]): LocalDate[] =>
  parameters.flatMap((name) => (book.get(name) ?? []).map((policy) => policy.from));
