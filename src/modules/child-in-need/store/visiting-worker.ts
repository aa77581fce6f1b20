import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/database.ts';

/** The book of the worker who signs in with this address; null for somebody who is not a worker. */
export async function workerOf(tx: Tx, email: string): Promise<Id | null> {
  const { rows } = await sql<{ book: Id }>`
    select book from workforce.published_worker where lower(email) = lower(${email}) order by book limit 1`.execute(tx);
  return rows[0]?.book ?? null;
}
