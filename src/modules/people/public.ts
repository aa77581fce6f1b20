export { booksFoundDifferent, booksLinked, booksUnlinked } from './core/books-linked.entry.ts';
export { childDescribed } from './core/child-described.entry.ts';
export { childDied } from './core/child-died.entry.ts';
export { childRecorded, SEXES, type Sex } from './core/child-recorded.entry.ts';
export { contradicts, identitiesOf, type Likeness, type WhoseBook, whoseBook } from './core/identity.ts';
export { SIBLING_AS, siblingRecorded } from './core/sibling-recorded.entry.ts';
