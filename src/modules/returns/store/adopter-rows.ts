import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/database.ts';

/** A row of a list of adopters, as it was read. */
export type AdopterRow = {
  readonly adopter: string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string | number | boolean>>;
  readonly contentHash: string;
};

/** Keeps the rows of a list of adopters; answers how many of them nobody had said before. */
export async function keepAdopters(tx: Tx, run: Id, adopters: readonly AdopterRow[]): Promise<number> {
  if (adopters.length === 0) return 0;
  const { rows } = await sql<{ fresh: number }>`
    with kept as (
      insert into returns.adopter (adopter, cells, content_hash, seen_run, line)
      select * from unnest(${adopters.map(({ adopter }) => adopter)}::text[],
        ${adopters.map(({ cells }) => JSON.stringify(cells))}::jsonb[], ${adopters.map(({ contentHash }) => contentHash)}::text[],
        ${adopters.map(() => run)}::uuid[], ${adopters.map(({ line }) => line)}::int[])
      on conflict (adopter, content_hash) do update set seen_run = excluded.seen_run, line = excluded.line
      returning xmax = 0 as is_new)
    select count(*) filter (where is_new) as fresh from kept`.execute(tx);
  return rows[0]?.fresh ?? 0;
}
