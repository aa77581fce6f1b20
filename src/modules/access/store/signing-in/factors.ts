import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { Factors } from '../../core/signing-in/ways-in.ts';
import { DOORKEEPER } from '../person-store.ts';
import { endSessionsOf } from '../session-store.ts';

/** The second factors of somebody. Asked as the doorkeeper, to whom alone they show. */
export async function factorsOf(tx: Tx, person: Id): Promise<Factors> {
  const { rows } = await sql<Factors>`
    select exists (select from access.authenticator where person = ${person}) as authenticator,
      (select count(*) from access.passkey where person = ${person}) as passkeys`.execute(tx);
  return rows[0] ?? { authenticator: false, passkeys: 0 };
}

/**
 * Takes every second factor from somebody who lost them, with their recovery codes and who they are at the council's own
 * sign-in, and ends their sessions. They set up a new one when they next sign in. For an administrator.
 */
export async function forgetFactors(db: Database, person: Id): Promise<void> {
  await db.as(DOORKEEPER, async (tx) => {
    for (const table of ['authenticator', 'passkey', 'recovery_code', 'council_identity'])
      await sql`delete from ${sql.table(`access.${table}`)} where person = ${person}`.execute(tx);
    await endSessionsOf(tx, person);
  });
}
