import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { RelatedAs } from './family.entry.ts';
import { generationsFrom } from './generations.ts';
import { type SiblingKind, siblingsAmong } from './siblings.ts';

/** Somebody of a family, as their own book has them. */
export type Person = {
  readonly id: Id;
  readonly name: string | null;
  readonly bornOn: LocalDate | null;
  readonly diedOn: LocalDate | null;
  readonly sex: 'female' | 'male' | 'not known' | null;
  readonly isChild: boolean;
  /** A child whom the reader may open with a reason only: who it is, is not told. */
  readonly mustAsk?: true;
};

/** `as` is what `to` is to `of`, as the book of `of` says it. Days are the first and the last; null: no bound is known. */
export type Relation = {
  readonly of: Id;
  readonly to: Id;
  readonly as: RelatedAs | 'lives-together';
  readonly parentalResponsibility: boolean | null;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
};

/** A stay in a household: `left` is the first day on which it is over; null while it lasts or where nobody knows. */
export type Stay = {
  readonly person: Id;
  readonly household: Id;
  readonly joined: LocalDate | null;
  readonly gone: boolean;
  readonly left: LocalDate | null;
};

export type KnownFamily = {
  readonly people: readonly Person[];
  readonly relations: readonly Relation[];
  readonly stays: readonly Stay[];
};

export const PARENT_AS = ['mother', 'father', 'parent', 'adoptive-parent', 'step-parent', 'guardian'] as const;
export type ParentAs = (typeof PARENT_AS)[number];

/** Whether somebody has parental responsibility. Two books that contradict each other are told apart from silence. */
export type Responsibility = 'yes' | 'no' | 'not-known' | 'told-differently';

export type Parentage = {
  readonly parent: Id;
  readonly child: Id;
  readonly as: ParentAs;
  readonly responsibility: Responsibility;
};

export type Siblings = { readonly a: Id; readonly b: Id; readonly as: SiblingKind };
export type Couple = { readonly a: Id; readonly b: Id; readonly over: boolean };

/** A family around one child on a day, as a drawing needs it: who there is, in which row, and every line between them. */
export type FamilyTree = {
  readonly child: Id;
  readonly people: ReadonlyMap<Id, Person>;
  /** The oldest generation first; the child's own is 0, parents' 1. Within a row, those who belong together stand together. */
  readonly rows: readonly { readonly generation: number; readonly people: readonly Id[] }[];
  readonly parentages: readonly Parentage[];
  readonly couples: readonly Couple[];
  readonly siblings: readonly Siblings[];
  /** Relationships that are neither parent, couple nor sibling: grandparents, aunts, carers, friends. */
  readonly others: readonly { readonly of: Id; readonly to: Id; readonly as: RelatedAs | 'lives-together' }[];
  readonly households: readonly { readonly household: Id; readonly members: readonly Id[] }[];
};

/** The family of a child on a day: everybody who is related to them through any number of steps, or lives in their home. */
export function familyOf(child: Id, known: KnownFamily, on: LocalDate): FamilyTree {
  const relations = known.relations.filter((each) => standsOn(each, on));
  const households = householdsOn(known.stays, on);
  const inside = reached(child, relations, households);
  const own = relations.filter(({ of, to }) => inside.has(of) && inside.has(to));
  const parentages = parentagesOf(own);
  const couples = couplesOf(
    known.relations.filter(({ of, to }) => inside.has(of) && inside.has(to)),
    on,
  );
  const siblings = siblingsAmong(parentages, own, [...inside]);
  const people = new Map(known.people.filter(({ id }) => inside.has(id)).map((person) => [person.id, person]));
  for (const id of inside) if (!people.has(id)) people.set(id, nobodyKnown(id));
  return {
    child,
    people,
    rows: generationsFrom(child, people, { parentages, couples, siblings, relations: own }),
    parentages,
    couples,
    siblings,
    others: own.filter(({ as }) => !isParentAs(as) && !NOT_OTHER.has(as)).map(({ of, to, as }) => ({ of, to, as })),
    households: households.filter(({ members }) => members.some((id) => inside.has(id))),
  };
}

