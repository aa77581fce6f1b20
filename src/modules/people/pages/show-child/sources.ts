import { dayInLondon } from '../../../../kernel/instant.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { FileKind } from '../../../../record/entry.ts';
import type { ToldEntry } from '../../../child-page.ts';

/** One place from which this child's entries came. */
export type SourceRow = {
  readonly kind: FileKind | 'here';
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

const KINDS: Readonly<Record<FileKind, { readonly name: string; readonly cannotSay: string }>> = {
  'cin-census': {
    name: 'Children in need census',
    cannotSay:
      'It names no child, no social worker and no team, and holds no visit, no strategy discussion and no one’s words.',
  },
  ssda903: {
    name: 'SSDA903 return',
    cannotSay:
      'It speaks of a child in care alone. It holds no visit, no care plan, no placement plan, no return interview and no one’s words.',
  },
  'annex-a': {
    name: 'Annex A lists',
    cannotSay:
      'Of visits, reviews and workers it shows the last one alone: what was before, and whether anything was missed, it cannot say.',
  },
};

function rowOf(told: readonly ToldEntry[]): SourceRow | null {
  const first = told[0]?.entry;
  if (!first) return null;
  const loaded = told.map(({ entry }) => entry.recordedAt).sort()[0] ?? first.recordedAt;
  const common = { entries: told.length, firstLoaded: dayInLondon(loaded) };
  if (first.source.kind === 'here') {
    return { ...common, kind: 'here', name: 'Written here', window: null, rows: [], file: null, cannotSay: null };
  }
  const rows = told.flatMap(({ entry }) => (entry.source.kind === 'here' ? [] : [entry.source.row]));
  return {
    ...common,
    kind: first.source.kind,
    name: KINDS[first.source.kind].name,
    window: first.source.window,
    rows: [...new Set(rows)],
    file: first.source.file.slice(0, 8),
    cannotSay: KINDS[first.source.kind].cannotSay,
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
