import { sql } from 'kysely';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { Rights } from '../../core/rights/decide-rights.ts';
import { DOORKEEPER } from '../person-store.ts';

/** Somebody who may sign in, or could until they were stopped. */
export type Account = Rights & {
  readonly lastSignedInAt: Instant | null;
  /** They have an authenticator app or a passkey. */
  readonly secondFactor: boolean;
};

/** Every account, by name. The doorkeeper asks: nobody else may know who has what at the door. */
export async function readAccounts(db: Database): Promise<Account[]> {
  return db.as(DOORKEEPER, async (tx) => {
    const { rows } = await sql<Account>`
      select p.id as person, p.name, p.email, p.roles, p.active, p.may_grant as "mayGrant",
        p.last_signed_in_at as "lastSignedInAt",
        exists (select from access.authenticator a where a.person = p.id)
          or exists (select from access.passkey k where k.person = p.id) as "secondFactor"
      from access.person p order by lower(p.name), p.id`.execute(tx);
    return rows;
  });
}
