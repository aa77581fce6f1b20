export { adultRecorded, NAME_KINDS, nameUsed } from './core/adult-recorded.entry.ts';
export { booksFoundDifferent, booksLinked, booksUnlinked } from './core/books-linked.entry.ts';
export { childDescribed } from './core/child-described.entry.ts';
export { childDied } from './core/child-died.entry.ts';
export { childRecorded, SEXES, type Sex } from './core/child-recorded.entry.ts';
export { RELATED_AS, type RelatedAs, related } from './core/family.entry.ts';
export {
  type Couple,
  type FamilyTree,
  familyOf,
  type KnownFamily,
  type Parentage,
  type Person,
  type Relation,
  type Responsibility,
  type Siblings,
  type Stay,
} from './core/family.ts';
export { addressUsed, householdJoined, householdLeft, phoneUsed, placeProtectionSet } from './core/household.entry.ts';
export { contradicts, identitiesOf, type Likeness, type WhoseBook, whoseBook } from './core/identity.ts';
export { literalKeys } from './core/literal-keys.ts';
export type { PlacesOf } from './core/places-of-family.ts';
export { SIBLING_AS, siblingRecorded } from './core/sibling-recorded.entry.ts';
