import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Result } from '../../../../kernel/result.ts';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { Writing } from '../../../writing.ts';
import { type DeclareInterest, type DeclareRefusal, decideDeclareInterest } from '../../core/rights/decide-interest.ts';
import { type AskedBy, readRights } from './rights-store.ts';
import { writeInCouncil } from './write-in-council.ts';

/** Whose number it is, hidden from the asker or not; null for nobody's. Never to be told to whoever asks. */
export async function childNumbered(tx: Tx, number: string): Promise<Id | null> {
  const { rows } = await sql<{ child: Id | null }>`select access.child_numbered(${number}) as child`.execute(tx);
  return rows[0]?.child ?? null;
}

/** Says that somebody knows a child outside work. */
export function declareInterest(
  db: Database,
  writing: Writing,
  { identity, by, now, today }: AskedBy,
  command: DeclareInterest,
): Promise<Result<unknown, DeclareRefusal>> {
  const commandId = writing.newId();
  return writeInCouncil(db, writing, { identity, now, commandId }, async (tx, book) => {
    const everybody = await readRights(tx);
    const asker = everybody.find(({ person }) => person === by);
    if (!asker) throw new Error('Whoever is signed in has rights.');
    return decideDeclareInterest(everybody, command, { by: asker, today, book, newId: writing.newId });
  });
}
