import { sql } from 'kysely';
import { grouped } from '../kernel/grouped.ts';
import type { Id } from '../kernel/id.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Tx } from '../platform/database/database.ts';
import { ownThread } from '../record/own-thread.ts';
import type { EntryRegistry } from '../record/registry.ts';
import { readEntries } from '../record/store/read-entries.ts';
import type { ChildFace } from './child-face.ts';
import type { Episode } from './front-door/public.ts';

/** A child whom a form is about, as the record stands. */
export type ChildOnForm = {
  /** The book to write in: the identity's own. */
  readonly book: Id;
  readonly bornOn: LocalDate | null;
  readonly expectedOn: LocalDate | null;
  readonly diedOn: LocalDate | null;
  readonly episodes: readonly Episode[];
  readonly face: ChildFace;
  /** The last entry on the thread that the form writes on. */
  readonly lastSeen: Id | null;
};

type Thread = Parameters<typeof ownThread>[1];

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
export async function childrenOnForm(
  tx: Tx,
  registry: EntryRegistry,
  child: Id,
  thread: Thread,
): Promise<ChildOnForm[]> {
  const { rows } = await sql<BookRow>`
    with asked as (select identity from people.published_child where book = ${child}::uuid limit 1)
    select c.*
    from asked join people.published_child c on c.identity = asked.identity or c.identity in
      (select with_identity from people.published_sibling s where s.identity = asked.identity)
    order by c.identity <> asked.identity, c.born_on, c.identity, c.book`.execute(tx);
  const byIdentity = grouped(rows, ({ identity }) => identity);
  const episodes = await episodesOf(
    tx,
    rows.map(({ book }) => book),
  );
  const children: ChildOnForm[] = [];
  for (const [identity, books] of byIdentity)
    children.push({
      book: identity,
      ...whoIs(books),
      face: faceOf(identity, books),
      episodes: books.flatMap(({ book }) => episodes.get(book) ?? []),
      lastSeen: await lastOnThread(tx, registry, identity, thread),
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
    [...grouped(rows, ({ book }) => book)].map(([book, own]) => [
      book,
      own.map((row) => ({ episode: row.episode, begun: row.begun_latest, over: row.over, overOn: row.over_on })),
    ]),
  );
}

async function lastOnThread(tx: Tx, registry: EntryRegistry, book: Id, thread: Thread): Promise<Id | null> {
  const entries = await readEntries(tx, { registry, books: [book], knownAt: null, about: ownThread(book, thread) });
  return entries.at(-1)?.id ?? null;
}
