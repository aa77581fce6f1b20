import { sql } from 'kysely';
import { grouped } from '../../../kernel/grouped.ts';
import { type Id, id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Sex } from '../core/child-recorded.entry.ts';
import type { Likeness } from '../core/identity.ts';

/** One book, as its current page has it. */
export type ChildRow = {
  readonly book: Id;
  readonly identity: Id;
  readonly council_child_id: string | null;
  readonly name: string | null;
  readonly born_on: LocalDate | null;
  readonly expected_on: LocalDate | null;
  readonly died: boolean;
  readonly died_on: LocalDate | null;
  readonly sex: Sex | null;
  readonly upn: string | null;
};

const COLUMNS = sql.raw(
  'c.book, i.identity, c.council_child_id, c.name, c.born_on, c.expected_on, c.died, c.died_on, c.sex, c.upn',
);

/** The books of these children, by the id of any book or identity of theirs; books of one child stand together. */
export async function booksOfChildren(tx: Tx, children: readonly Id[]): Promise<ChildRow[]> {
  const { rows } = await sql<ChildRow>`
    select ${COLUMNS} from people.child c join people.child_identity i using (book)
    where i.identity in (select identity from people.child_identity where book = any(${children}::uuid[]))
    order by i.identity, c.book`.execute(tx);
  return rows;
}

/**
 * The identities that somebody may mean by a council child id or a Sightline id: none, one, or, where an identity is in
 * doubt, several. The caller shows them all; it never picks one. A child who is hidden from the asker is not among them.
 */
export async function findChildren(tx: Tx, said: string): Promise<Id[]> {
  const text = said.trim();
  const book = id(text.toLowerCase());
  const { rows } = await sql<{ identity: Id }>`
    select identity from people.books_under_number(${text}, ${book ?? null}::uuid) order by identity`.execute(tx);
  return rows.map(({ identity }) => identity);
}

/** For an importer: the books under each council child id, with what decides whether a row can be that child. */
export async function likenessesOf(
  tx: Tx,
  councilChildIds: readonly string[],
): Promise<Map<string, (Likeness & { book: Id; identity: Id })[]>> {
  const { rows } = await sql<{
    council_child_id: string;
    book: Id;
    identity: Id;
    bornOn: LocalDate | null;
    sex: Sex | null;
  }>`
    select c.council_child_id, c.book, i.identity, c.born_on as "bornOn", c.sex
    from people.child c join people.child_identity i using (book)
    where c.council_child_id = any(${councilChildIds}::text[]) order by c.book`.execute(tx);
  return grouped(rows, (row) => row.council_child_id);
}

/** The other children under the same council id whom nobody has found to be the same, or another. */
export async function doubtsOf(tx: Tx, children: readonly Id[]): Promise<{ identity: Id; with_identity: Id }[]> {
  const { rows } = await sql<{ identity: Id; with_identity: Id }>`
    select distinct identity, with_identity from people.identity_doubt
    where identity = any(${children}::uuid[]) order by identity, with_identity`.execute(tx);
  return rows;
}

/** Brothers, sisters and others who grow up with this child, by their identity. */
export async function siblingsOf(tx: Tx, child: Id): Promise<{ identity: Id; as_what: string }[]> {
  const { rows } = await sql<{ identity: Id; as_what: string }>`
    select distinct on (other.identity) other.identity, s.as_what
    from people.child_identity own join people.sibling s using (book) join people.child_identity other on other.book = s.with_book
    where own.identity = (select identity from people.child_identity where book = ${child}) and other.identity <> own.identity
    order by other.identity, s.as_what`.execute(tx);
  return rows;
}
