import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { GenogramPerson, GenogramPicture, GenogramUnion } from '../../../../ui/genogram/genogram-picture.ts';
import { ageInWords, type ChildFace, childPath } from '../../../child-face.ts';
import type { FamilyTree, Person } from '../../core/family.ts';

/** The family around a child as a drawing; null where nobody else is known. */
export function familyPicture(tree: FamilyTree, name: string, on: LocalDate): GenogramPicture | null {
  if (tree.people.size < 2) return null;
  const home = new Set(
    tree.households.filter(({ members }) => members.includes(tree.child)).flatMap((each) => each.members),
  );
  const people = tree.rows.flatMap(({ generation, people: row }) =>
    row.flatMap((id) => {
      const person = tree.people.get(id);
      return person ? [personOf(tree, person, { generation, home, on })] : [];
    }),
  );
  return { name, people, unions: unionsOf(tree) };
}

type Where = { readonly generation: number; readonly home: ReadonlySet<Id>; readonly on: LocalDate };

function personOf(tree: FamilyTree, person: Person, { generation, home, on }: Where): GenogramPerson {
  const { id, isChild, sex, bornOn, diedOn } = person;
  const isFocus = id === tree.child;
  const unborn = isChild && bornOn !== null && bornOn > on;
  return {
    id,
    name: nameOf(tree, person),
    detail: person.mustAsk ? 'Not shown to you' : detailOf(person, on),
    sex: sex === 'female' || sex === 'male' ? sex : null,
    died: diedOn !== null && diedOn <= on,
    unborn,
    isFocus,
    generation,
    sameHousehold: !isFocus && home.has(id),
    hasResponsibility: responsibilityOf(tree, id),
    href: isChild && !isFocus ? childPath(id) : null,
  };
}

function nameOf({ child, siblings }: FamilyTree, { id, name, isChild, mustAsk }: Person): string {
  if (mustAsk) {
    const isSibling = siblings.some(({ a, b }) => (a === child && b === id) || (b === child && a === id));
    return `${isSibling ? 'A brother or sister' : 'A child'} whom you may not open without a reason`;
  }
  return name ?? (isChild ? 'A child, name not recorded' : 'Name not recorded');
}

/** An age on that day; for somebody who has died, the years of birth and death. */
function detailOf({ bornOn, diedOn, sex }: Person, on: LocalDate): string {
  if (diedOn !== null && diedOn <= on) return `${bornOn?.slice(0, 4) ?? 'birth not known'} to ${diedOn.slice(0, 4)}`;
  const face: Pick<ChildFace, 'bornOn' | 'expectedOn' | 'diedOn' | 'sex'> = { bornOn, expectedOn: null, diedOn, sex };
  return ageInWords(face as ChildFace, on);
}

/** Of the child's own parents and guardians. Two books that say otherwise are not known. */
function responsibilityOf({ parentages, child }: FamilyTree, id: Id): GenogramPerson['hasResponsibility'] {
  const told = parentages.find((each) => each.child === child && each.parent === id)?.responsibility;
  if (told === undefined) return 'not-asked';
  return told === 'yes' ? true : told === 'no' ? false : null;
}

/** One union for every set of parents that children share, and for couples without children here. */
function unionsOf({ parentages, couples }: FamilyTree): GenogramUnion[] {
  const parentsOf = new Map<Id, Set<Id>>();
  for (const { child, parent, as } of parentages)
    if (as !== 'step-parent' && as !== 'guardian')
      parentsOf.set(child, (parentsOf.get(child) ?? new Set<Id>()).add(parent));
  const unions = new Map<string, { partners: Id[]; children: Id[] }>();
  for (const [child, parents] of parentsOf) {
    const partners = [...parents].sort().slice(0, 2);
    const union = unions.get(partners.join()) ?? { partners, children: [] };
    unions.set(partners.join(), { partners, children: [...union.children, child] });
  }
  for (const { a, b } of couples) {
    const key = [a, b].sort().join();
    if (!unions.has(key)) unions.set(key, { partners: [a, b], children: [] });
  }
  return [...unions.values()].map(({ partners, children }) => ({
    partners,
    children,
    parted: couples.some(({ a, b, over }) => over && partners.includes(a) && partners.includes(b)),
  }));
}
