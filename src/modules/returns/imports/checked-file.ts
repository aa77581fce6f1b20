import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { FileKind } from '../../../record/entry.ts';
import type { Statute } from '../../../statute/statute.ts';
import type { Finding, Tally } from '../core/decide-batch.ts';
import type { FileWindow } from '../core/file-kind.ts';
import type { FileFlag } from '../core/file-note.ts';
import { FileRefused } from '../core/file-refused.ts';
import type { PreparedChild } from '../core/prepared-child.ts';

/** Rows of a file that belong to no child. They are kept, counted and reported as the file begins to be written. */
export type LooseRows = {
  readonly findings: readonly Finding[];
  readonly keep: (tx: Tx, run: Id) => Promise<Tally>;
};

/** A file, or a set of files that are one, that was read through from end to end and can be loaded. */
export type CheckedFile = {
  readonly kind: FileKind;
  /** Where it lies, as it was given: what a refusal names. */
  readonly path: string;
  readonly name: string;
  /** SHA-256 in hexadecimal of all that was read, and of what was said with it. */
  readonly hash: string;
  readonly year: number | null;
  readonly window: FileWindow;
  readonly children: number;
  /** A header that is a row of its own, by the SHA-256 of what it says; null where the kind has none. */
  readonly headerHash: string | null;
  /** What is odd about the file itself. */
  readonly flags: readonly FileFlag[];
  /** The tables or lists that came; null where a file of this kind is always whole. */
  readonly parts: readonly string[] | null;
  /** Tables of which its silence would be evidence, and that did not come. */
  readonly without: readonly string[];
  /** Sightline's generator of invented counties wrote it. */
  readonly generated: boolean;
  readonly loose?: LooseRows;
  /** Reads it again, and hands over its children in their order; after each piece `between` may do slow work. Answers the hash. */
  readonly eachChild: (
    statute: ReadingLaw,
    onChild: (prepare: () => PreparedChild) => void,
    between: () => Promise<void>,
  ) => Promise<string>;
};

/** The law against which files are read: codes and calendars. */
export type ReadingLaw = Pick<Statute, 'codeSets' | 'calendars'>;

/** The last day of which a file speaks: files are loaded in that order. */
export const lastDayOf = ({ window }: CheckedFile): LocalDate => window.until;

/** Whose files a database takes: no invented child ever stands beside a real one. Throws `FileRefused`. */
export function checkMark({ generated }: CheckedFile, mark: 'invented' | 'real', trial: boolean): void {
  if (mark === 'real') {
    if (trial) throw new FileRefused(TRIAL_IN_REAL);
    if (generated) throw new FileRefused(GENERATED_INTO_REAL);
  } else if (!generated && !trial) throw new FileRefused(REAL_INTO_INVENTED);
}

export const TRIAL_IN_REAL = 'This is the database of a real council: it takes no files for trial';
const GENERATED_INTO_REAL =
  'Sightline’s generator wrote it: its children are invented, and this is the database of a real council';
const REAL_INTO_INVENTED =
  'Sightline’s generator did not write it, and this database holds invented children: load it for trial (--trial), and every page will say so';
