import type { Id } from '../kernel/id.ts';
import type { Entry } from './entry.ts';

/** A row as its table has it, by column. Days and moments are text. */
export type Row = { readonly [column: string]: string | number | boolean | null };

/**
 * A module's table that is a current page of the books: never a source of anything, always what the pure function makes
 * of each book's standing entries. It is turned in the transaction of the entry, and can be made again from the start.
 */
export type CurrentPage = {
  /** With its schema: `people.child`. Its rows are found by the column `book`. */
  readonly table: `${string}.${string}`;
  /** The entry types that it is made of. */
  readonly types: readonly string[];
  /** The rows of one book; `entries` are those of its types that stand, in order. None: the book has no rows. */
  readonly rowsOf: (book: Id, entries: readonly Entry[]) => readonly Row[];
};
