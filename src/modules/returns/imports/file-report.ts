import { grouped } from '../../../kernel/grouped.ts';
import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { FileKind } from '../../../record/entry.ts';
import { addTallies, type Finding, NO_TALLY, type Tally } from '../core/decide-batch.ts';
import { findingsOf } from '../store/finding-rows.ts';
import { type Doubt, doubtsIn, type ImportRun, readRun } from '../store/import-run-rows.ts';
import type { ImportContext } from './import-context.ts';

/** A line of the report: where in the file, and why. */
export type ReportLine = {
  readonly child: string | null;
  readonly table: string;
  readonly line: number | null;
  readonly reason: string;
};
export type FlagLine = ReportLine & { readonly code: string };
export type DoubtLine = { readonly child: string; readonly book: Id; readonly with: Id; readonly reason: string };

/** What became of one file. `read` is `loaded` and `unchanged` and `setAside` together, for children and for rows. */
export type FileReport = {
  readonly run: Id;
  readonly file: string;
  readonly kind: FileKind;
  readonly year: number | null;
  readonly window: { readonly from: LocalDate | null; readonly until: LocalDate | null };
  readonly children: Tally;
  readonly rows: Tally;
  readonly setAside: readonly ReportLine[];
  readonly flagged: readonly FlagLine[];
  readonly developments: readonly ReportLine[];
  readonly corrections: readonly ReportLine[];
  /** Where a file of another kind says otherwise. */
  readonly disagreements: readonly ReportLine[];
  readonly withdrawn: readonly ReportLine[];
  readonly identityInDoubt: readonly DoubtLine[];
  /** Entries written. */
  readonly entries: number;
};

/** One file of several, without the lines. */
export type FileHead = Pick<FileReport, 'run' | 'file' | 'year' | 'window' | 'children' | 'rows' | 'entries'>;
/** The same for everything that one command loaded. */
export type LoadReport = Omit<FileReport, 'run' | 'file'> & { readonly files: readonly FileHead[] };

/** Reads the report of a finished loading. */
export async function reportOf(context: ImportContext, id: Id): Promise<FileReport> {
  return context.db.as(context.identity, async (tx) => {
    const run = await readRun(tx, id);
    if (!run) throw new Error(`there is no loading ${id}`);
    const findings = grouped(await findingsOf(tx, id), ({ kind }) => kind);
    const lines = (kind: Finding['kind']): ReportLine[] => (findings.get(kind) ?? []).map(lineOf);
    return {
      ...headOf(run),
      setAside: lines('set-aside'),
      flagged: (findings.get('flagged') ?? []).map((finding) => ({ ...lineOf(finding), code: finding.code ?? '' })),
      developments: lines('development'),
      corrections: lines('correction'),
      disagreements: lines('disagreement'),
      withdrawn: lines('withdrawn'),
      identityInDoubt: (await doubtsIn(tx, id)).map(doubtLine),
    };
  });
}

function headOf(run: ImportRun) {
  return {
    run: run.id,
    file: run.fileName,
    kind: run.kind,
    year: run.year,
    window: { from: run.windowFrom, until: run.windowUntil },
    ...(run.counts ?? { children: NO_TALLY, rows: NO_TALLY, entries: 0 }),
  };
}

const lineOf = ({ child, table, line, reason }: Finding): ReportLine => ({ child, table, line, reason });

function doubtLine({ child, book, with: other, birthsDiffer, sexesDiffer }: Doubt): DoubtLine {
  const differ = [birthsDiffer && 'birth date', sexesDiffer && 'sex'].filter(Boolean).join(' and ');
  const because =
    differ === ''
      ? 'nobody can say which of several children it is'
      : `the ${differ} ${differ.includes(' and ') ? 'differ' : 'differs'}`;
  return {
    child,
    book,
    with: other,
    reason: `Another child stands under the same id: ${because}. A person must decide.`,
  };
}

/** Several files as one report, in the order of their windows. */
export function together(files: readonly FileReport[]): LoadReport {
  const last = files.at(-1);
  const days = (end: 'from' | 'until'): LocalDate[] => files.flatMap(({ window }) => window[end] ?? []).sort();
  return {
    kind: last?.kind ?? 'cin-census',
    year: last?.year ?? null,
    window: { from: days('from')[0] ?? null, until: days('until').at(-1) ?? null },
    children: files.map(({ children }) => children).reduce(addTallies, NO_TALLY),
    rows: files.map(({ rows }) => rows).reduce(addTallies, NO_TALLY),
    setAside: files.flatMap(({ setAside }) => setAside),
    flagged: files.flatMap(({ flagged }) => flagged),
    developments: files.flatMap(({ developments }) => developments),
    corrections: files.flatMap(({ corrections }) => corrections),
    disagreements: files.flatMap(({ disagreements }) => disagreements),
    withdrawn: files.flatMap(({ withdrawn }) => withdrawn),
    identityInDoubt: files.at(-1)?.identityInDoubt ?? [],
    entries: files.reduce((sum, { entries }) => sum + entries, 0),
    files: files.map(({ run, file, year, window, children, rows, entries }) => ({
      run,
      file,
      year,
      window,
      children,
      rows,
      entries,
    })),
  };
}
