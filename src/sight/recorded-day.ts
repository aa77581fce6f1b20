import { dayInLondon, instantOf } from '../kernel/instant.ts';
import { type EpochDay, toEpochDay } from '../kernel/local-date.ts';
import type { Columns } from './columns.ts';

/** The day in England on which the fact in this row was recorded. Slow: asked only of extensions and undated facts. */
export const recordedDay = (columns: Columns, row: number): EpochDay =>
  toEpochDay(dayInLondon(instantOf(columns.believedFrom[row] as number)));
