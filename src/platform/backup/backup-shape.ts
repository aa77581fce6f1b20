import type pg from 'pg';
import { z } from 'zod';

/** One table as it is kept: its name as PostgreSQL quotes it, and the columns that were written, in their order. */
export const keptTable = z.strictObject({ name: z.string(), columns: z.array(z.string()) });
export type KeptTable = z.infer<typeof keptTable>;

/** Said first: at which shape the database was, by the names and hashes of its migrations. */
export const backupShape = z.strictObject({ migrations: z.record(z.string(), z.string()) });

/** Said last: what must have come. The hash is that of a table's rows as COPY writes them in text. */
export const backupManifest = z.strictObject({
  tables: z.array(keptTable.extend({ rows: z.number().int().min(0), sha256: z.string() })),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string(), called: z.boolean() })),
});
export type BackupManifest = z.infer<typeof backupManifest>;

const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker')`;

/**
 * Every table of ours, those first to which others point. The queue of jobs is left out, since what was not done is set off again
 * at a start; so are the names of the migrations, which a restored database writes itself.
 */
export async function tablesToKeep(client: pg.Client): Promise<KeptTable[]> {
  const { rows } = await client.query<{ oid: number; name: string; columns: string[]; needs: number[] }>(`
    select c.oid::int as oid, c.oid::regclass::text as name,
      array_agg(quote_ident(a.attname) order by a.attnum) filter (where a.attgenerated = '') as columns,
      array(select f.confrelid::int from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where ${OURS} and c.relkind in ('r', 'p') and not c.relispartition and c.oid <> 'app.migration'::regclass
    group by c.oid order by 2`);
  const ordered: typeof rows = [];
  while (ordered.length < rows.length) {
    const [done, before] = [new Set(ordered.map(({ oid }) => oid)), ordered.length];
    ordered.push(...rows.filter(({ oid, needs }) => !done.has(oid) && needs.every((need) => done.has(need))));
    if (ordered.length === before) throw new Error('Tables of the database point to each other in a circle.');
  }
  return ordered.map(({ name, columns }) => ({ name, columns }));
}

/** Where each counter stands. Read after the rows, so that none is behind them. */
export async function sequencesNow(client: pg.Client): Promise<BackupManifest['sequences']> {
  const { rows: names } = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relkind = 'S' order by 1`);
  const sequences: BackupManifest['sequences'] = [];
  for (const { name } of names) {
    const { rows } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    );
    if (rows[0]) sequences.push({ name, ...rows[0] });
  }
  return sequences;
}
