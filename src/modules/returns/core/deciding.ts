import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Entry, FileKind, NewEntry } from '../../../record/entry.ts';
import type { FileSaid, FileSpan } from './file-group.ts';
import type { FileWindow } from './file-kind.ts';
import type { FileFlag, FileNote, ReadRow } from './file-note.ts';

/** What a file said under one key: the day that it gave, and the fields. */
export type SlotContent = { readonly on: LocalDate | null; readonly said: FileSaid };

/** That a file said something, and which entry it became. One row of `returns.attestation`. */
export type Attestation = {
  readonly kind: FileKind;
  /** Natural key of the entry within the book. */
  readonly key: string;
  readonly group: string;
  readonly contentHash: string;
  /** Null for what was loaded before contents were kept. */
  readonly content: SlotContent | null;
  /** The newest entry that says it. */
  readonly entry: Id;
  /** The last file that said it. */
  readonly window: FileWindow;
  readonly seenIn: Id;
  /** First day of the earliest window in which a file said it. */
  readonly firstFrom: LocalDate;
  readonly span: FileSpan | null;
  /** The table or list that a file may come without; null when it is always there. */
  readonly part: string | null;
  /** A person confirmed that the source took it back: `entry` is the one that did. */
  readonly withdrawn: boolean;
};

/** The file that a child stands in. */
export type DecidedFile = {
  readonly kind: FileKind;
  readonly hash: string;
  readonly window: FileWindow;
  /** Tables of which this kind of file can speak and which were not among what was loaded. */
  readonly without: readonly string[];
};

/** What a child of a file is decided with. */
export type DecidingWith = {
  readonly run: Id;
  readonly book: Id;
  readonly laChildId: string;
  readonly file: DecidedFile;
  /** What files of this kind have said of this book, by key. */
  readonly attested: ReadonlyMap<string, Attestation>;
  /** What files of other kinds have said of it, by key. */
  readonly elsewhere: ReadonlyMap<string, readonly Attestation[]>;
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
  /** What files of other kinds said and now stands in a fuller entry. */
  readonly repointed: readonly Attestation[];
  /** Keys whose content differs and whose entries were not given: decide again with them. */
  readonly differing: readonly string[];
  readonly loaded: ReadonlySet<ReadRow>;
  readonly developments: readonly FileNote[];
  readonly corrections: readonly FileNote[];
  /** Where a file of another kind says otherwise; both stand. */
  readonly disagreements: readonly FileNote[];
  readonly flags: readonly FileFlag[];
  /** Keys that the file no longer has, though it still has their group. */
  readonly withdrawn: readonly string[];
};

/** A decision in the making. */
export type Deciding = DecidingWith & {
  readonly entries: NewEntry[];
  readonly attest: Map<string, Attestation>;
  readonly differing: string[];
  readonly loaded: Set<ReadRow>;
  readonly developments: FileNote[];
  readonly corrections: FileNote[];
  readonly disagreements: FileNote[];
  readonly repointed: Attestation[];
  readonly flags: FileFlag[];
  readonly withdrawn: string[];
};

/** Where a group has come to stand: its own key, and those of what it stands in. */
export type Place = {
  readonly key: string;
  readonly thread: string;
  readonly episode: string | null;
  /** The table or list that it comes from, where a file may come without it. */
  readonly part: string | null;
};
