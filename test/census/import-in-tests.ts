import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { createInvented, createReal } from '../../src/app/create-house.ts';
import { entryRegistry } from '../../src/app/entry-registry.ts';
import { noteTrialFiles } from '../../src/app/house-mark.ts';
import { houseProjections } from '../../src/app/house-projections.ts';
import type { Id } from '../../src/kernel/id.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import { likenessesOf } from '../../src/modules/people/store/find-children.ts';
import type { ImportContext } from '../../src/modules/returns/imports/import-context.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import { statute } from './census-in-tests.ts';

export type ImportHouse = { readonly fresh: FreshDatabase; readonly context: ImportContext };

/** A database of its own, marked, with everything that an append changes, as the house wires it. */
export async function importHouse(mark: 'invented' | 'real'): Promise<ImportHouse> {
  const fresh = await freshDatabase();
  const now = () => instantOf(Date.parse('2026-06-01T09:00:00.000Z'));
  const clock = { now, today: () => '2026-06-01' as never };
  if (mark === 'real') await createReal(fresh.db, clock, 'Test Council', { email: 'a@b.example', name: 'A' });
  else await createInvented(fresh.db, clock, 'Invented', 'without-stories');
  const registry = entryRegistry();
  const context: ImportContext = {
    db: fresh.db,
    identity: { person: 'a tester', purpose: 'import' },
    now,
    mark,
    statute,
    registry,
    projections: houseProjections(registry, statute),
    booksUnder: likenessesOf,
    noteTrialFiles,
    newId: () => randomUUID() as string as Id,
  };
  return { fresh, context };
}

/** Everything that the record holds, as one text: two loadings that change nothing leave it the same. */
export async function fingerprint({ db }: FreshDatabase): Promise<string> {
  const rows = await db.as({ person: 'a tester', purpose: 'command' }, async (tx) => [
    ...(await sql`select book, seq, encode(hash, 'hex') as hash from record.entry order by book, seq`.execute(tx)).rows,
    ...(await sql`select * from people.child order by book`.execute(tx)).rows,
  ]);
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

export async function countOf({ db }: FreshDatabase, from: string): Promise<number> {
  const { rows } = await db.as({ person: 'a tester', purpose: 'command' }, (tx) =>
    sql<{ n: number }>`select count(*) as n from ${sql.raw(from)}`.execute(tx),
  );
  return rows[0]?.n ?? 0;
}
