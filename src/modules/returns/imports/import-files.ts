import type { Id } from '../../../kernel/id.ts';
import { accepted, type Result, refused } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { addTallies, NO_TALLY } from '../core/decide-batch.ts';
import { FileRefused } from '../core/file-refused.ts';
import { saveFindings } from '../store/finding-rows.ts';
import {
  cutShort,
  finishRun,
  headerIsKnown,
  type ImportRun,
  insertRun,
  type RunCounts,
  readRun,
  startWriting,
} from '../store/import-run-rows.ts';
import { type CheckedFile, checkMark, lastDayOf, TRIAL_IN_REAL } from './checked-file.ts';
import { type FileReport, type LoadReport, reportOf, together } from './file-report.ts';
import type { ImportContext, OnProgress } from './import-context.ts';
import { LoadingPaused, loadFile, type Watching } from './load-file.ts';

export type ImportOptions = {
  /** The files may be of another maker than Sightline's generator: into an invented database only. */
  readonly trial?: boolean;
  readonly onProgress?: OnProgress;
  /** Stops it between two transactions. */
  readonly signal?: AbortSignal;
};

/** Why nothing was loaded, in one sentence; `file` as it was given. */
export type ImportRefusal = { readonly file: string; readonly sentence: string };

/** A file, or a set that is one, that somebody gave: `check` is the first pass and throws `FileRefused`. */
export type GivenFile = {
  readonly path: string;
  readonly check: (onChecked: (children: number) => void) => Promise<CheckedFile>;
};

/**
 * Loads files of one kind: all are read through before the first is written, then the oldest first. A file that was cut
 * short before goes on from its mark. A refusal has written nothing.
 */
export async function importFiles(
  context: ImportContext,
  files: readonly GivenFile[],
  { trial = false, onProgress = () => {}, signal }: ImportOptions = {},
): Promise<Result<LoadReport, ImportRefusal>> {
  if (context.mark === 'real' && trial) return refused({ file: files[0]?.path ?? '', sentence: `${TRIAL_IN_REAL}.` });
  const checked: CheckedFile[] = [];
  for (const { path, check } of files) {
    const told = (children: number): void => onProgress({ file: path, stage: 'reading', children, of: null });
    const file = await refusable(path, async () => {
      const read = await check(told);
      checkMark(read, context.mark, trial);
      return read;
    });
    if (!file.ok) return file;
    checked.push(file.value);
  }
  const reports: FileReport[] = [];
  for (const file of checked.sort(byWindow)) {
    const { run, counts } = await startOrGoOn(context, file, trial);
    const loaded = await refusable(file.path, () => loadOrSay(context, run, counts, file, { onProgress, signal }));
    if (!loaded.ok) return loaded;
    reports.push(await reportOf(context, run.id));
  }
  return accepted(together(reports));
}

const byWindow = (a: CheckedFile, b: CheckedFile): number => (lastDayOf(a) < lastDayOf(b) ? -1 : 1);

/** What the file is to blame for is an answer; everything else stays a fault. */
async function refusable<Value>(file: string, work: () => Promise<Value>): Promise<Result<Value, ImportRefusal>> {
  try {
    return accepted(await work());
  } catch (fault) {
    if (fault instanceof FileRefused) return refused({ file: fault.file ?? file, sentence: `${fault.message}.` });
    throw fault;
  }
}

/** The second pass. A file that turns out to be another than was read through ends the loading where it is. */
export async function loadOrSay(
  context: ImportContext,
  run: ImportRun,
  counts: RunCounts,
  file: CheckedFile,
  watching: Watching,
): Promise<void> {
  try {
    await loadFile(context, run, counts, file, watching);
  } catch (fault) {
    if (fault instanceof FileRefused && !(fault instanceof LoadingPaused))
      await context.db.as(context.identity, (tx) =>
        finishRun(tx, run.id, { state: 'failed', at: context.now(), because: `${fault.message}.` }),
      );
    throw fault;
  }
  watching.onProgress({ file: file.name, stage: 'done', children: file.children, of: file.children });
}

/** A new loading of a file that was read through, or the one that was cut short. */
async function startOrGoOn(
  context: ImportContext,
  file: CheckedFile,
  trial: boolean,
): Promise<{ run: ImportRun; counts: RunCounts }> {
  return context.db.as(context.identity, async (tx) => {
    const before = await cutShort(tx, file.kind, file.hash);
    if (before?.counts) return { run: before, counts: before.counts };
    const id = context.newId();
    await insertRun(tx, {
      id,
      kind: file.kind,
      state: 'writing',
      fileName: file.name,
      keptAt: null,
      trial,
      askedBy: context.identity.person,
      askedAt: context.now(),
    });
    return beginWriting(tx, context, id, file, trial);
  });
}

/** From the first pass to the second, in the caller's transaction. */
export async function beginWriting(
  tx: Tx,
  context: ImportContext,
  id: Id,
  file: CheckedFile,
  trial: boolean,
): Promise<{ run: ImportRun; counts: RunCounts }> {
  const loose = (await file.loose?.keep(tx, id)) ?? NO_TALLY;
  const counts: RunCounts = {
    children: NO_TALLY,
    rows: addTallies(await headerRow(tx, id, file), loose),
    entries: 0,
  };
  if (trial && !file.generated) await context.noteTrialFiles(tx, context.now());
  await startWriting(tx, id, {
    fileHash: file.hash,
    year: file.year,
    windowFrom: file.window.from,
    windowUntil: file.window.until,
    headerHash: file.headerHash,
    parts: file.parts,
    childrenInFile: file.children,
    counts,
  });
  const flags = file.flags.map((flag) => ({ ...flag, kind: 'flagged' as const, child: null, book: null }));
  await saveFindings(tx, id, [...flags, ...(file.loose?.findings ?? [])]);
  const run = await readRun(tx, id);
  if (!run) throw new Error(`the loading ${id} is gone`);
  return { run, counts };
}

/** Where a file has a header, it is a row of its own: unchanged when one that says the same was loaded before. */
async function headerRow(tx: Tx, id: Id, { headerHash }: CheckedFile): Promise<RunCounts['rows']> {
  if (headerHash === null) return NO_TALLY;
  const known = await headerIsKnown(tx, headerHash, id);
  return { ...NO_TALLY, read: 1, loaded: known ? 0 : 1, unchanged: known ? 1 : 0 };
}
