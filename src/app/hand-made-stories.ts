import { sql } from 'kysely';
import { loadHandMade } from '../../county/hand-made/load-hand-made.ts';
import type { Id } from '../kernel/id.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { readStatute } from '../statute/read-statute.ts';
import { entryRegistry } from './entry-registry.ts';
import { HOUSE } from './house-mark.ts';
import { houseProjections } from './house-projections.ts';

/** Says, with the creation of the database, that its hand-made children are still to be told. */
export async function promiseStories(tx: Tx): Promise<void> {
  await sql`insert into app.hand_made default values`.execute(tx);
}

/** Tells the hand-made children where that was promised and is not done. Goes on where a killed start broke off. */
export async function tellStories(db: Database, councilBook: Id): Promise<void> {
  const { rows } = await db.as(HOUSE, (tx) => sql<{ told: boolean }>`select told from app.hand_made`.execute(tx));
  if (rows[0]?.told !== false) return;
  const registry = entryRegistry();
  await loadHandMade({ db, registry, projections: houseProjections(registry, readStatute()), councilBook });
  await db.as(HOUSE, (tx) => sql`update app.hand_made set told = true`.execute(tx));
}
