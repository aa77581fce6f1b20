import type { Id } from '../kernel/id.ts';
import type { Tx } from '../platform/database/database.ts';
import type { ReadEntry } from '../record/as-of.ts';
import type { Conflict } from '../record/conflict.ts';
import type { RedactedEntry } from '../record/redacted.ts';

/** Is what that entry says in that field withheld from whoever reads? */
export type IsWithheld = (entry: Id, field: string) => boolean;

/** What every page that shows something of an entry needs of the house. */
export type Showing = {
  /** The entries as whoever asks this transaction may see them now. */
  readonly redacted: (tx: Tx, entries: readonly ReadEntry[]) => Promise<RedactedEntry[]>;
  /** Where words of entries stand in another table: which fields of entries of these books are withheld from whoever asks. */
  readonly withheldIn: (tx: Tx, books: readonly Id[]) => Promise<IsWithheld>;
};

/** A conflict as the writer may see it: both versions, of theirs what is not withheld. */
export type ShownConflict = {
  readonly threads: readonly (Omit<Conflict['threads'][number], 'theirs'> & {
    readonly theirs: readonly RedactedEntry[];
  })[];
};

/** What others wrote meanwhile, as the writer may see it. */
export async function shownConflict({ redacted }: Showing, tx: Tx, conflict: Conflict): Promise<ShownConflict> {
  const theirs = conflict.threads.flatMap((thread) => thread.theirs.map((entry) => ({ ...entry, correctedBy: null })));
  const shown = new Map((await redacted(tx, theirs)).map((entry) => [entry.id, entry]));
  return {
    threads: conflict.threads.map((thread) => ({
      ...thread,
      theirs: thread.theirs.flatMap(({ id }) => shown.get(id) ?? []),
    })),
  };
}
