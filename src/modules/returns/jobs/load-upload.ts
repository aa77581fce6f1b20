import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Id } from '../../../kernel/id.ts';
import type { Database, Identity, Tx } from '../../../platform/database/database.ts';
import { addJob, type Job } from '../../../platform/jobs/job.ts';
import { someId } from '../../../record/said.ts';
import { FileRefused } from '../core/file-refused.ts';
import { checkGiven, keptGiven } from '../imports/check-given.ts';
import { type CheckedFile, checkMark } from '../imports/checked-file.ts';
import type { ImportContext } from '../imports/import-context.ts';
import { beginWriting, loadOrSay } from '../imports/import-files.ts';
import { LoadingPaused } from '../imports/load-file.ts';
import {
  finishRun,
  type ImportRun,
  insertRun,
  type NewRun,
  readRun,
  setState,
  unfinishedUploads,
} from '../store/import-run-rows.ts';

/** Loads what somebody sent by the browser. It can be left, and goes on from its mark after a restart. */
export const loadUploadJob: Job<{ run: Id }> = { name: 'returns.load-upload', payload: z.object({ run: someId }) };

const QUEUE = 'returns.import';

/** Keeps what was sent as a loading that waits, and sets the job off when the transaction is committed. */
export async function takeUpload(tx: Tx, upload: Omit<NewRun, 'state'> & { readonly keptAt: string }): Promise<void> {
  await insertRun(tx, { ...upload, state: 'waiting' });
  await addJob(tx, loadUploadJob, { run: upload.id }, { key: upload.id, queue: QUEUE });
}

/**
 * At start: loadings that a dead process left are set off again. The queue would do so by itself only after hours, since it
 * cannot know that the process is dead. A loading that another process is at is left to it.
 */
export async function resumeUploads(db: Database): Promise<number> {
  const starter: Identity = { person: 'house', purpose: 'job' };
  return db.as(starter, async (tx) => {
    const waiting = await unfinishedUploads(tx);
    for (const { id } of waiting) await addJob(tx, loadUploadJob, { run: id }, { key: id, queue: QUEUE });
    return waiting.length;
  });
}

/** Does the work of one loading, on behalf of whoever sent the file. Nothing to do when it is over already. */
export async function loadUpload(
  contextFor: (identity: Identity) => ImportContext,
  { run: id }: { readonly run: Id },
  signal: AbortSignal,
): Promise<void> {
  const house: Identity = { person: 'house', purpose: 'job' };
  const run = await contextFor(house).db.as(house, (tx) => readRun(tx, id));
  if (!run?.keptAt || !['waiting', 'reading', 'writing'].includes(run.state)) return;
  const context = contextFor({ person: run.askedBy, purpose: 'import' });
  try {
    const file = await readThrough(context, run, run.keptAt);
    if (!file) return;
    const { run: begun, counts } = run.counts ? { run, counts: run.counts } : await begin(context, run, file);
    await loadOrSay(context, begun, counts, file, { onProgress: () => {}, signal });
  } catch (fault) {
    if (fault instanceof LoadingPaused) return; // it goes on from its mark at the next start
    if (!(fault instanceof FileRefused)) throw fault;
  }
  await rm(run.keptAt, { recursive: true, force: true });
}

/** The first pass; undefined when the file was refused, which the loading then says. */
async function readThrough(context: ImportContext, run: ImportRun, path: string): Promise<CheckedFile | undefined> {
  const { db, identity, now, mark } = context;
  if (run.state === 'waiting') await db.as(identity, (tx) => setState(tx, run.id, 'reading'));
  try {
    const given = await keptGiven({ ...run, keptAt: path });
    const file = { ...(await checkGiven(given, context.statute)), name: run.fileName };
    checkMark(file, mark, run.trial);
    return file;
  } catch (fault) {
    if (!(fault instanceof FileRefused)) throw fault;
    const state = run.counts ? ('failed' as const) : ('refused' as const);
    await db.as(identity, (tx) => finishRun(tx, run.id, { state, at: now(), because: sentenceOf(fault) }));
    await rm(path, { recursive: true, force: true });
    return undefined;
  }
}

/** Of several files it says which, by the name that it came with. */
const sentenceOf = ({ file, message }: FileRefused): string =>
  file === null ? `${message}.` : `${basename(file).replace(/^\d\d /, '')}: ${message}.`;

const begin = (context: ImportContext, run: ImportRun, file: CheckedFile) =>
  context.db.as(context.identity, (tx) => beginWriting(tx, context, run.id, file, run.trial));
