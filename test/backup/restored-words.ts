import { sql } from 'kysely';
import type { Id } from '../../src/kernel/id.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { Destruction } from '../../src/record/seal.ts';

/** A child whose whole name stands in no book but their own: it can be looked for once their words are destroyed. */
export type Doomed = { readonly book: Id; readonly name: string; readonly entries: readonly Id[] };

export async function doomedChild(db: Database): Promise<Doomed> {
  const { rows } = await db.owner((tx) =>
    sql<Doomed>`
      select c.book, c.name, (select array_agg(e.id order by e.id) from record.entry e where e.book = c.book) as entries
      from people.child c
      where length(c.name) > 8 and not exists (select from record.entry_data d where d.book <> c.book and d.canonical like '%' || c.name || '%')
        and not exists (select from people.child other where other.name = c.name and other.book <> c.book)
      order by c.book limit 1`.execute(tx),
  );
  if (!rows[0]) throw new Error('No child has a name of their own.');
  return rows[0];
}

export const certificateFor = ({ entries }: Doomed, id: Id): Destruction => ({
  id,
  destroyedAt: '2026-03-31T12:00:00.000Z' as Destruction['destroyedAt'],
  rule: 'seventy-five years after birth',
  by: ['the archivist', 'the head of service'],
  entries,
});

/** The tables in which these words stand anywhere, and the number of rows of every table. */
export async function searchEverywhere(
  db: Database,
  words: string,
): Promise<{ found: string[]; rows: Record<string, number> }> {
  const tables = await db.owner((tx) =>
    sql<{
      name: string;
    }>`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_'
        and n.nspname not in ('information_schema', 'public', 'graphile_worker') order by 1`.execute(tx),
  );
  const [found, rows]: [string[], Record<string, number>] = [[], {}];
  for (const { name } of tables.rows) {
    const { rows: counted } = await db.owner((tx) =>
      sql<{ n: number; met: number }>`select count(*) as n, count(*) filter (where t::text like ${`%${words}%`}) as met
        from ${sql.raw(name)} t`.execute(tx),
    );
    rows[name] = counted[0]?.n ?? 0;
    if ((counted[0]?.met ?? 0) > 0) found.push(name);
  }
  return { found, rows };
}
