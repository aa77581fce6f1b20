import { sql } from 'kysely';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { BinaryRows } from './binary-rows.ts';
import type { Tx } from './database.ts';

/** Fewer rows are better off with an ordinary insert: where rows are guarded, a copy takes four questions and a table of its own. */
export const WORTH_COPYING = 1000;
const COPIES = 'from stdin (format binary)';

/**
 * Inserts rows in bulk, several times quicker than an insert. `columns` in the order in which the rows have them. Rows that
 * break a rule of the table fail the transaction, as an insert would.
 */
export async function copyIn(tx: Tx, table: string, columns: readonly string[], rows: BinaryRows): Promise<void> {
  if (rows.count === 0) return;
  const list = sql.raw(columns.map((name) => `"${name}"`).join(', '));
  if (!(await isGuarded(tx, table))) {
    await sql`copy ${sql.table(table)} (${list}) ${sql.raw(COPIES)} ${rows.written()}`.execute(tx);
    return;
  }
  const staged = sql.raw(`staged_${table.replace('.', '_')}`);
  await sql`create temporary table ${staged} on commit drop as select ${list} from ${sql.table(table)} limit 0`.execute(
    tx,
  );
  await sql`copy ${staged} (${list}) ${sql.raw(COPIES)} ${rows.written()}`.execute(tx);
  await sql`insert into ${sql.table(table)} (${list}) select ${list} from ${staged}`.execute(tx);
  await sql`drop table ${staged}`.execute(tx);
}

const guarded = new WeakMap<Tx, Map<string, boolean>>();

/** PostgreSQL copies nothing straight into a table whose rows are guarded from the one who asks. */
async function isGuarded(tx: Tx, table: string): Promise<boolean> {
  const asked = guarded.get(tx) ?? new Map<string, boolean>();
  guarded.set(tx, asked);
  const known = asked.get(table);
  if (known !== undefined) return known;
  const { rows } = await sql<{ active: boolean }>`select row_security_active(${table}) as active`.execute(tx);
  asked.set(table, rows[0]?.active !== false);
  return rows[0]?.active !== false;
}

/** Is this the question that `copyIn` asks? The rows are then its one value. */
export const isCopyIn = (text: string, values: readonly unknown[]): values is readonly [Buffer] =>
  values.length === 1 && Buffer.isBuffer(values[0]) && text.endsWith(`${COPIES} $1`);

/** Sends the rows of a COPY on a connection. */
export function sendCopy(client: pg.PoolClient, text: string, rows: Buffer): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const stream = client.query(copyFrom(text.slice(0, -' $1'.length)));
    stream.on('error', reject);
    stream.on('finish', () => resolve({ command: 'COPY', rowCount: stream.rowCount, oid: 0, rows: [], fields: [] }));
    stream.end(rows);
  });
}
