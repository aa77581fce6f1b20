import { grouped } from '../kernel/grouped.ts';
import type { Tx } from '../platform/database/database.ts';
import { WITHHELD_IN_WORDS } from '../record/said.ts';
import { withholdLiterals } from './protected-words.ts';

/** These rows, in which what somebody typed, or a file says, reads as withheld where it gives a protected place that whoever asks the database may not see. */
export async function withholdTexts<Row extends object>(
  tx: Tx,
  rows: readonly Row[],
  fields: readonly (keyof Row)[],
): Promise<Row[]> {
  const boxes = rows.flatMap((row, index) =>
    fields.flatMap((field) => (typeof row[field] === 'string' ? [{ index, field, text: row[field] as string }] : [])),
  );
  if (boxes.length === 0) return [...rows];
  const named = await withholdLiterals(
    tx,
    boxes.map(({ text }) => text),
  );
  if (named.size === 0) return [...rows];
  const closed = grouped(
    boxes.filter((_, place) => named.has(place)),
    ({ index }) => index,
  );
  return rows.map((row, index) => ({
    ...row,
    ...Object.fromEntries((closed.get(index) ?? []).map(({ field }) => [field, WITHHELD_IN_WORDS])),
  }));
}
