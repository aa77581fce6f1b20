import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { FileKind } from '../../../record/entry.ts';
import type { Tally } from '../core/decide-batch.ts';

export type RunState = 'waiting' | 'reading' | 'writing' | 'done' | 'refused' | 'failed';

/** What a loading has counted so far. */
export type RunCounts = {
  readonly children: Tally;
  readonly rows: Tally;
  /** Entries written. */
  readonly entries: number;
};

/** One loading of one file, or of a set of files that are one. */
export type ImportRun = {
  readonly id: Id;
  readonly kind: FileKind;
  readonly state: RunState;
  readonly fileName: string;
  readonly fileHash: string | null;
  readonly keptAt: string | null;
  readonly trial: boolean;
  readonly year: number | null;
  readonly windowFrom: LocalDate | null;
  readonly windowUntil: LocalDate | null;
  readonly childrenInFile: number | null;
  /** The tables or lists that came; null where a file of its kind is always whole, or was not read yet. */
  readonly parts: readonly string[] | null;
  /** Children of the file that are written. */
  readonly mark: number;
  /** Null until it is being written. */
  readonly counts: RunCounts | null;
  readonly refusedBecause: string | null;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly finishedAt: Instant | null;
};

/** The columns of an `ImportRun`. */
export const RUN_COLUMNS =
  sql.raw(`id, kind, state, file_name as "fileName", file_hash as "fileHash", kept_at as "keptAt", trial, year,
  window_from as "windowFrom", window_until as "windowUntil", children_in_file as "childrenInFile", parts, mark, counts,
  refused_because as "refusedBecause", asked_by as "askedBy", asked_at as "askedAt", finished_at as "finishedAt"`);

export type NewRun = Pick<ImportRun, 'id' | 'kind' | 'fileName' | 'keptAt' | 'trial' | 'askedBy' | 'askedAt'> & {
  /** As whoever gave the file said it, where the file does not. */
  readonly year?: number | null;
  readonly windowUntil?: LocalDate | null;
  readonly state: 'waiting' | 'writing';
};

export async function insertRun(tx: Tx, run: NewRun): Promise<void> {
  await sql`
    insert into returns.import_run (id, kind, state, file_name, kept_at, trial, asked_by, asked_at, year, window_until)
    values (${run.id}, ${run.kind}, ${run.state}, ${run.fileName}, ${run.keptAt}, ${run.trial}, ${run.askedBy}, ${run.askedAt},
      ${run.year ?? null}, ${run.windowUntil ?? null})`.execute(tx);
}

/** What the first reading of the file found; from here on it is being written. */
export type ReadThrough = {
  readonly fileHash: string;
  readonly year: number | null;
  readonly windowFrom: LocalDate;
  readonly windowUntil: LocalDate;
  readonly headerHash: string | null;
  /** The tables or lists that came; null where a file of this kind is always whole. */
  readonly parts: readonly string[] | null;
  readonly childrenInFile: number;
  readonly counts: RunCounts;
};

export async function startWriting(tx: Tx, run: Id, read: ReadThrough): Promise<void> {
  await sql`
    update returns.import_run set state = 'writing', file_hash = ${read.fileHash}, year = ${read.year},
      window_from = ${read.windowFrom}, window_until = ${read.windowUntil}, header_hash = ${read.headerHash},
      children_in_file = ${read.childrenInFile}, counts = ${JSON.stringify(read.counts)}::jsonb,
      parts = ${read.parts}::text[]
    where id = ${run}`.execute(tx);
}

export async function setState(tx: Tx, run: Id, state: RunState): Promise<void> {
  await sql`update returns.import_run set state = ${state} where id = ${run}`.execute(tx);
}

/** Ends a loading. `because` is the sentence for whoever gave the file, when it was not loaded. */
export async function finishRun(
  tx: Tx,
  run: Id,
  end: { readonly state: 'done' | 'refused' | 'failed'; readonly at: Instant; readonly because?: string },
): Promise<void> {
  await sql`
    update returns.import_run set state = ${end.state}, finished_at = ${end.at}, refused_because = ${end.because ?? null}
    where id = ${run}`.execute(tx);
}

/** Moves the mark past the children that this transaction writes. False when another process has moved it already. */
export async function moveMark(tx: Tx, run: Id, from: number, to: number, counts: RunCounts): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update returns.import_run set mark = ${to}, counts = ${JSON.stringify(counts)}::jsonb
    where id = ${run} and mark = ${from} and state = 'writing'`.execute(tx);
  return numAffectedRows === 1n;
}

export async function readRun(tx: Tx, run: Id): Promise<ImportRun | undefined> {
  const { rows } = await sql<ImportRun>`select ${RUN_COLUMNS} from returns.import_run where id = ${run}`.execute(tx);
  return rows[0];
}

/** A loading of the same bytes that was cut short; it can go on from its mark. */
export async function cutShort(tx: Tx, kind: FileKind, fileHash: string): Promise<ImportRun | undefined> {
  const { rows } = await sql<ImportRun>`
    select ${RUN_COLUMNS} from returns.import_run
    where kind = ${kind} and file_hash = ${fileHash} and state = 'writing' order by asked_at desc limit 1`.execute(tx);
  return rows[0];
}

/** Loadings of uploaded files that nobody has finished: what a start goes on with. */
export async function unfinishedUploads(tx: Tx): Promise<ImportRun[]> {
  const { rows } = await sql<ImportRun>`
    select ${RUN_COLUMNS} from returns.import_run
    where state in ('waiting', 'reading', 'writing') and kept_at is not null order by asked_at, id`.execute(tx);
  return rows;
}

/** Whether a file with the same header was loaded before. */
export async function headerIsKnown(tx: Tx, headerHash: string, besides: Id): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from returns.import_run where header_hash = ${headerHash} and id <> ${besides}) as known`.execute(
    tx,
  );
  return rows[0]?.known === true;
}

/** Two children under one council id, of whom this loading spoke of one. */
export type Doubt = {
  readonly child: string;
  readonly book: Id;
  readonly with: Id;
  readonly birthsDiffer: boolean;
  readonly sexesDiffer: boolean;
};

/** Whose identity is in doubt among the children that this loading spoke of. */
export async function doubtsIn(tx: Tx, run: Id): Promise<Doubt[]> {
  const { rows } = await sql<Doubt>`
    select distinct d.council_child_id as child, d.book, d.with_book as with, d.births_differ as "birthsDiffer",
      d.sexes_differ as "sexesDiffer"
    from returns.attestation a join people.identity_doubt d using (book)
    where a.seen_run = ${run} and a.key = 'child/recorded' order by child, book, "with"`.execute(tx);
  return rows;
}
