import { dayInLondon } from '../../../../kernel/instant.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { ToldEntry } from '../../../child-page.ts';

/** One place from which this child's entries came. */
export type SourceRow = {
  readonly name: string;
  /** How many entries of this child came from it. */
  readonly entries: number;
  readonly window: { readonly from: LocalDate; readonly until: LocalDate } | null;
  /** The rows of the file, as `table:line`. */
  readonly rows: readonly string[];
  /** The first eight characters of the file's SHA-256: enough to tell two files apart. */
  readonly file: string | null;
  readonly firstLoaded: LocalDate;
  /** What it can never say, in a sentence. */
  readonly cannotSay: string | null;
};

const CENSUS_CANNOT_SAY =
  'It names no child, no social worker and no team, and holds no visit, no strategy discussion and no one’s words.';

function rowOf(told: readonly ToldEntry[]): SourceRow | null {
  const first = told[0]?.entry;
  if (!first) return null;
  const loaded = told.map(({ entry }) => entry.recordedAt).sort()[0] ?? first.recordedAt;
  const common = { entries: told.length, firstLoaded: dayInLondon(loaded) };
  if (first.source.kind === 'here') {
    return { ...common, name: 'Written here', window: null, rows: [], file: null, cannotSay: null };
  }
  const rows = told.flatMap(({ entry }) => (entry.source.kind === 'here' ? [] : [entry.source.row]));
  return {
    ...common,
    name: 'Children in need census',
    window: first.source.window,
    rows: [...new Set(rows)],
    file: first.source.file.slice(0, 8),
    cannotSay: CENSUS_CANNOT_SAY,
  };
}

/** Where what is known of a child came from, files first, the newest window first. */
export function sourcesOf(entries: readonly ToldEntry[]): SourceRow[] {
  const bySource = new Map<string, ToldEntry[]>();
  for (const told of entries) {
    const source = told.entry.source.kind === 'here' ? 'here' : told.entry.source.file;
    bySource.set(source, [...(bySource.get(source) ?? []), told]);
  }
  return [...bySource.values()]
    .flatMap((told) => rowOf(told) ?? [])
    .sort((a, b) => (b.window?.until ?? '').localeCompare(a.window?.until ?? ''));
}
