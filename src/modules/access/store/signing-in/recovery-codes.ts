import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import { LETTERS, recoveryCode } from '../../core/signing-in/recovery-code.ts';
import { DOORKEEPER } from '../person-store.ts';
import { hashPassword, isPassword } from './secrets.ts';

const CODES = 10;

/** Ten new codes, sixty bits each, with what the database keeps of them. */
export async function newRecoveryCodes(): Promise<{ readonly codes: string[]; readonly hashes: string[] }> {
  const letter = () => LETTERS[randomInt(LETTERS.length)] ?? '';
  const group = () => Array.from({ length: 4 }, letter).join('');
  const codes = Array.from({ length: CODES }, () => [group(), group(), group()].join('-'));
  return { codes, hashes: await Promise.all(codes.map(hashPassword)) };
}

/** Keeps the hashes of somebody's codes; earlier ones work no more. */
export async function keepRecoveryCodes(tx: Tx, person: Id, hashes: readonly string[]): Promise<void> {
  await sql`delete from access.recovery_code where person = ${person}`.execute(tx);
  for (const hash of hashes)
    await sql`insert into access.recovery_code (hash, person) values (${hash}, ${person})`.execute(tx);
}

/** How many codes of somebody are left. */
export async function recoveryCodesLeft(tx: Tx, person: Id): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from access.recovery_code where person = ${person} and used_at is null`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** Is it a recovery code of theirs? It works once. */
export async function useRecoveryCode(db: Database, person: Id, typed: string): Promise<boolean> {
  const code = recoveryCode(typed);
  if (!code) return false;
  const { rows } = await db.as(DOORKEEPER, (tx) =>
    sql<{ hash: string }>`select hash from access.recovery_code where person = ${person} and used_at is null`.execute(
      tx,
    ),
  );
  for (const { hash } of rows) {
    if (!(await isPassword(code, hash))) continue; // outside any transaction: each takes 20 ms of a processor
    const { numAffectedRows } = await db.as(DOORKEEPER, (tx) =>
      sql`update access.recovery_code set used_at = now() where hash = ${hash} and used_at is null`.execute(tx),
    );
    return numAffectedRows === 1n;
  }
  return false;
}
