import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Entry, EntrySource, Precision } from '../entry.ts';
import { type EntryRegistry, upcast } from '../registry.ts';

/** An entry as the database answers it: envelope, and words unless they were destroyed. */
export type EntryRow = {
  readonly book: Id;
  readonly seq: number;
  readonly id: Id;
  readonly about: Id;
  readonly act: Id;
  readonly type: string;
  readonly version: number;
  readonly earliest: LocalDate | null;
  readonly latest: LocalDate | null;
  readonly precision: Precision;
  readonly at: Instant | null;
  readonly recorded_at: Instant;
  readonly recorded_by: string;
  readonly on_behalf_of: string | null;
  readonly source: string;
  readonly corrects: Id | null;
  readonly reason: string | null;
  readonly canonical: string;
};

/** The columns of an `EntryRow`, for `e` (record.entry) joined to `d` (record.entry_data). */
export const ENTRY_COLUMNS = `e.book, e.seq, e.id, e.about, e.act, e.type, e.version, e.earliest, e.latest, e.precision, e.at,
  e.recorded_at, e.recorded_by, e.on_behalf_of, e.source, e.corrects, e.reason, d.canonical`;

/** The entry, with its data raised to the newest version of its type. */
export function entryOf(registry: EntryRegistry, row: EntryRow): Entry {
  return {
    id: row.id,
    book: row.book,
    seq: row.seq,
    about: row.about,
    act: row.act,
    type: row.type,
    version: registry.newest.get(row.type) ?? row.version,
    happened: { earliest: row.earliest, latest: row.latest, precision: row.precision, at: row.at },
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    onBehalfOf: row.on_behalf_of,
    source: sourceOf(row.source),
    data: upcast(registry, row.type, row.version, JSON.parse(row.canonical)),
    corrects: row.corrects,
    reason: row.reason,
  };
}

const HERE = { kind: 'here' } as const;
export const HERE_TEXT = '{"kind":"here"}';

const sourceOf = (text: string): EntrySource => (text === HERE_TEXT ? HERE : (JSON.parse(text) as EntrySource));
