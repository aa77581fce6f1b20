import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';

/** The names of people who have, or had, access, by their ids; an id that is nobody's is absent. */
export async function personNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from access.person where id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
