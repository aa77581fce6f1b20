import { sql } from 'kysely';
import { grouped } from '../../../../kernel/grouped.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Mark, Surroundings } from '../../core/needless-reading/snooping-known.ts';
import { surnameMarks } from '../../core/needless-reading/surname-marks.ts';

const NO_SURROUNDINGS: Surroundings = { surnames: [], postcodes: [], addresses: [], family: [] };

/**
 * The people round these children: brothers and sisters as either book says, children of one household, children of one parent;
 * and every adult related to the child.
 */
const AROUND = (children: readonly Id[]) => sql`asked as (
    select i.identity as child, i.book from people.child_identity i where i.identity = any(${[...children]}::uuid[])
  ), related as (
    select a.child, r.with_book as other, r.as_what in ('mother', 'father', 'parent', 'adoptive-parent', 'step-parent') as parent
    from asked a join people.relationship r on r.book = a.book
    union
    select a.child, r.book, r.as_what = 'child' from asked a join people.relationship r on r.with_book = a.book
  ), kin as (
    select a.child, s.with_book as book from asked a join people.sibling s on s.book = a.book
    union
    select a.child, s.book from asked a join people.sibling s on s.with_book = a.book
    union
    select a.child, other.book from asked a join people.household_member own on own.book = a.book
    join people.household_member other on other.household = own.household
    union
    select p.child, r.book from related p join people.relationship r on r.with_book = p.other
    where p.parent and r.as_what in ('mother', 'father', 'parent', 'adoptive-parent', 'step-parent')
    union
    select p.child, r.with_book from related p join people.relationship r on r.book = p.other where p.parent and r.as_what = 'child'
  ), family as (
    select distinct k.child, i.identity as member from kin k join people.child_identity i on i.book = k.book where i.identity <> k.child
  )`;

/** What the detector may know of these children, by identity; where they live only the database compares. */
export async function surroundingsOf(tx: Tx, children: readonly Id[]): Promise<ReadonlyMap<Id, Surroundings>> {
  if (children.length === 0) return new Map();
  const kin = await sql<{ child: Id; member: Id }>`
    with ${AROUND(children)} select child, member from family order by child, member`.execute(tx);
  const named = await sql<{ child: Id; name: string }>`
    with ${AROUND(children)}, round as (
      select child, book from asked
      union
      select f.child, i.book from family f join people.child_identity i on i.identity = f.member
      union
      select child, other from related
    )
    select r.child, c.name from round r join people.child c on c.book = r.book where c.name is not null
    union
    select r.child, a.name from round r join people.adult a on a.book = r.book where a.name is not null
    union
    select r.child, a.name from round r join people.alias a on a.book = r.book`.execute(tx);
  const [family, names] = [grouped(kin.rows, ({ child }) => child), grouped(named.rows, ({ child }) => child)];
  return new Map(
    children.map((child) => [
      child,
      {
        ...NO_SURROUNDINGS,
        surnames: [...new Set((names.get(child) ?? []).flatMap(({ name }) => surnameMarks(name)))],
        family: (family.get(child) ?? []).map(({ member }) => member),
      },
    ]),
  );
}

/** How many children there are, and how many of them have each surname about them. */
export type Census = { readonly children: number; readonly bearing: ReadonlyMap<Mark, number> };

/** So many children are read at once, however many there are. */
const PIECE = 1_000;

/** Counts the surnames of the whole record, piece by piece; `read` opens a transaction for each. */
export async function countSurnames(read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>): Promise<Census> {
  const bearing = new Map<Mark, number>();
  let [children, after] = [0, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const around = await read(async (tx) => {
      const { rows } = await sql<{ identity: Id }>`
        select distinct identity from people.child_identity where identity > ${after} order by identity limit ${PIECE}`.execute(
        tx,
      );
      return surroundingsOf(
        tx,
        rows.map(({ identity }) => identity),
      );
    });
    for (const { surnames } of around.values())
      for (const surname of surnames) bearing.set(surname, (bearing.get(surname) ?? 0) + 1);
    children += around.size;
    if (around.size < PIECE) return { children, bearing };
    after = [...around.keys()].at(-1) ?? after;
  }
}
