import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { accepted, type Result, refused } from '../../../../kernel/result.ts';
import { type Act, happenedOn } from '../../../../record/entry.ts';
import { notKnown, type Said } from '../../../../record/said.ts';
import { mayDo } from '../permission.ts';
import type { Rights } from './decide-rights.ts';
import { type Interest, interestDeclared, interestEnded } from './interest.entry.ts';

export type DeclareInterest = {
  /** Who knows the child: whoever declares it, or somebody of whom a manager says so. */
  readonly person: Id;
  /** Null where nobody has the number that was typed. */
  readonly child: Id | null;
  readonly numberTyped: string | null;
  readonly kind: Interest;
  readonly because: Said<string>;
};

export type DeclareRefusal = { readonly code: 'no-such-person' } | { readonly code: 'only-a-manager' };

type Given = { readonly by: Rights; readonly today: LocalDate; readonly book: Id; readonly newId: () => Id };

/** Says that somebody knows a child outside work: they say so of themselves, a manager of anybody. */
export function decideDeclareInterest(
  everybody: readonly Rights[],
  { person, child, numberTyped, kind, because }: DeclareInterest,
  { by, today, book, newId }: Given,
): Result<Act, DeclareRefusal> {
  if (person !== by.person && !mayDo(by.roles, 'relation:manage')) return refused({ code: 'only-a-manager' });
  if (!everybody.some((each) => each.person === person)) return refused({ code: 'no-such-person' });
  const id = newId();
  const entry = interestDeclared.write(
    { id, book, about: id, happened: happenedOn(today), source: { kind: 'here' } },
    { person, child: child ?? notKnown, numberTyped: numberTyped ?? notKnown, kind, because },
  );
  return accepted({ id: newId(), entries: [entry], decidedOn: [] });
}

/** An interest that was declared and has not ended. */
export type StandingInterest = {
  readonly entry: Id;
  readonly person: Id;
  readonly child: Id | null;
  readonly numberTyped: string | null;
};

export type EndInterestRefusal =
  | { readonly code: 'no-such-interest' }
  | { readonly code: 'own-interest' }
  | { readonly code: 'may-not-end' };

/** Ends an interest, with every other that the same person declared about the same child. Nobody ends their own. */
export function decideEndInterest(
  standing: readonly StandingInterest[],
  { entry, because }: { readonly entry: Id; readonly because: string },
  { by, today, book, newId }: Given,
): Result<Act, EndInterestRefusal> {
  if (!mayDo(by.roles, 'relation:manage') && !mayDo(by.roles, 'people:manage')) return refused({ code: 'may-not-end' });
  const asked = standing.find((each) => each.entry === entry);
  if (!asked) return refused({ code: 'no-such-interest' });
  if (asked.person === by.person) return refused({ code: 'own-interest' });
  const same = standing.filter(
    ({ person, child, entry: own }) =>
      own === entry || (person === asked.person && child !== null && child === asked.child),
  );
  const entries = same.map((each) =>
    interestEnded.write(
      { id: newId(), book, about: each.entry, happened: happenedOn(today), source: { kind: 'here' } },
      { interest: each.entry, because },
    ),
  );
  return accepted({ id: newId(), entries, decidedOn: [] });
}
