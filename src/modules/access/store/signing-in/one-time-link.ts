import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { SignedIn } from '../../../../platform/http/page.ts';
import { DOORKEEPER } from '../person-store.ts';
import { endSessionsOf } from '../session-store.ts';
import { hashOf, hashPassword, newSecret } from './secrets.ts';

export const LINK_DAYS = 7;

/** The path of a link that works once, for a week. */
export async function makeLink(tx: Tx, person: Id): Promise<`/set-password/${string}`> {
  const secret = newSecret();
  await sql`insert into access.one_time_link (hash, person) values (${hashOf(secret)}, ${person})`.execute(tx);
  return `/set-password/${secret}`;
}

const openLink = (secret: string) => sql`
  from access.person p where p.active and p.id = (
    select person from access.one_time_link
    where hash = ${hashOf(secret)} and used_at is null and made_at > now() - make_interval(days => ${LINK_DAYS}))`;

/** Whose link it is; undefined when it was used, is too old, or never was. */
export async function personOfLink(db: Database, secret: string): Promise<SignedIn | undefined> {
  const { rows } = await db.as(DOORKEEPER, (tx) =>
    sql<SignedIn>`select p.id, p.name, p.email, p.roles ${openLink(secret)}`.execute(tx),
  );
  return rows[0];
}

/** Sets the password of the person of the link and uses the link up, with every other one of theirs. False when somebody was faster. */
export async function usePasswordLink(db: Database, secret: string, password: string): Promise<boolean> {
  const hash = await hashPassword(password);
  return db.as(DOORKEEPER, async (tx) => {
    const { rows } = await sql<{ person: Id }>`
      update access.one_time_link set used_at = now() where hash = ${hashOf(secret)} and used_at is null
        and made_at > now() - make_interval(days => ${LINK_DAYS}) returning person`.execute(tx);
    const person = rows[0]?.person;
    if (!person) return false;
    await sql`update access.one_time_link set used_at = now() where person = ${person} and used_at is null`.execute(tx);
    await setPassword(tx, person, hash);
    await endSessionsOf(tx, person);
    return true;
  });
}

/** Keeps the hash of a password, in place of an earlier one. */
export async function setPassword(tx: Tx, person: Id, hash: string): Promise<void> {
  await sql`insert into access.password (person, hash, set_at) values (${person}, ${hash}, now())
    on conflict (person) do update set hash = excluded.hash, set_at = excluded.set_at`.execute(tx);
}
