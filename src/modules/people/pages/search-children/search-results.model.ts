import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { childPath, councilIdsOf, headingOf } from '../../../child-face.ts';
import type { FoundFace } from '../../store/listed-children.ts';
import type { FoundChild, HowFound } from '../../store/search-children.ts';

export type SearchResult = {
  readonly href: string;
  readonly heading: string;
  readonly councilIds: string | null;
  /** Why this child stands here: "also recorded as Kasia Nowak", "sounds alike". */
  readonly because: string;
  readonly inDoubt: boolean;
  /** Without a relation the record opens with a reason. */
  readonly mayOpen: boolean;
};

export type SearchResults = {
  readonly typed: string;
  readonly on: LocalDate;
  /** There are more than the page shows. */
  readonly more: boolean;
  readonly rows: readonly SearchResult[];
  readonly children: readonly Id[];
};

const WAYS: Record<HowFound, string> = {
  exact: 'as typed',
  beginning: 'begins so',
  sound: 'sounds alike',
  alike: 'spelt alike',
};

/** A child who was found, as a row; null when no name or number of theirs is held any more. */
export function resultOf({ alias, how }: FoundChild, found: FoundFace | undefined, on: LocalDate): SearchResult | null {
  if (!found) return null;
  const { face, mayOpen } = found;
  return {
    href: childPath(face.child),
    heading: headingOf(face, on),
    councilIds: face.name === null ? null : councilIdsOf(face),
    because: alias === null ? WAYS[how] : `${WAYS[how]}, also recorded as ${alias}`,
    inDoubt: face.inDoubtWith.length > 0,
    mayOpen,
  };
}
