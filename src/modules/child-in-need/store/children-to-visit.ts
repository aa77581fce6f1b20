import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { ownThread } from '../../../record/own-thread.ts';
import type { EntryRegistry } from '../../../record/registry.ts';
import { readEntries } from '../../../record/store/read-entries.ts';
import type { ChildFace } from '../../child-face.ts';
import type { Episode, VisitedChild } from '../core/decide-record-visit.ts';

/** A child on the form: who they are, what the record holds, and the last entry on their visits. */
export type ChildToVisit = VisitedChild & { readonly face: ChildFace; readonly lastSeen: Id | null };

type BookRow = {
  readonly book: Id;
  readonly identity: Id;
  readonly council_child_id: string | null;
  readonly name: string | null;
  readonly born_on: LocalDate | null;
  readonly expected_on: LocalDate | null;
  readonly died_on: LocalDate | null;
  readonly sex: ChildFace['sex'];
};

/** The child of that page and those who grow up with them, the child first; none when nobody has that id. */
export async function childrenToVisit(tx: Tx, registry: EntryRegistry, child: Id): Promise<ChildToVisit[]> {
  const { rows } = await sql<BookRow & { asked: boolean }>`
    with asked as (select identity from people.published_child where book = ${child}::uuid limit 1)
    select c.*, c.identity = asked.identity as asked
    from asked join people.published_child c on c.identity = asked.identity or c.identity in
      (select with_identity from people.published_sibling s where s.identity = asked.identity)
    order by c.identity <> asked.identity, c.born_on, c.identity, c.book`.execute(tx);
  const byIdentity = Map.groupBy(rows, ({ identity }) => identity);
  const episodes = await episodesOf(
    tx,
    rows.map(({ book }) => book),
  );
  const children: ChildToVisit[] = [];
  for (const [identity, books] of byIdentity)
    children.push({
      book: identity,
      ...whoIs(books),
      face: faceOf(identity, books),
      episodes: books.flatMap(({ book }) => episodes.get(book) ?? []),
      lastSeen: await lastOfVisits(tx, registry, identity),
    });
  return children;
}

/** The first that any of the books says; a difference between them is shown on the child's page. */
const first = <Value>(books: readonly BookRow[], of: (row: BookRow) => Value | null): Value | null =>
  books.map(of).find((value) => value !== null) ?? null;

const whoIs = (books: readonly BookRow[]) => ({
  bornOn: first(books, (row) => row.born_on),
  expectedOn: first(books, (row) => row.expected_on),
  diedOn: first(books, (row) => row.died_on),
});

const faceOf = (identity: Id, books: readonly BookRow[]): ChildFace => ({
  child: identity,
  ...whoIs(books),
  councilChildIds: [...new Set(books.flatMap((row) => row.council_child_id ?? []))],
  name: first(books, (row) => row.name),
  sex: first(books, (row) => row.sex),
  inDoubtWith: [],
});

type EpisodeRow = {
  readonly book: Id;
  readonly episode: Id;
  readonly begun_latest: LocalDate | null;
  readonly over: boolean;
  readonly over_on: LocalDate | null;
};

async function episodesOf(tx: Tx, books: readonly Id[]): Promise<ReadonlyMap<Id, readonly Episode[]>> {
  const { rows } = await sql<EpisodeRow>`
    select book, episode, begun_latest, over, over_on from front_door.published_episode
    where book = any(${books}::uuid[]) order by begun_latest, episode`.execute(tx);
  return new Map(
    [...Map.groupBy(rows, ({ book }) => book)].map(([book, own]) => [
      book,
      own.map((row) => ({ episode: row.episode, begun: row.begun_latest, over: row.over, overOn: row.over_on })),
    ]),
  );
}

async function lastOfVisits(tx: Tx, registry: EntryRegistry, book: Id): Promise<Id | null> {
  const visits = await readEntries(tx, { registry, books: [book], knownAt: null, about: ownThread(book, 'visits') });
  return visits.at(-1)?.id ?? null;
}

/** The book of the worker who signs in with this address; null for somebody who is not a worker. */
export async function workerOf(tx: Tx, email: string): Promise<Id | null> {
  const { rows } = await sql<{ book: Id }>`
    select book from workforce.published_worker where lower(email) = lower(${email}) order by book limit 1`.execute(tx);
  return rows[0]?.book ?? null;
}

/** The identity of the child whom any id of theirs names; null when nobody has it. */
export async function identityOfChild(tx: Tx, child: Id): Promise<Id | null> {
  const { rows } = await sql<{ identity: Id }>`
    select identity from people.published_child where book = ${child}::uuid limit 1`.execute(tx);
  return rows[0]?.identity ?? null;
}
