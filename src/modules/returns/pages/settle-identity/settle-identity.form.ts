import { type Id, id } from '../../../../kernel/id.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { typedIn } from '../../../typed-form.ts';
import { type DecideIdentity, IDENTITY_DECISIONS } from '../../core/reconcile/decide-identity.ts';

export type IdentityRead = { readonly command: DecideIdentity | null; readonly faults: readonly FieldFault[] };

/** The box that carries the last entry which the writer had seen of what a book says of whose it is. */
export const lastOf = (book: Id): string => `last-${book}`;

/** Reads the form: a command, or a sentence beside each box that is wrong. Nothing is chosen by default. */
export function readIdentityForm(typed: Typed, books: readonly Id[]): IdentityRead {
  const decision = IDENTITY_DECISIONS.find((each) => each === typedIn(typed, 'decision'));
  const because = typedIn(typed, 'because');
  const faults: FieldFault[] = [
    ...(decision ? [] : [{ field: 'decision', text: 'Say whether they are one child or two' }]),
    ...(because === '' ? [{ field: 'because', text: 'Say why: what you looked at, and whom you asked' }] : []),
  ];
  if (!decision || faults.length > 0) return { command: null, faults };
  const lastSeen = new Map(books.map((book) => [book, id(typedIn(typed, lastOf(book))) ?? null]));
  return { command: { decision, because, lastSeen }, faults };
}
