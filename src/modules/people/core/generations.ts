import type { Id } from '../../../kernel/id.ts';
import type { Couple, Parentage, Person, Relation, Siblings } from './family.ts';

type Lines = {
  readonly parentages: readonly Parentage[];
  readonly couples: readonly Couple[];
  readonly siblings: readonly Siblings[];
  readonly relations: readonly Relation[];
};

type Step = { readonly from: Id; readonly to: Id; readonly up: number };

/** How many generations above the person of the book the other stands. A carer or a friend stands beside the parents. */
const UP: { readonly [as: string]: number } = {
  grandparent: 2,
  'aunt-or-uncle': 1,
  cousin: 0,
  carer: 1,
  'other-relative': 1,
  friend: 1,
};

/**
 * The rows of a drawing, the oldest generation first. Everybody stands as few steps from the child as anything says; where
 * nothing says a generation (somebody who only lives there), beside the parents, or in the child's row for a child.
 */
export function generationsFrom(
  child: Id,
  people: ReadonlyMap<Id, Person>,
  lines: Lines,
): readonly { readonly generation: number; readonly people: readonly Id[] }[] {
  const generation = walk(child, stepsOf(lines));
  for (const { id, isChild } of people.values()) if (!generation.has(id)) generation.set(id, isChild ? 0 : 1);
  const rows = new Map<number, Id[]>();
  for (const [id, row] of generation) rows.set(row, [...(rows.get(row) ?? []), id]);
  return [...rows]
    .sort(([a], [b]) => b - a)
    .map(([row, ids]) => ({ generation: row, people: together(inOrder(ids, people), lines) }));
}

function stepsOf({ parentages, couples, siblings, relations }: Lines): Step[] {
  const steps = [
    ...parentages.map(({ parent, child }) => ({ from: child, to: parent, up: 1 })),
    ...[...couples, ...siblings].map(({ a, b }) => ({ from: a, to: b, up: 0 })),
    ...relations.flatMap(({ of, to, as }) => (as in UP ? [{ from: of, to, up: UP[as] ?? 0 }] : [])),
  ];
  return [...steps, ...steps.map(({ from, to, up }) => ({ from: to, to: from, up: -up }))];
}

/** The first way by which somebody is reached says their row: a family in a ring is drawn once. */
function walk(child: Id, steps: readonly Step[]): Map<Id, number> {
  const next = new Map<Id, Step[]>();
  for (const step of steps) next.set(step.from, [...(next.get(step.from) ?? []), step]);
  const generation = new Map<Id, number>([[child, 0]]);
  for (const [id, row] of generation)
    for (const { to, up } of next.get(id) ?? []) if (!generation.has(to)) generation.set(to, row + up);
  return generation;
}

/** The eldest first; those whose birth nobody knows last, by id. */
const inOrder = (ids: readonly Id[], people: ReadonlyMap<Id, Person>): Id[] =>
  ids.toSorted((a, b) => {
    const [one, other] = [`${people.get(a)?.bornOn ?? '9999'} ${a}`, `${people.get(b)?.bornOn ?? '9999'} ${b}`];
    return one < other ? -1 : 1;
  });

/** Couples, then parents of one child, stand side by side. */
function together(ids: readonly Id[], { couples, parentages }: Lines): readonly Id[] {
  const beside = new Map<Id, Id[]>();
  const join = (a: Id, b: Id): void => {
    beside.set(a, [...(beside.get(a) ?? []), b]);
    beside.set(b, [...(beside.get(b) ?? []), a]);
  };
  for (const { a, b } of couples) join(a, b);
  for (const child of new Set(parentages.map((each) => each.child))) {
    const [first, ...others] = parentages.filter((each) => each.child === child).map(({ parent }) => parent);
    for (const other of others) if (first) join(first, other);
  }
  const placed = new Set<Id>();
  const place = (id: Id): void => {
    if (placed.has(id) || !ids.includes(id)) return;
    placed.add(id);
    for (const other of beside.get(id) ?? []) place(other);
  };
  for (const id of ids) place(id);
  return [...placed];
}
