import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import { accepted, type Result } from '../../../../kernel/result.ts';
import type { Database, Identity, Tx } from '../../../../platform/database/database.ts';
import type { Act } from '../../../../record/entry.ts';
import { appendIn } from '../../../../record/store/append.ts';
import { lockBooks } from '../../../../record/store/lock-books.ts';
import type { Writing } from '../../../writing.ts';

/** The council's own book. Throws where nobody has made this database anybody's. */
export async function councilBook(tx: Tx): Promise<Id> {
  const { rows } = await sql<{ book: Id }>`select book from app.council`.execute(tx);
  if (!rows[0]) throw new Error('The database was never created.');
  return rows[0].book;
}

type Asked = { readonly identity: Identity; readonly now: Instant; readonly commandId: Id };

/** Decides on what stands while the council's book is locked, and writes it there. The same command twice writes once. */
export async function writeInCouncil<Refusal>(
  db: Database,
  { registry, projections }: Writing,
  { identity, now, commandId }: Asked,
  decide: (tx: Tx, book: Id) => Promise<Result<Act, Refusal>>,
): Promise<Result<Act | null, Refusal>> {
  return db.as(identity, async (tx) => {
    const book = await councilBook(tx);
    await lockBooks(tx, [book]);
    const { rows } = await sql`select from record.command where id = ${commandId}`.execute(tx);
    if (rows.length > 0) return accepted(null);
    const decided = await decide(tx, book);
    if (!decided.ok) return decided;
    const written = await appendIn(tx, { identity, now: () => now, registry, projections, commandId }, [decided.value]);
    if (!written.ok) throw new Error('Nothing was decided on that could have moved.');
    return accepted(decided.value);
  });
}
