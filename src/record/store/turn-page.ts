import { sql } from 'kysely';
import { grouped } from '../../kernel/grouped.ts';
import type { Id } from '../../kernel/id.ts';
import type { Tx } from '../../platform/database/database.ts';
import { entriesAsOf, standing } from '../as-of.ts';
import type { CurrentPage, Row } from '../current-page.ts';
import type { Entry } from '../entry.ts';
import type { EntryRegistry } from '../registry.ts';
import type { Projection } from './append.ts';
import { FOR_EVER, readEntries } from './read-entries.ts';

/** Turns modules' tables with the books, in the transaction of the entries. */
export function turnPages(registry: EntryRegistry, pages: readonly CurrentPage[]): Projection {
  return async (tx, written) => {
    const booksTouched = touchedBy(written);
    const touched = pages.map((page) => ({ page, books: booksTouched(page) })).filter(({ books }) => books.length > 0);
    const books = [...new Set(touched.flatMap((each) => each.books))];
    if (books.length === 0) return;
    const begun = begunBy(written);
    const types = new Set(touched.flatMap(({ page }) => page.types));
    const told = written.filter(({ type, corrects }) => types.has(type) || corrects !== null);
    const standingOf = await standingEntries(tx, registry, books, told, begun);
    for (const { page, books: own } of touched) {
      const older = own.filter((book) => !begun.has(book));
      if (older.length > 0) await deleteRows(tx, page.table, older);
      await insertRows(
        tx,
        page.table,
        own.flatMap((book) => rowsOf(page, book, standingOf.get(book) ?? [])),
      );
    }
  };
}

/** A page turns when one of its types is written, and when something is withdrawn or found misfiled that may have been one. */
function touchedBy(written: readonly Entry[]): (page: CurrentPage) => Id[] {
  const byType = new Map<string, Set<Id>>();
  const undone = new Set<Id>();
  for (const { type, book, corrects } of written) {
    const books = byType.get(type);
    if (books) books.add(book);
    else byType.set(type, new Set([book]));
    if (corrects !== null || type === 'entry-misfiled') undone.add(book);
  }
  return ({ types }) => [...new Set([...types.flatMap((type) => [...(byType.get(type) ?? [])]), ...undone])];
}

const rowsOf = (page: CurrentPage, book: Id, entries: readonly Entry[]): readonly Row[] =>
  page.rowsOf(
    book,
    entries.filter(({ type }) => page.types.includes(type)),
  );

/** What stands in each book. A book that was begun by this very append is all in `written` and need not be read again. */
async function standingEntries(
  tx: Tx,
  registry: EntryRegistry,
  books: readonly Id[],
  written: readonly Entry[],
  fresh: ReadonlySet<Id>,
): Promise<ReadonlyMap<Id, readonly Entry[]>> {
  const own = entriesAsOf(
    written.filter(({ book }) => fresh.has(book)),
    new Set(),
    { happenedBy: null, knownAt: FOR_EVER },
  );
  const older = books.filter((book) => !fresh.has(book));
  const read = older.length === 0 ? [] : await readEntries(tx, { registry, books: older, knownAt: null });
  return grouped(standing([...own, ...read]), ({ book }) => book);
}

/** The books that have no entry but these; none when something was found misfiled, which may then be absent. */
export function begunBy(written: readonly Entry[]): ReadonlySet<Id> {
  if (written.some(({ type }) => type === 'entry-misfiled')) return new Set();
  return new Set(written.filter(({ seq }) => seq === 1).map(({ book }) => book));
}

async function deleteRows(tx: Tx, table: string, books: readonly Id[]): Promise<void> {
  await sql`delete from ${sql.table(table)} where book = any(${books}::uuid[])`.execute(tx);
}

async function insertRows(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
}

/** How many rows of a table were not what its books say, and how many it has now. */
export type Rebuilt = { readonly table: string; readonly rows: number; readonly differed: number };

/**
 * Makes a module's tables again from the books: into a shadow, compared with what stood, and put in its place. Ask it as
 * the owner. Writers of these tables wait meanwhile.
 */
export async function rebuildPages(tx: Tx, registry: EntryRegistry, pages: readonly CurrentPage[]): Promise<Rebuilt[]> {
  const rebuilt: Rebuilt[] = [];
  for (const page of pages) {
    const table = sql.table(page.table);
    await sql`lock table ${table} in exclusive mode`.execute(tx);
    await sql`create temporary table shadow (like ${table} including all) on commit drop`.execute(tx);
    await fillShadow(tx, registry, page);
    const { rows } = await sql<{ rows: number; differed: number }>`
      select (select count(*) from shadow) as rows, (select count(*) from (
        (select * from ${table} except select * from shadow) union all
        (select * from shadow except select * from ${table})) as difference) as differed`.execute(tx);
    await sql`delete from ${table}`.execute(tx);
    await sql`insert into ${table} select * from shadow`.execute(tx);
    await sql`drop table shadow`.execute(tx);
    rebuilt.push({ table: page.table, rows: rows[0]?.rows ?? 0, differed: rows[0]?.differed ?? 0 });
  }
  return rebuilt;
}

const BOOKS_AT_ONCE = 500;

async function fillShadow(tx: Tx, registry: EntryRegistry, page: CurrentPage): Promise<void> {
  for (let after: Id | null = null; ; ) {
    const found: { rows: { book: Id }[] } = await sql<{ book: Id }>`
      select distinct book from record.entry
      where type = any(${page.types}::text[]) and (${after}::uuid is null or book > ${after}::uuid)
      order by book limit ${BOOKS_AT_ONCE}`.execute(tx);
    const books = found.rows.map(({ book }) => book);
    if (books.length === 0) return;
    const entries = grouped(standing(await readEntries(tx, { registry, books, knownAt: null })), ({ book }) => book);
    const rows = books.flatMap((book) => rowsOf(page, book, entries.get(book) ?? []));
    if (rows.length > 0)
      await sql`insert into shadow select * from jsonb_populate_recordset(null::shadow, ${JSON.stringify(rows)}::jsonb)`.execute(
        tx,
      );
    after = books.at(-1) ?? null;
  }
}
