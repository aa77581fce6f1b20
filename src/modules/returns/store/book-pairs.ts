import { sql } from 'kysely';
import { grouped } from '../../../kernel/grouped.ts';
import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { EntrySource } from '../../../record/entry.ts';
import { ownThread } from '../../../record/own-thread.ts';
import type { IdentityPair } from '../core/reconcile/decide-identity.ts';

/** One of two books under a council id: who it says the child is, and what it rests on. */
export type BookBeside = {
  readonly book: Id;
  readonly councilChildId: string | null;
  readonly name: string | null;
  readonly bornOn: LocalDate | null;
  readonly expectedOn: LocalDate | null;
  readonly sex: 'female' | 'male' | 'not known' | null;
  readonly entries: number;
  readonly sources: readonly { readonly kind: EntrySource['kind']; readonly until: LocalDate | null }[];
};

export type PairBeside = {
  readonly state: IdentityPair['state'];
  readonly one: BookBeside;
  readonly other: BookBeside;
};

type PairRow = {
  readonly book: Id;
  readonly with_book: Id;
  readonly state: IdentityPair['state'];
  readonly of: number;
};

/** A page of pairs that are in doubt, or that somebody decided; of two children with several books, one pair. */
export async function listPairs(
  tx: Tx,
  decided: boolean,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly pairs: readonly PairBeside[]; readonly of: number }> {
  const { rows } = await sql<PairRow>`
    with pair as (
      select distinct on (least(identity, with_identity), greatest(identity, with_identity), state, link)
        book, with_book, state, council_child_id
      from people.published_book_pair where (state = 'in-doubt') = ${!decided}
      order by least(identity, with_identity), greatest(identity, with_identity), state, link, book, with_book)
    select book, with_book, state, count(*) over () as of from pair
    order by council_child_id, book, with_book limit ${limit} offset ${offset}`.execute(tx);
  const books = await booksBeside(tx, [...new Set(rows.flatMap((row) => [row.book, row.with_book]))]);
  const pairs = rows.flatMap(({ book, with_book: other, state }) => {
    const [a, b] = [books.get(book), books.get(other)];
    return a && b ? [{ state, one: a, other: b }] : [];
  });
  return { pairs, of: rows[0]?.of ?? 0 };
}

/** Two books side by side, as they stand; null where nothing was ever in doubt between them. */
export async function readPair(
  tx: Tx,
  one: Id,
  other: Id,
): Promise<{ readonly pair: IdentityPair; readonly beside: PairBeside; readonly lastSeen: Map<Id, Id | null> } | null> {
  const { rows } = await sql<{ book: Id; with_book: Id; state: IdentityPair['state']; link: Id | null }>`
    with asked as (
      select (select identity from people.published_child where book = ${one}) as one,
        (select identity from people.published_child where book = ${other}) as other)
    select p.book, p.with_book, p.state, p.link from people.published_book_pair p, asked
    where (least(p.identity, p.with_identity), greatest(p.identity, p.with_identity))
      = (least(asked.one, asked.other), greatest(asked.one, asked.other)) order by p.book, p.with_book, p.state`.execute(
    tx,
  );
  const direct = rows.find(
    (row) => (row.book === one && row.with_book === other) || (row.book === other && row.with_book === one),
  );
  const state = direct?.state ?? rows[0]?.state;
  const books = await booksBeside(tx, [one, other]);
  const [a, b] = [books.get(one), books.get(other)];
  if (!state || !a || !b) return null;
  const doubts = rows.filter((row) => row.state === 'in-doubt').map((row) => [row.book, row.with_book] as const);
  const all = [...new Set([one, other, ...doubts.flat()])];
  return {
    pair: { one, other, state, link: direct?.link ?? null, doubts },
    beside: { state, one: a, other: b },
    lastSeen: await lastOnIdentity(tx, all),
  };
}

async function booksBeside(tx: Tx, books: readonly Id[]): Promise<Map<Id, BookBeside>> {
  const { rows } = await sql<Omit<BookBeside, 'sources' | 'entries'>>`
    select book, council_child_id as "councilChildId", name, born_on as "bornOn", expected_on as "expectedOn", sex
    from people.published_child where book = any(${books}::uuid[])`.execute(tx);
  const { rows: told } = await sql<{ book: Id; kind: EntrySource['kind']; until: LocalDate | null; entries: number }>`
    select book, source::jsonb ->> 'kind' as kind, (source::jsonb -> 'window' ->> 'until')::date as until, count(*) as entries
    from record.entry where book = any(${books}::uuid[]) group by 1, 2, 3 order by 1, 3 desc nulls last, 2`.execute(tx);
  const byBook = grouped(told, ({ book }) => book);
  return new Map(
    rows.map((row) => {
      const own = byBook.get(row.book) ?? [];
      const entries = own.reduce((sum, each) => sum + each.entries, 0);
      return [row.book, { ...row, entries, sources: own.map(({ kind, until }) => ({ kind, until })) }];
    }),
  );
}

/** The last that was decided of whose each book is. */
async function lastOnIdentity(tx: Tx, books: readonly Id[]): Promise<Map<Id, Id | null>> {
  const { rows } = await sql<{ book: Id; id: Id }>`
    select distinct on (e.book) e.book, e.id
    from unnest(${books}::uuid[], ${books.map((book) => ownThread(book, 'identity'))}::uuid[]) as asked (book, about)
    join record.entry e using (book, about) order by e.book, e.seq desc`.execute(tx);
  const last = new Map(rows.map(({ book, id }) => [book, id]));
  return new Map(books.map((book) => [book, last.get(book) ?? null]));
}
