import { z } from 'zod';
import { BOOK_KINDS, type EntryType, entryType } from './entry.ts';

/** A mistake that leaves nothing in its place: the entry that it corrects is no longer believed. */
export const entryWithdrawn = entryType({
  type: 'entry-withdrawn',
  version: 1,
  books: BOOK_KINDS,
  data: z.strictObject({}),
});

/** An entry of this book belongs in another: it is absent at every as-of. What it said is not repeated here. */
export const entryMisfiled = entryType({
  type: 'entry-misfiled',
  version: 1,
  books: BOOK_KINDS,
  data: z.strictObject({ entry: z.uuid() }),
});

/** The record's own types; every registry has them. */
export const recordEntryTypes: readonly EntryType[] = [entryWithdrawn, entryMisfiled];
