import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Tx } from '../../../../platform/database/database.ts';

/** What a session keeps for its person, sealed; gone when it ends. */
type Note = 'kept_sealed' | 'codes_sealed';

/** Keeps a sealed text in a session, in place of an earlier one; null takes it away. */
export async function keepInSession(tx: Tx, session: Id, note: Note, sealed: string | null): Promise<void> {
  await sql`update access.session set ${sql.ref(note)} = ${sealed} where id = ${session} and ended_at is null`.execute(
    tx,
  );
}

/** The sealed text of a session; undefined when there is none. */
export async function keptInSession(tx: Tx, session: Id, note: Note): Promise<string | undefined> {
  const { rows } = await sql<{ sealed: string | null }>`
    select ${sql.ref(note)} as sealed from access.session where id = ${session} and ended_at is null`.execute(tx);
  return rows[0]?.sealed ?? undefined;
}
