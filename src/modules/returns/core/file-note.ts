import type { LocalDate } from '../../../kernel/local-date.ts';

/** Something to tell a person about one place in the file, in one sentence. */
export type FileNote = {
  /** The table, list or sheet of the file. */
  readonly table: string;
  readonly line: number;
  readonly reason: string;
};

/** Readable but odd: it was loaded, and somebody should look. `code` is the DfE rule where there is one. */
export type FileFlag = FileNote & { readonly code: string };

/** One group as it was read: a row of a table, with its values and what is wrong with it. */
export type ReadRow = {
  readonly table: string;
  readonly line: number;
  readonly values: ReadonlyMap<string, FileValue>;
  /** Why it cannot be represented; empty when it can. */
  readonly faults: readonly string[];
  /** Rows inside it, in the order of the file. */
  readonly rows: readonly ReadRow[];
};
export type FileValue = string | number | boolean;

/** The value of a list row: one disability, one factor, one review date. */
export const ITEM = 'item';

export const textIn = (row: ReadRow, name: string): string | null => {
  const value = row.values.get(name);
  return typeof value === 'string' ? value : null;
};
/** A date was read as one, so the text is a day. */
export const dateIn = (row: ReadRow, name: string): LocalDate | null => textIn(row, name) as LocalDate | null;
export const numberIn = (row: ReadRow, name: string): number | null => {
  const value = row.values.get(name);
  return typeof value === 'number' ? value : null;
};
export const answerIn = (row: ReadRow, name: string): boolean | null => {
  const value = row.values.get(name);
  return typeof value === 'boolean' ? value : null;
};

/** The row and all rows inside it. */
export function* everyRow(row: ReadRow): Generator<ReadRow> {
  yield row;
  for (const inner of row.rows) yield* everyRow(inner);
}
