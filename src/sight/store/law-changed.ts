import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { Law } from './reckon-clocks.ts';

/** Was any child's clock reckoned by another version of the law than this? Then `reckonAll` is due. */
export async function lawChanged(tx: Tx, law: Pick<Law, 'version'>): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    select exists (select from sight.reckoned where statute <> ${law.version}) as changed`.execute(tx);
  return rows[0]?.changed === true;
}
