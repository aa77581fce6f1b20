import type { Id } from '../../../kernel/id.ts';
import type { Parentage, Relation, Siblings } from './family.ts';

/**
 * `shares-a-parent`: one parent is the same and nobody knows the other of one of them: brothers and sisters in full or by half, which
 * no one should guess.
 */
export type SiblingKind = 'sibling' | 'half-sibling' | 'step-sibling' | 'shares-a-parent' | 'lives-together';

const STATED: ReadonlySet<string> = new Set(['sibling', 'half-sibling', 'step-sibling', 'lives-together']);
/** What says most of two children, first: living together says least. */
const STRONGEST: readonly SiblingKind[] = [
  'sibling',
  'half-sibling',
  'step-sibling',
  'shares-a-parent',
  'lives-together',
];

/** Who are brothers and sisters: as somebody recorded, else as their parents say. */
export function siblingsAmong(
  parentages: readonly Parentage[],
  relations: readonly Relation[],
  people: readonly Id[],
): readonly Siblings[] {
  const stated = statedPairs(relations);
  const parents = birthParents(parentages);
  const withParents = people.filter((id) => parents.has(id));
  const found = new Map(stated);
  withParents.forEach((a, at) => {
    for (const b of withParents.slice(at + 1)) {
      const key = pairOf(a, b);
      const as = kindByParents(parents.get(a) ?? new Set(), parents.get(b) ?? new Set());
      if (as && (!found.has(key) || found.get(key)?.as === 'lives-together')) found.set(key, ordered(a, b, as));
    }
  });
  return [...found.values()];
}

const ordered = (a: Id, b: Id, as: SiblingKind): Siblings => (a < b ? { a, b, as } : { a: b, b: a, as });
const pairOf = (a: Id, b: Id): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

function statedPairs(relations: readonly Relation[]): Map<string, Siblings> {
  const found = new Map<string, Siblings>();
  for (const { of, to, as } of relations) {
    if (!STATED.has(as)) continue;
    const kind = as as SiblingKind;
    const before = found.get(pairOf(of, to));
    if (!before || STRONGEST.indexOf(kind) < STRONGEST.indexOf(before.as))
      found.set(pairOf(of, to), ordered(of, to, kind));
  }
  return found;
}

/** Mothers and fathers, adoptive ones too; a step-parent or guardian makes nobody a brother or sister. */
function birthParents(parentages: readonly Parentage[]): Map<Id, Set<Id>> {
  const parents = new Map<Id, Set<Id>>();
  for (const { parent, child, as } of parentages)
    if (as !== 'step-parent' && as !== 'guardian')
      parents.set(child, (parents.get(child) ?? new Set<Id>()).add(parent));
  return parents;
}

function kindByParents(a: ReadonlySet<Id>, b: ReadonlySet<Id>): SiblingKind | null {
  const shared = [...a].filter((parent) => b.has(parent)).length;
  if (shared === 0) return null;
  if (shared >= 2) return 'sibling';
  return a.size >= 2 && b.size >= 2 ? 'half-sibling' : 'shares-a-parent';
}