const NOT_OTHER: ReadonlySet<string> = new Set([
  ...(['child', 'sibling', 'half-sibling', 'step-sibling', 'lives-together'] as const),
  ...(['partner', 'former-partner'] as const),
]);
/** A carer or friend belongs to the picture; the other children whom they care for are not this child's family. */
const ACQUAINTED: ReadonlySet<string> = new Set(['carer', 'friend']);
export const isParentAs = (as: string): as is ParentAs => (PARENT_AS as readonly string[]).includes(as);
const nobodyKnown = (id: Id): Person => ({ id, name: null, bornOn: null, diedOn: null, sex: null, isChild: false });

/** A relationship that has not begun or is over does not stand; a day that nobody knows bounds nothing. */
const standsOn = ({ from, until }: Relation, on: LocalDate): boolean =>
  (from === null || from <= on) && (until === null || until >= on);

function householdsOn(stays: readonly Stay[], on: LocalDate): { household: Id; members: Id[] }[] {
  const members = new Map<Id, Set<Id>>();
  for (const { person, household, joined, gone, left } of stays) {
    // Somebody who left on a day that nobody knows is not said to live there.
    const lives = (joined === null || joined <= on) && (left === null ? !gone : left > on);
    if (lives) members.set(household, (members.get(household) ?? new Set<Id>()).add(person));
  }
  return [...members].map(([household, ids]) => ({ household, members: [...ids] }));
}

function reached(
  child: Id,
  relations: readonly Relation[],
  households: readonly { members: readonly Id[] }[],
): Set<Id> {
  const next = new Map<Id, Set<Id>>();
  const acquainted = new Set<Id>();
  const join = (a: Id, b: Id): void => {
    next.set(a, (next.get(a) ?? new Set<Id>()).add(b));
    next.set(b, (next.get(b) ?? new Set<Id>()).add(a));
  };
  for (const { of, to, as } of relations) if (!ACQUAINTED.has(as)) join(of, to);
  const inside = new Set<Id>([child]);
  for (const id of inside) for (const other of next.get(id) ?? []) inside.add(other);
  for (const { of, to, as } of relations) if (ACQUAINTED.has(as) && inside.has(of)) acquainted.add(to);
  for (const id of acquainted) inside.add(id);
  // Those who live with the child belong to the picture; whom they are related to elsewhere does not.
  for (const { members } of households) if (members.includes(child)) for (const id of members) inside.add(id);
  return inside;
}

function parentagesOf(relations: readonly Relation[]): Parentage[] {
  const found = new Map<string, Parentage>();
  for (const { of, to, as, parentalResponsibility } of relations) {
    if (!isParentAs(as) && as !== 'child') continue;
    const [parent, child] = as === 'child' ? [of, to] : [to, of];
    const key = `${parent} ${child}`;
    const before = found.get(key);
    const told: Responsibility = parentalResponsibility === null ? 'not-known' : parentalResponsibility ? 'yes' : 'no';
    found.set(key, {
      parent,
      child,
      // The child's own book says best what the parent is; the parent's says only that this is a child.
      as: as === 'child' ? (before?.as ?? 'parent') : as,
      responsibility: bothTold(before?.responsibility ?? 'not-known', told),
    });
  }
  return [...found.values()];
}

function bothTold(a: Responsibility, b: Responsibility): Responsibility {
  if (a === 'not-known') return b;
  return b === 'not-known' || a === b ? a : 'told-differently';
}

/** Couples, and those who were one: a former couple stands in the drawing with its line cut. */
function couplesOf(relations: readonly Relation[], on: LocalDate): Couple[] {
  const found = new Map<string, Couple>();
  for (const relation of relations) {
    const { of, to, as, from } = relation;
    if ((as !== 'partner' && as !== 'former-partner') || (from !== null && from > on)) continue;
    const [a, b] = of < to ? [of, to] : [to, of];
    const over = as === 'former-partner' || !standsOn(relation, on);
    // Whoever says that it is over knows more than who does not say so.
    found.set(`${a} ${b}`, { a, b, over: over || (found.get(`${a} ${b}`)?.over ?? false) });
  }
  return [...found.values()];
}
