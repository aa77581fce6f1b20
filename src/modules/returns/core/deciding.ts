import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Entry, NewEntry } from '../../../record/entry.ts';
import type { CensusSpan } from './census-group.ts';
import type { CensusWindow } from './census-header.ts';
import type { CensusFlag, CensusNote, ReadRow } from './census-note.ts';

/** That a file said something, and which entry it became. One row of `returns.attestation`. */
export type Attestation = {
  /** Natural key of the entry within the book. */
  readonly key: string;
  readonly group: string;
  readonly contentHash: string;
  /** The newest entry that says it. */
  readonly entry: Id;
  /** The last file that said it. */
  readonly window: CensusWindow;
  readonly seenIn: Id;
  /** First day of the earliest window in which a file said it. */
  readonly firstFrom: LocalDate;
  readonly span: CensusSpan | null;
  /** A person confirmed that the source took it back: `entry` is the one that did. */
  readonly withdrawn: boolean;
};

/** What a child of a file is decided with. */
export type DecidingWith = {
  readonly run: Id;
  readonly book: Id;
  readonly laChildId: string;
  readonly file: { readonly hash: string; readonly window: CensusWindow };
  /** What files have said of this book, by key. */
  readonly attested: ReadonlyMap<string, Attestation>;
  /** Entries of the book that stand, by natural key. Needed only for keys in `differing`. */
  readonly standing: ReadonlyMap<string, readonly Entry[]>;
  /** SHA-256 in hexadecimal. */
  readonly digest: (text: string) => string;
  /** A UUID made from its parts: the same parts, the same id. */
  readonly makeId: (...parts: readonly string[]) => Id;
};

/** What becomes of one child of a file. */
export type DecidedChild = {
  readonly entries: readonly NewEntry[];
  /** Rows of the attestation table, new and touched. */
  readonly attest: readonly Attestation[];
  /** Keys whose content differs and whose entries were not given: decide again with them. */
  readonly differing: readonly string[];
  readonly loaded: ReadonlySet<ReadRow>;
  readonly developments: readonly CensusNote[];
  readonly corrections: readonly CensusNote[];
  readonly flags: readonly CensusFlag[];
  /** Keys that the file no longer has, though it still has their group. */
  readonly withdrawn: readonly string[];
};

/** A decision in the making. */
export type Deciding = DecidingWith & {
  readonly entries: NewEntry[];
  readonly attest: Map<string, Attestation>;
  readonly differing: string[];
  readonly loaded: Set<ReadRow>;
  readonly developments: CensusNote[];
  readonly corrections: CensusNote[];
  readonly flags: CensusFlag[];
  readonly withdrawn: string[];
};

/** Where a group has come to stand: its own key, and those of what it stands in. */
export type Place = { readonly key: string; readonly thread: string; readonly episode: string | null };
