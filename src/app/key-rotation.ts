import { sql } from 'kysely';
import type { Database, Tx } from '../platform/database/database.ts';
import type { Keyring } from '../platform/keys/keyring.ts';
import type { RemarkTable, SealedColumn } from './sealed-columns.ts';

/** How many values each key has sealed, by its id; a value that no key could have sealed counts under ''. */
export async function sealedByKey(tx: Tx, columns: readonly SealedColumn[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { table, column } of columns) {
    const { rows } = await sql<{ id: string; n: number }>`
      select case when ${sql.ref(column)} like '%.%.%.%' then split_part(${sql.ref(column)}, '.', 1) else '' end as id, count(*) as n
      from ${sql.table(table)} where ${sql.ref(column)} is not null group by 1`.execute(tx);
    for (const { id, n } of rows) counts.set(id, (counts.get(id) ?? 0) + n);
  }
  return counts;
}

/** What became of the values that another key than the newest had sealed. */
export type Resealed = { readonly resealed: number; readonly lost: number };

/**
 * Seals by the newest key whatever another one has sealed. Values that no key of the ring opens stay as they are and are
 * counted as lost. May be killed and asked again.
 */
export const reseal = (db: Database, keys: Keyring, columns: readonly SealedColumn[]): Promise<Resealed> =>
  db.owner(async (tx) => {
    let [resealed, lost] = [0, 0];
    for (const each of columns) {
      const [table, column] = [sql.table(each.table), sql.ref(each.column)];
      const { rows } = await sql<{ place: string; sealed: string }>`
        select ctid::text as place, ${column} as sealed from ${table}
        where ${column} is not null and split_part(${column}, '.', 1) <> ${keys.newest} for update`.execute(tx);
      for (const { place, sealed } of rows) {
        const plain = keys.open(each.purpose, sealed);
        if (plain === undefined) lost += 1;
        else {
          await sql`update ${table} set ${column} = ${keys.seal(each.purpose, plain)} where ctid = ${place}::tid`.execute(
            tx,
          );
          resealed += 1;
        }
      }
    }
    return { resealed, lost };
  });

/** Computes all marks again by the oldest key of the ring. Answers how many. */
export const remark = (db: Database, keys: Keyring, tables: readonly RemarkTable[]): Promise<number> =>
  db.owner(async (tx) => {
    let marks = 0;
    for (const again of tables) marks += await again(tx, keys);
    return marks;
  });
