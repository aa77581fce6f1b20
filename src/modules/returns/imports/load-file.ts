import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { addTallies, type DecidedBatch } from '../core/decide-batch.ts';
import { FileRefused } from '../core/file-refused.ts';
import type { PreparedChild } from '../core/prepared-child.ts';
import { withdrawnFindings } from '../core/withdrawn-findings.ts';
import { findWithdrawn, missingIn } from '../store/attestation-rows.ts';
import { saveFindings } from '../store/finding-rows.ts';
import { finishRun, type ImportRun, moveMark, type RunCounts } from '../store/import-run-rows.ts';
import type { CheckedFile } from './checked-file.ts';
import type { ImportContext, OnProgress } from './import-context.ts';
import { BooksMoved, writeBatch } from './write-batch.ts';

/** Who watches a loading, and may stop it between two transactions. */
export type Watching = { readonly onProgress: OnProgress; readonly signal?: AbortSignal | undefined };

/** Children in one transaction, with the mark. */
export const CHILDREN_PER_TRANSACTION = 250;
/** One transaction of an importer at a time: two files may speak of one child. */
const IMPORTING = 7_265_410;

/** The file is not to blame, and the loading is not over: it goes on from its mark. */
export class LoadingPaused extends FileRefused {}

const loadedElsewhere = (): LoadingPaused =>
  new LoadingPaused('The same file is being loaded by another process at this moment, which will finish it');
const stopped = (mark: number, of: number): LoadingPaused =>
  new LoadingPaused(
    `It was stopped after ${mark} of ${of} children: load the same file again and it goes on from there`,
  );

/**
 * The second pass: goes on from the run's mark, one transaction for many children, until the file ends. Killed anywhere, it
 * goes on from its mark when it is called again.
 */
export async function loadFile(
  context: ImportContext,
  run: ImportRun,
  counts: RunCounts,
  checked: CheckedFile,
  { onProgress, signal }: Watching,
): Promise<void> {
  const { kind, hash, window, without } = checked;
  const of = { run: run.id, file: { kind, hash, window, without } };
  let [place, mark, counted] = [0, run.mark, counts];
  let waiting: PreparedChild[] = [];
  const write = async (children: readonly PreparedChild[]): Promise<void> => {
    if (signal?.aborted) throw stopped(mark, checked.children);
    counted = await transaction(context, { ...of, mark }, children, counted);
    mark += children.length;
    onProgress({ file: checked.name, stage: 'writing', children: mark, of: checked.children });
  };
  const take = (prepare: () => PreparedChild): void => {
    place += 1;
    if (place > run.mark) waiting.push(prepare());
  };
  const readAgain = await checked.eachChild(context.statute, take, async () => {
    while (waiting.length >= CHILDREN_PER_TRANSACTION) {
      await write(waiting.slice(0, CHILDREN_PER_TRANSACTION));
      waiting = waiting.slice(CHILDREN_PER_TRANSACTION);
    }
  });
  if (readAgain !== hash) throw new FileRefused('The file changed while it was being loaded: load it again');
  if (waiting.length > 0) await write(waiting);
  await finish(context, run.id, checked);
}

const GETS_BETTER = new Set(['40P01', '40001']);

/** Some children and the mark, or nothing. Again when another writer was in the way. */
async function transaction(
  context: ImportContext,
  of: Parameters<typeof writeBatch>[2],
  children: readonly PreparedChild[],
  before: RunCounts,
): Promise<RunCounts> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await context.db.as(context.identity, async (tx) => {
        await oneImporter(tx);
        const batch = await writeBatch(tx, context, of, children);
        const counts = added(before, batch);
        if (!(await moveMark(tx, of.run, of.mark, of.mark + children.length, counts))) throw loadedElsewhere();
        return counts;
      });
    } catch (fault) {
      const again = fault instanceof BooksMoved || GETS_BETTER.has((fault as { code?: string }).code ?? '');
      if (!again || attempt === 5) throw fault;
    }
  }
}

const oneImporter = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${IMPORTING})`.execute(tx);
};

const added = (counts: RunCounts, batch: DecidedBatch & { readonly written: number }): RunCounts => ({
  children: addTallies(counts.children, batch.children),
  rows: addTallies(counts.rows, batch.rows),
  entries: counts.entries + batch.written,
});

/** What the file took back can be told only when all of it has been read. */
async function finish(context: ImportContext, run: Id, checked: CheckedFile): Promise<void> {
  await context.db.as(context.identity, async (tx) => {
    await oneImporter(tx);
    await findWithdrawn(tx, run, checked);
    await saveFindings(tx, run, withdrawnFindings(checked.kind, await missingIn(tx, run)));
    await finishRun(tx, run, { state: 'done', at: context.now() });
  });
}
