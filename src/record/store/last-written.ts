import { sql } from 'kysely';
import type { Instant } from '../../kernel/instant.ts';
import type { Tx } from '../../platform/database/database.ts';

/** How far the record has come: equal twice means that nothing was written and nothing destroyed between. */
export type LastWritten = {
  /** When the youngest entry was recorded; null of an empty record. */
  readonly at: Instant | null;
  readonly destructions: number;
};

/** Reads two indexes, whatever the size of the record. An entry that is still in flight is not seen: compare `at` with the settled mark. */
export async function lastWritten(tx: Tx): Promise<LastWritten> {
  const { rows } = await sql<LastWritten>`
    select (select max(recorded_at) from record.entry) as at, (select count(*) from record.destruction) as destructions`.execute(
    tx,
  );
  return rows[0] ?? { at: null, destructions: 0 };
}
