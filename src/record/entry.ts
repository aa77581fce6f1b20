import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';

/** What has a book. Sign-in sessions, drafts, jobs, import runs, screen settings and the access log have none. */
export const BOOK_KINDS = ['child', 'adult', 'carer', 'worker', 'team', 'council'] as const;
export type BookKind = (typeof BOOK_KINDS)[number];

export const PRECISIONS = ['instant', 'day', 'month', 'year', 'unknown'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** When it happened, as exactly as anybody said and no more. Never defaulted; null where there is no bound. */
export type Happened = {
  readonly earliest: LocalDate | null;
  readonly latest: LocalDate | null;
  readonly precision: Precision;
  /** Set exactly when the precision is `instant`. */
  readonly at: Instant | null;
};

export const happenedOn = (day: LocalDate): Happened => ({ earliest: day, latest: day, precision: 'day', at: null });
/** Somewhere between two days (either may be open), no more is known. */
export const happenedBetween = (earliest: LocalDate | null, latest: LocalDate | null): Happened => ({
  earliest,
  latest,
  precision: 'unknown',
  at: null,
});

/** The kinds of file that councils already produce, and that are read as evidence. */
export type FileKind = 'cin-census' | 'ssda903' | 'annex-a';

/** Where an entry came from: written here, or read from a file with edges. */
export type EntrySource =
  | { readonly kind: 'here' }
  | {
      readonly kind: FileKind;
      /** The SHA-256 of the file, in hexadecimal. */
      readonly file: string;
      /** `table:line` of the file. */
      readonly row: string;
      readonly window: { readonly from: LocalDate; readonly until: LocalDate };
      readonly naturalKey: string;
    };

/** What a writer hands to `append`; everything else of the envelope is set there. */
export type NewEntry = {
  readonly id: Id;
  readonly book: Id;
  readonly about: Id;
  readonly type: string;
  readonly version: number;
  readonly happened: Happened;
  readonly onBehalfOf: string | null;
  readonly source: EntrySource;
  readonly data: unknown;
  readonly corrects: Id | null;
  readonly reason: string | null;
};

/** One entry of a book, as stored. Never edited, never deleted by use. */
export type Entry<Data = unknown> = Omit<NewEntry, 'data'> & {
  readonly seq: number;
  readonly act: Id;
  readonly recordedAt: Instant;
  /** The id of the person, job or import that wrote it. */
  readonly recordedBy: string;
  readonly data: Data;
};

/** One thing that a person or import did: its entries share `act`; all are written or none. */
export type Act = {
  readonly id: Id;
  readonly entries: readonly NewEntry[];
  /** New books that the act opens. */
  readonly opens?: readonly { readonly book: Id; readonly kind: BookKind }[];
  /** The last entry that the writer had seen of each thread it decided on (null: none). A thread that moved since is a conflict. */
  readonly decidedOn: readonly { readonly book: Id; readonly about: Id; readonly lastSeen: Id | null }[];
};

/**
 * A type of entry: its name in past-tense English, its version, and the shape of its data. Old versions are read for
 * ever: `upcast` turns data of this version into the next one.
 */
export type EntryType<Data = unknown> = {
  readonly type: string;
  readonly version: number;
  readonly books: readonly BookKind[];
  readonly data: z.ZodType<Data>;
  /** The fields that are read as values that cannot print. */
  readonly guarded?: readonly string[];
  readonly upcast?: (data: never) => unknown;
  /** The version before this one, where there was one. */
  readonly was?: EntryType;
};

export const entryType = <Data>(definition: EntryType<Data>): EntryType<Data> => definition;
