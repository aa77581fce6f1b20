import { grouped } from '../../../../kernel/grouped.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { canonicalJson } from '../../../../record/canonical-json.ts';
import type { FileKind } from '../../../../record/entry.ts';
import type { FileSaid } from '../file-group.ts';
import { NOT_KNOWN, THE_DAY } from '../said-elsewhere.ts';

/** What the last file of one kind says of an event. */
export type SourceSays = {
  readonly kind: FileKind;
  /** Last day of which that file speaks. */
  readonly until: LocalDate;
  /** The entry that it became. */
  readonly entry: Id;
  readonly on: LocalDate | null;
  readonly said: FileSaid;
};

/** One event, or what is said of who a child is, of which files of different kinds say different things. */
export type DisputedEvent = {
  readonly book: Id;
  readonly laChildId: string;
  /** Natural key within the child. */
  readonly key: string;
  readonly group: string;
  /** Each kind of file that speaks of it, in the order of the kinds' names. */
  readonly sources: readonly SourceSays[];
  /** What they say differently: `the day`, or the name of a field. */
  readonly fields: readonly string[];
  readonly settled: boolean;
};

/** What a source says of a field; null where it does not say. */
export function saysOf({ on, said }: SourceSays, field: string): unknown {
  const value = field === THE_DAY ? on : said[field];
  return value === undefined || value === NOT_KNOWN ? null : value;
}

/** The days that the sources give, the earliest first; none where they give no other day. */
export const daysGiven = ({ sources }: Pick<DisputedEvent, 'sources'>): LocalDate[] =>
  [...new Set(sources.flatMap(({ on }) => on ?? []))].sort();

/** One value of a field, and the sources that give it: one at least. */
export type ValueSaid = { readonly value: unknown; readonly by: readonly [SourceSays, ...SourceSays[]] };

/** Each value that some source gives for a field, once. */
export function valuesSaid({ sources }: Pick<DisputedEvent, 'sources'>, field: string): ValueSaid[] {
  const saying = sources.filter((source) => saysOf(source, field) !== null);
  return [...grouped(saying, (source) => canonicalJson(saysOf(source, field))).values()].flatMap(
    ([first, ...others]) => (first ? [{ value: saysOf(first, field), by: [first, ...others] as const }] : []),
  );
}
