import { RELATIONS, type Relation, relation } from './relation.ts';

/** Everything on which it depends whether somebody may open a child’s record. */
export type Standing = {
  readonly roles: readonly string[];
  /** Relations that the record tells; those that follow from the roles alone are added here. */
  readonly relations: readonly string[];
  /** They know the child outside work, and have said so. */
  readonly interest: boolean;
  /** Only who is named may open the record. */
  readonly restricted: boolean;
};

/** `open` by a relation; `ask`: may be found, and opens with a reason; `hidden`: answers “not found”. */
export type Opening =
  | { readonly is: 'open'; readonly relation: Relation }
  | { readonly is: 'ask' }
  | { readonly is: 'hidden' };

/** One clause of the rule: what it says of a standing, or nothing. The order of the list is the order of precedence. */
export type Clause = {
  readonly id: string;
  readonly says: (standing: Standing) => Opening | undefined;
};

/** Roles that answer for the whole county, and what that makes them to each child. */
const BY_ROLE: Readonly<Record<string, Relation>> = { director: 'accountable', 'performance-analyst': 'data-quality' };

/** The relations that open even a restricted record. */
export const OPENS_RESTRICTED: readonly Relation[] = ['allocated', 'manager', 'named'];

const opensBy = (each: Relation): Clause => ({
  id: `opens-by-${each}`,
  says: ({ relations, roles }) =>
    relations.includes(each) || roles.some((role) => BY_ROLE[role] === each)
      ? { is: 'open', relation: each }
      : undefined,
});

/** Who may open a child’s record, clause by clause: the first that says something decides. */
export const CLAUSES: readonly Clause[] = [
  { id: 'interest-hides', says: ({ interest }) => (interest ? { is: 'hidden' } : undefined) },
  {
    id: 'restriction-hides',
    says: ({ restricted, relations }) =>
      restricted && !OPENS_RESTRICTED.some((each) => relations.includes(each)) ? { is: 'hidden' } : undefined,
  },
  ...RELATIONS.map(opensBy),
];

/** Decides by the clauses; whoever none speaks of may ask. */
export function mayOpen(standing: Standing, clauses: readonly Clause[] = CLAUSES): Opening {
  for (const { says } of clauses) {
    const said = says(standing);
    if (said) return said;
  }
  return { is: 'ask' };
}

/** The relations by which protected places and numbers of a child may be seen. */
export const SEES_PROTECTED: readonly Relation[] = ['allocated', 'manager', 'cover', 'named'];

/** May a protected address, postcode or telephone number of a child be shown by this relation? */
export const seesProtected = (by: string | undefined): boolean => {
  const known = by === undefined ? undefined : relation(by);
  return known !== undefined && SEES_PROTECTED.includes(known);
};
