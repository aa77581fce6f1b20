import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { Database, Identity, Tx } from '../../../platform/database/database.ts';
import type { SignedIn } from '../../../platform/http/page.ts';
import type { Role } from '../core/permission.ts';

/** Who looks up whose e-mail address it is, before anybody is known. */
export const DOORKEEPER: Identity = { person: 'sign-in', purpose: 'request' };

type NewPerson = {
  readonly id: Id;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly addedAt: Instant;
  /** True unless told. */
  readonly active?: boolean;
  /** What they, as an administrator, may pass on; nothing unless told. */
  readonly mayGrant?: readonly Role[];
};

/**
 * Adds somebody who may sign in. Answers false, and changes nothing, when the address is taken. Rights are entries: everything
 * but the table's own projection says `rights-set` instead.
 */
export async function addPerson(tx: Tx, person: NewPerson): Promise<boolean> {
  const { id, email, name, roles, addedAt, active = true, mayGrant = [] } = person;
  const { numAffectedRows } = await sql`
    insert into access.person (id, email, name, roles, active, may_grant, added_at, added_by)
    values (${id}, ${email}, ${name}, ${[...roles]}, ${active}, ${[...mayGrant]}, ${addedAt},
      coalesce(nullif(current_setting('sightline.person', true), ''), 'house'))
    on conflict (email) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** The active person of an e-mail address. */
export async function personByEmail(db: Database, email: string): Promise<SignedIn | undefined> {
  const { rows } = await db.as(DOORKEEPER, (tx) =>
    sql<SignedIn>`select id, name, email, roles from access.person where email = ${email.trim().toLowerCase()} and active`.execute(
      tx,
    ),
  );
  return rows[0];
}

/** Everybody who may sign in, by name. */
export async function listPeople(tx: Tx): Promise<SignedIn[]> {
  const { rows } =
    await sql<SignedIn>`select id, name, email, roles from access.person where active order by name, id`.execute(tx);
  return rows;
}
