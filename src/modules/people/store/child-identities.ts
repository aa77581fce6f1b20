import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Projection } from '../../../record/store/append.ts';
import { childRecorded } from '../core/child-recorded.entry.ts';
import { identitiesOf } from '../core/identity.ts';

const LINKS = new Set(['books-linked', 'books-unlinked']);
/** Two people who join different books at once must see each other's link. */
const JOINING = 7_265_401;

/** Keeps whose book each book is. Goes after the tables of links, and before whatever asks for a child's identity. */
export const childIdentities: Projection = async (tx, written) => {
  const recorded = new Set(written.filter(({ type }) => type === childRecorded.is.type).map(({ book }) => book));
  if (recorded.size > 0)
    await sql`insert into people.child_identity (book, identity)
      select book, book from unnest(${[...recorded]}::uuid[]) as book on conflict (book) do nothing`.execute(tx);
  const mayRelink = written.some(
    ({ type, corrects }) => LINKS.has(type) || corrects !== null || type === 'entry-misfiled',
  );
  if (mayRelink) await settleIdentities(tx, [...new Set(written.map(({ book }) => book))]);
};

/** Reckons the identity of these books again, with every book that they are or were joined to. */
async function settleIdentities(tx: Tx, books: readonly Id[]): Promise<void> {
  const { rows: joined } = await sql<{ book: Id }>`
    with recursive near (book) as (
      select unnest(${books}::uuid[])
      union
      select o.other from near n cross join lateral (
        select l.with_book as other from people.link l where l.book = n.book
        union all select l.book from people.link l where l.with_book = n.book
        union all select i.book from people.child_identity i
          where i.identity = (select identity from people.child_identity where book = n.book)) o)
    select book from near join people.child_identity using (book)`.execute(tx);
  if (joined.length === 0) return;
  await sql`select pg_advisory_xact_lock(${JOINING})`.execute(tx);
  await writeIdentities(
    tx,
    joined.map(({ book }) => book),
  );
}

async function writeIdentities(tx: Tx, books: readonly Id[]): Promise<void> {
  const { rows: links } = await sql<{ book: Id; with: Id }>`
    select book, with_book as with from people.link where not parted and book = any(${books}::uuid[])`.execute(tx);
  const identities = identitiesOf(books, links);
  await sql`update people.child_identity set identity = reckoned.identity
    from unnest(${[...identities.keys()]}::uuid[], ${[...identities.values()]}::uuid[]) as reckoned (book, identity)
    where child_identity.book = reckoned.book and child_identity.identity <> reckoned.identity`.execute(tx);
}

/** Makes the whole table again, once children and links have been: the last step of `rebuild people`. Ask it as the owner. */
export async function rebuildIdentities(tx: Tx): Promise<{ table: string; rows: number; differed: number }> {
  await sql`lock table people.child_identity in exclusive mode`.execute(tx);
  await sql`create temporary table stood on commit drop as select * from people.child_identity`.execute(tx);
  await sql`delete from people.child_identity`.execute(tx);
  await sql`insert into people.child_identity select book, book from people.child`.execute(tx);
  const { rows: linked } = await sql<{ book: Id }>`
    select distinct book from people.link join people.child using (book)`.execute(tx);
  await writeIdentities(
    tx,
    linked.map(({ book }) => book),
  );
  const { rows } = await sql<{ rows: number; differed: number }>`
    select (select count(*) from people.child_identity) as rows,
      (select count(*) from people.child_identity i full join stood s using (book)
       where i.identity is distinct from s.identity) as differed`.execute(tx);
  await sql`drop table stood`.execute(tx);
  return { table: 'people.child_identity', rows: rows[0]?.rows ?? 0, differed: rows[0]?.differed ?? 0 };
}
