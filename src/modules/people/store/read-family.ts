import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { KnownFamily, Person, Relation, Stay } from '../core/family.ts';

/** More than any family has: a ring of partners through half a town is cut short here. */
const AT_MOST = 400;

/**
 * All that is known now of the family around a child (any book of theirs), by index from book to book: it does not grow with
 * the county. Children stand under their identity, adults under their book. Addresses are not read. `cutShort` says that there
 * are more people than were followed. Of a child who is hidden from the asking person nothing is read, nor of anybody who
 * is related through that child alone; one who opens with a reason is there without anything that says who it is.
 */
export async function readFamily(tx: Tx, child: Id): Promise<KnownFamily & { readonly cutShort: boolean }> {
  const { rows: near } = await sql<{ book: Id; asks: Id | null }>`
    with recursive hidden as materialized (
      select h.book from access.hidden_books() h where not access.is_house()
    ), kin(book) as (
      select ${child}::uuid
      union
      select next.book from kin cross join lateral (
        select other.book from people.child_identity own join people.child_identity other using (identity)
          where own.book = kin.book
        union all
        select with_book from people.relationship where book = kin.book and as_what not in ('carer', 'friend')
        union all
        select book from people.relationship where with_book = kin.book and as_what not in ('carer', 'friend')
        union all
        select with_book from people.sibling where book = kin.book
      ) next where next.book not in (select book from hidden)
    ), family as (
      select book from kin limit ${AT_MOST}
    ), own as (
      select other.book from people.child_identity own join people.child_identity other using (identity)
      where own.book = ${child}::uuid
    ), near as (
      select book from family
      union
      select r.with_book from family cross join lateral ( -- offset: by index for each, never all relations hashed
        select with_book from people.relationship where book = family.book offset 0) r
      union
      select theirs.book from people.household_member mine join own using (book)
        join people.household_member theirs using (household)
    ), seen as materialized (
      select book from near where book not in (select book from hidden)
    )
    select seen.book, i.identity as asks from seen
      left join access.must_be_asked_for(array(select book from seen)) ask using (book)
      left join people.child_identity i on i.book = ask.book`.execute(tx);
  const books = near.map(({ book }) => book);
  const asks = near.flatMap(({ asks: child }) => child ?? []);
  const { rows: people } = await peopleOf(near.filter(({ asks: child }) => !child).map(({ book }) => book)).execute(tx);
  const { rows: relations } = await relationsOf(books).execute(tx);
  const { rows: stays } = await staysOf(books).execute(tx);
  return {
    people: onePersonEach([...people, ...asks.map(someChild)]),
    relations,
    stays,
    cutShort: books.length >= AT_MOST,
  };
}

/** One whom the asking person may open with a reason only. */
const someChild = (id: Id): Person => ({
  ...{ id, name: null, bornOn: null, diedOn: null, sex: null },
  isChild: true,
  mustAsk: true,
});

const peopleOf = (books: readonly Id[]) => sql<Person>`
  select i.identity as id, c.name, c.born_on as "bornOn", c.died_on as "diedOn", c.sex, true as "isChild"
  from people.child c join people.child_identity i using (book) where c.book = any(${books}::uuid[])
  union all
  select book, name, born_on, null, sex, false from people.adult where book = any(${books}::uuid[])`;

const relationsOf = (books: readonly Id[]) => sql<Relation>`
  select coalesce(own.identity, told.book) as of, coalesce(other.identity, told.with_book) as to, told.as_what as as,
    told.parental_responsibility as "parentalResponsibility", told.from_day as "from", told.until_day as until
  from (
    select book, with_book, as_what, parental_responsibility, from_day, until_day from people.relationship
    union all
    select book, with_book, as_what, null, null, null from people.sibling
  ) told
  left join people.child_identity own on own.book = told.book
  left join people.child_identity other on other.book = told.with_book
  where told.book = any(${books}::uuid[]) and told.with_book = any(${books}::uuid[])`;

const staysOf = (books: readonly Id[]) => sql<Stay>`
  select coalesce(own.identity, m.book) as person, m.household, m.joined_on as joined, m.gone, m.left_on as left
  from people.household_member m left join people.child_identity own on own.book = m.book
  where m.book = any(${books}::uuid[])`;

/** A child with two books is one person: what either says is known. */
function onePersonEach(rows: readonly Person[]): Person[] {
  const people = new Map<Id, Person>();
  for (const row of rows) {
    const before = people.get(row.id);
    people.set(row.id, {
      ...row,
      name: before?.name ?? row.name,
      bornOn: before?.bornOn ?? row.bornOn,
      diedOn: before?.diedOn ?? row.diedOn,
      sex: before?.sex ?? row.sex,
    });
  }
  return [...people.values()];
}
