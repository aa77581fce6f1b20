import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act, BookKind } from '../entry.ts';

/** Where a book ends; null before its first entry. */
export type Head = {
  readonly id: Id;
  readonly kind: BookKind;
  readonly head_seq: number;
  readonly head_hash: Buffer | null;
  readonly head_at: Instant | null;
  /** The floor under all recording, read after the append showed that it is in flight. */
  readonly floor: Instant;
};

/** Locks the books of some acts, in the order of their ids so that no two writers wait for each other, and answers their heads. */
export async function lockBooks(tx: Tx, books: readonly Id[]): Promise<Map<Id, Head>> {
  const { rows } = await sql<Head>`
    select id, kind, head_seq, head_hash, head_at, (select floor from record.settled) as floor
    from record.book where id = any(${books}::uuid[]) order by id for no key update`.execute(tx);
  return new Map(rows.map((head) => [head.id, head]));
}

type Opening = NonNullable<Act['opens']>[number];

/** Opens the books that are not there yet. Throws when one is there as something else. */
export const openBooks = (tx: Tx, openings: readonly Opening[], at: Instant, by: string): Promise<void> =>
  openBooksAt(
    tx,
    openings.map((each) => ({ ...each, at, by })),
  );

/** When a book was opened, and by whom. */
export type Opened = Opening & { readonly at: Instant; readonly by: string };

/** The same for several times and people; the first that opens a book is the one who did. */
export async function openBooksAt(tx: Tx, openings: readonly Opened[]): Promise<void> {
  if (openings.length === 0) return;
  const first = new Map<Id, Opened>();
  for (const each of openings) if (!first.has(each.book)) first.set(each.book, each);
  const sorted = [...first.values()].sort(byBook);
  await sql`
    insert into record.book (id, kind, opened_at, opened_by)
    select * from unnest(${sorted.map(({ book }) => book)}::uuid[], ${sorted.map(({ kind }) => kind)}::text[],
      ${sorted.map(({ at }) => at)}::timestamptz[], ${sorted.map(({ by }) => by)}::text[])
    on conflict (id) do nothing`.execute(tx);
}

const byBook = (a: Opening, b: Opening): number => (a.book < b.book ? -1 : a.book > b.book ? 1 : 0);
