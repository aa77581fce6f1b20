import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';

/** The names of workers by the ids of their books; an id that is no worker's is absent. */
export async function workerNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ book: string; name: string }>`
    select book, name from workforce.worker where book = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ book, name }) => [book, name]));
}
