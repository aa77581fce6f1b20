import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Tx } from '../../../../platform/database/database.ts';

/** The children of some numbers, and the numbers that lead to none or to more than one. */
export type Sampled = { readonly children: readonly Id[]; readonly unknown: readonly string[] };

/** Whose numbers these are, among the children of whom the asker may learn. */
export async function childrenOfNumbers(tx: Tx, numbers: readonly string[]): Promise<Sampled> {
  const { rows } = await sql<{ number: string; child: Id | null; n: number }>`
    select asked.number, min(found.identity::text)::uuid as child, count(found.identity) as n
    from unnest(${[...numbers]}::text[]) asked (number)
    left join lateral people.books_under_number(asked.number, null) found on true
    group by asked.number`.execute(tx);
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const read = numbers.map((number) => ({ number, row: byNumber.get(number) }));
  return {
    children: [...new Set(read.flatMap(({ row }) => (row?.n === 1 && row.child ? [row.child] : [])))],
    unknown: read.filter(({ row }) => row?.n !== 1).map(({ number }) => number),
  };
}
