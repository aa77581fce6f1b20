import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import { type ImportRun, RUN_COLUMNS } from './import-run-rows.ts';

/** A loading, with how many lines of its report tell of a disagreement with another kind of file. */
export type KeptLoading = ImportRun & { readonly disagreements: number };

/** A page of every loading there ever was, the newest first, and how many there are in all. */
export async function listLoadings(
  tx: Tx,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly loadings: readonly KeptLoading[]; readonly of: number }> {
  const { rows: loadings } = await sql<KeptLoading>`
    select ${RUN_COLUMNS},
      (select count(*) from returns.finding f where f.run = import_run.id and f.kind = 'disagreement') as disagreements
    from returns.import_run order by asked_at desc, id limit ${limit} offset ${offset}`.execute(tx);
  const { rows } = await sql<{ of: number }>`select count(*) as of from returns.import_run`.execute(tx);
  return { loadings, of: rows[0]?.of ?? 0 };
}
