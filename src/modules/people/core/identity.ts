import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Sex } from './child-recorded.entry.ts';

/**
 * The identity of each book: books joined by links, through however many others, share one. It is the lowest id among
 * them, so that whoever reckons it finds the same, and parting a link gives back exactly what stood before.
 */
export function identitiesOf(
  books: readonly Id[],
  links: readonly { readonly book: Id; readonly with: Id }[],
): Map<Id, Id> {
  const known = new Set(books);
  const leader = new Map(books.map((book) => [book, book]));
  const find = (book: Id): Id => {
    let at = book;
    for (let next = leader.get(at) ?? at; next !== at; next = leader.get(at) ?? at) at = next;
    return at;
  };
  for (const { book, with: other } of links) {
    if (!known.has(book) || !known.has(other)) continue;
    const [a, b] = [find(book), find(other)];
    if (a !== b) leader.set(a > b ? a : b, a > b ? b : a);
  }
  return new Map(books.map((book) => [book, find(book)]));
}

/** What a book, or a row of a file, says of who the child is. */
export type Likeness = {
  readonly bornOn: LocalDate | null;
  readonly sex: Sex | null;
};

/** Whether two sources can be speaking of one child. What one of them does not say contradicts nothing. */
export const contradicts = (a: Likeness, b: Likeness): boolean =>
  (a.bornOn !== null && b.bornOn !== null && a.bornOn !== b.bornOn) ||
  (saysSex(a.sex) && saysSex(b.sex) && a.sex !== b.sex);

const saysTheSame = (a: Likeness, b: Likeness): boolean =>
  a.bornOn !== null && a.bornOn === b.bornOn && saysSex(a.sex) && a.sex === b.sex;

const saysSex = (sex: Sex | null): boolean => sex === 'female' || sex === 'male';

export type WhoseBook =
  | { readonly is: 'known'; readonly book: Id }
  | { readonly is: 'new' }
  /** Same council id, but another birth date or sex; or several books that it could be. A person must decide. */
  | { readonly is: 'in-doubt'; readonly with: readonly Id[] };

/**
 * Whose book a row of a file belongs in. `sameCouncilId` are the books that carry its council child id. It joins only
 * where neither birth date nor sex contradicts, and never by guess between two. Where a person has joined books that
 * contradict each other, it goes on in the one that says the same of birth and sex.
 */
export function whoseBook(
  row: Likeness,
  sameCouncilId: readonly (Likeness & { readonly book: Id; readonly identity: Id })[],
): WhoseBook {
  if (sameCouncilId.length === 0) return { is: 'new' };
  const could = sameCouncilId.filter((each) => !contradicts(row, each));
  const identities = new Set(could.map(({ identity }) => identity));
  const contradicted = sameCouncilId.some((each) => identities.has(each.identity) && contradicts(row, each));
  const alike = could.find((each) => saysTheSame(row, each));
  const first = contradicted ? alike : could[0];
  if (identities.size === 1 && first) return { is: 'known', book: first.book };
  return { is: 'in-doubt', with: sameCouncilId.map(({ book }) => book) };
}
