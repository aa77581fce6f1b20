import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** What every history leaves rows in; `record.book` first, since entries refer to it. */
const SCHEMAS =
  "n.nspname not in ('app', 'access', 'graphile_worker', 'information_schema') and n.nspname not like 'pg\\_%'";
const LEFT_OUT = ['record.settled', 'sight.fact_name'];

/** The rows of one table as PostgreSQL copies them. */
export type CopiedTable = { readonly table: string; readonly rows: number; readonly bytes: Buffer };

/** Every row that stands in a database, in the binary form of COPY. */
export const copyOutAll = (url: string): Promise<CopiedTable[]> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and ${SCHEMAS} order by n.nspname || '.' || c.relname <> 'record.book', 1`,
    );
    const copied: CopiedTable[] = [];
    for (const { name } of rows.filter((row) => !LEFT_OUT.includes(row.name))) {
      const stream = client.query(copyTo(`copy ${name} to stdout (format binary)`));
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      if (stream.rowCount > 0) copied.push({ table: name, rows: stream.rowCount, bytes: Buffer.concat(chunks) });
    }
    return copied;
  });

/** Copies the rows into another database of the same shape, in one transaction, with all its keys and triggers. Answers milliseconds. */
export const copyInAll = (url: string, tables: readonly CopiedTable[]): Promise<number> =>
  withClient(url, async (client) => {
    const start = performance.now();
    await client.query('begin');
    for (const { table, bytes } of tables) {
      const stream = client.query(copyFrom(`copy ${table} from stdin (format binary)`));
      stream.end(bytes);
      await once(stream, 'finish');
    }
    await client.query('commit');
    return performance.now() - start;
  });

async function withClient<Answer>(url: string, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
