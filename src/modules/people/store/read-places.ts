import { sql } from 'kysely';
import { grouped } from '../../../kernel/grouped.ts';
import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { Protected } from '../../../kernel/protected.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { PlaceOf, PlacesOf } from '../core/places-of-family.ts';
import { shownTo, WITHHELD_PLACE } from '../core/shown-to.ts';

type PlaceRow = {
  readonly book: Id;
  readonly entry: Id;
  readonly kind: PlaceOf['kind'];
  readonly first: string | null;
  readonly second: string | null;
  readonly from_day: LocalDate | null;
  readonly protected: boolean;
  readonly unsafe: boolean;
  readonly withheld_first: boolean;
  readonly withheld_second: boolean;
  readonly relation: string;
};

/** Somebody whose address may be written down with a child's: the child, or an adult around them. */
export type Around = { readonly book: Id; readonly name: string | null; readonly isChild: boolean };

/** The child of these books (`identity` is the one to write in), then the adults who are related to the child, by name. */
export async function peopleAround(tx: Tx, identity: Id, books: readonly Id[]): Promise<Around[]> {
  const { rows } = await sql<{ book: Id; name: string | null }>`
    select distinct a.book, a.name from people.adult a join (
      select with_book as book from people.relationship where book = any(${books}::uuid[])
      union
      select book from people.relationship where with_book = any(${books}::uuid[])) near using (book)
    order by a.name nulls last, a.book`.execute(tx);
  return [
    { book: identity, name: null, isChild: true },
    ...rows.map(({ book, name }) => ({ book, name, isChild: false })),
  ];
}

/**
 * Where a child and the adults around them live, and how they are reached, as whoever asks may see it through the relation that
 * the gate opened the child by. Judged now, whatever day the page shows.
 */
export async function readPlaces(tx: Tx, identity: Id, books: readonly Id[]): Promise<PlacesOf[]> {
  const { rows } = await sql<PlaceRow>`
    select p.*, coalesce(current_setting('sightline.relation', true), '') as relation
    from people.places_around(${books}::uuid[]) p`.execute(tx);
  if (rows.length === 0) return [];
  const people = await peopleAround(tx, identity, books);
  const own = new Set(books);
  const byPerson = grouped(rows, ({ book }) => (own.has(book) ? identity : book));
  return people.flatMap(({ book, name, isChild }) => {
    const places = (byPerson.get(book) ?? []).map(placeOf);
    return places.length === 0 ? [] : [{ book, name, isChild, places }];
  });
}

/** The database has judged already; what it kept is kept, and what it gave is judged again. */
function placeOf(row: PlaceRow): PlaceOf {
  const shown = (value: string | null, withheld: boolean) =>
    withheld ? WITHHELD_PLACE : shownTo(row.relation, value === null ? null : Protected.of(value), row.protected);
  const isAddress = row.kind === 'address';
  return {
    kind: row.kind,
    book: row.book,
    entry: row.entry,
    value: shown(row.first, row.withheld_first),
    postcode: isAddress ? shown(row.second, row.withheld_second) : null,
    whose: isAddress ? null : row.second,
    from: row.from_day,
    isProtected: row.protected,
    unsafe: row.unsafe,
  };
}
