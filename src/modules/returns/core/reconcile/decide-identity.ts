import type { Id } from '../../../../kernel/id.ts';
import { accepted, type Result, refused } from '../../../../kernel/result.ts';
import type { Envelope } from '../../../../record/define-entry.ts';
import { type Act, happenedBetween, type NewEntry } from '../../../../record/entry.ts';
import { ownThread } from '../../../../record/own-thread.ts';
import { booksFoundDifferent, booksLinked, booksUnlinked } from '../../../people/public.ts';

/** Two books under one council id, as the record stands. */
export type IdentityPair = {
  readonly one: Id;
  readonly other: Id;
  readonly state: 'in-doubt' | 'one-child' | 'two-children';
  /** The link that joins exactly these two books; null where none does. */
  readonly link: Id | null;
  /** Every pair of books that is in doubt between the two children: each may have several. */
  readonly doubts: readonly (readonly [Id, Id])[];
};

export const IDENTITY_DECISIONS = ['one-child', 'two-children', 'part'] as const;
export type IdentityDecision = (typeof IDENTITY_DECISIONS)[number];

export type DecideIdentity = {
  readonly decision: IdentityDecision;
  readonly because: string;
  /** The last entry that the writer had seen of what each book says of whose it is. */
  readonly lastSeen: ReadonlyMap<Id, Id | null>;
};

export type IdentityRefusal =
  /** They are one child already, or two. */
  | { readonly code: 'decided-already'; readonly state: IdentityPair['state'] }
  /** They are one child through other books: the link between those must be parted. */
  | { readonly code: 'not-linked-directly' };

type Given = { readonly act: Id; readonly newId: () => Id };

/** Decides whether two books are one child's. What is decided is written into both, in one act; entries never move. */
export function decideIdentity(
  pair: IdentityPair,
  { decision, because, lastSeen }: DecideIdentity,
  { act, newId }: Given,
): Result<Act, IdentityRefusal> {
  const { state } = pair;
  if (decision === 'part' ? state !== 'one-child' : state === decision)
    return refused({ code: 'decided-already', state });
  if (decision === 'two-children' && state === 'one-child') return refused({ code: 'decided-already', state });
  const entries = entriesFor(pair, decision, because, newId);
  if (entries === null) return refused({ code: 'not-linked-directly' });
  const books = [...new Set(entries.map(({ book }) => book))];
  return accepted({
    id: act,
    entries,
    decidedOn: books
      .filter((book) => lastSeen.has(book))
      .map((book) => ({ book, about: ownThread(book, 'identity'), lastSeen: lastSeen.get(book) ?? null })),
  });
}

function entriesFor(
  { one, other, link, doubts }: IdentityPair,
  decision: IdentityDecision,
  because: string,
  newId: () => Id,
): NewEntry[] | null {
  const inBoth = (a: Id, b: Id, write: (envelope: Envelope, other: Id) => NewEntry): NewEntry[] => [
    write(envelopeIn(a, newId()), b),
    write(envelopeIn(b, newId()), a),
  ];
  if (decision === 'two-children')
    return doubts.flatMap(([a, b]) =>
      inBoth(a, b, (envelope, other) => booksFoundDifferent.write(envelope, { with: other, because })),
    );
  if (decision === 'one-child') {
    const joined = newId();
    return inBoth(one, other, (envelope, other) => booksLinked.write(envelope, { link: joined, with: other, because }));
  }
  if (link === null) return null;
  return inBoth(one, other, (envelope, other) => booksUnlinked.write(envelope, { link, with: other, because }));
}

/** Whose book it is was so from the first: it did not happen on the day on which somebody saw it. */
const envelopeIn = (book: Id, id: Id): Envelope => ({
  id,
  book,
  about: ownThread(book, 'identity'),
  happened: happenedBetween(null, null),
  source: { kind: 'here' },
});
