import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { questionOf } from '../core/search-words.ts';

/** How a child was found: by a name or number as typed, by its beginning, by how it sounds, or by letters that are alike. */
export const HOW_FOUND = ['alike', 'sound', 'beginning', 'exact'] as const;
export type HowFound = (typeof HOW_FOUND)[number];

export type FoundChild = {
  readonly child: Id;
  /** The worst of the ways in which the words were found. */
  readonly how: HowFound;
  /** An earlier or other name that was met, where the child's own name was not. */
  readonly alias: string | null;
};

export const MOST_FOUND = 50;
const SHORTEST_BEGINNING = 2;
/** A word of one or two letters sounds like far too many; of three, it looks like far too many. */
const SHORTEST_SOUND = 3;

/**
 * Children for whom every word of the question is found in a name or a number, best first. Each way of finding has its
 * own index: no search reads every child.
 */
export async function searchChildren(
  tx: Tx,
  { words, number }: ReturnType<typeof questionOf>,
): Promise<{ readonly found: readonly FoundChild[]; readonly more: boolean }> {
  if (words.length === 0) return { found: [], more: false };
  const { rows } = await sql<{ child: Id; how: number; alias: string | null }>`
    with met as (
      select n, book, kind, shown, how
      from people.words_met(${words}::text[], ${number}, ${SHORTEST_BEGINNING}, ${SHORTEST_SOUND})
    ), best as (
      select i.identity as child, met.n, max(how) as how,
        bool_or(kind <> 'alias') as own, min(shown) filter (where kind = 'alias') as alias,
        min(shown) filter (where kind = 'name') as name
      from met join people.child_identity i on i.book = met.book
      group by i.identity, met.n
    ), whole as (
      select child, min(how) as how, sum(how) as total,
        case when bool_and(own) then null else min(alias) end as alias, min(name) as name
      from best group by child having count(*) = ${words.length}
    )
    select w.child, w.how, w.alias
    from whole w
    order by w.total desc, w.alias is not null, w.name nulls last, w.child
    limit ${MOST_FOUND + 1}`.execute(tx);
  const found = rows.slice(0, MOST_FOUND).map(({ child, how, alias }) => ({
    child,
    how: HOW_FOUND[how] ?? 'alike',
    alias,
  }));
  return { found, more: rows.length > MOST_FOUND };
}
