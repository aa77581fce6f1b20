import { sql } from 'kysely';
import { DEMO_COUNTY } from '../../county/generate/county-plan.ts';
import { inventCounty } from '../../county/generate/invent-county.ts';
import { loadHandMade } from '../../county/hand-made/load-hand-made.ts';
import type { Id } from '../kernel/id.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { readStatute } from '../statute/read-statute.ts';
import { entryRegistry } from './entry-registry.ts';
import { HOUSE } from './house-mark.ts';
import { houseProjections } from './house-projections.ts';
import { tellCounty } from './tell-county.ts';

/** Says, with the creation of the database, that its hand-made children are still to be told. */
export async function promiseStories(tx: Tx): Promise<void> {
  await sql`insert into app.hand_made default values`.execute(tx);
}

const isPromised = async (db: Database): Promise<boolean> => {
  const { rows } = await db.as(HOUSE, (tx) => sql<{ told: boolean }>`select told from app.hand_made`.execute(tx));
  return rows[0]?.told === false;
};
const keepPromise = (db: Database) => db.as(HOUSE, (tx) => sql`update app.hand_made set told = true`.execute(tx));

/** Tells the hand-made children alone where that was promised and is not done. */
export async function tellStories(db: Database, councilBook: Id): Promise<void> {
  if (!(await isPromised(db))) return;
  const registry = entryRegistry();
  await loadHandMade({ db, registry, projections: houseProjections(registry, readStatute()), councilBook });
  await keepPromise(db);
}

/**
 * Tells the county of the demonstration, the hand-made children among it, where that was promised and is not done. Goes on
 * where a killed start broke off.
 */
export async function tellDemo(db: Database, councilBook: Id, print: (line: string) => void): Promise<void> {
  if (!(await isPromised(db))) return;
  const { children } = DEMO_COUNTY;
  print(`Inventing a county with ${children} children open on its present day. This is done once.`);
  await tellCounty(db, inventCounty(DEMO_COUNTY), councilBook, {
    onProgress: (entries) => print(`  ${entries.toLocaleString('en-GB')} entries written`),
  });
  await keepPromise(db);
}
