import { sql } from 'kysely';
import type { Tx } from '../../../../platform/database/database.ts';
import { type DataOf, isEntryOf } from '../../../../record/define-entry.ts';
import type { Entry } from '../../../../record/entry.ts';
import type { Projection } from '../../../../record/store/append.ts';
import { rightsSet } from '../../core/rights/rights-set.entry.ts';
import { addPerson } from '../person-store.ts';
import { endSessionsOf } from '../session-store.ts';

type Rights = DataOf<typeof rightsSet>;

/** Rights change at once: the table of people with the entry that says so, and whoever they changed for signs in anew. */
export const rightsProjection: Projection = async (tx, written) => {
  for (const entry of written) if (isEntryOf(rightsSet, entry)) await setRights(tx, entry);
};

async function setRights(tx: Tx, { data, recordedAt }: Entry<Rights>): Promise<void> {
  const { person, name, email, roles, active, mayGrant } = data;
  const { rows } = await sql<{ roles: readonly string[]; active: boolean }>`
    select roles, active from access.person where id = ${person} for update`.execute(tx);
  const [before] = rows;
  if (!before) {
    if (!(await addPerson(tx, { id: person, email, name, roles, active, mayGrant, addedAt: recordedAt })))
      throw new Error('Rights were given to somebody whose address is another’s.');
    return;
  }
  // An account that stopped for not being used is let in again by whoever says that it is active.
  await sql`update access.person set email = ${email}, name = ${name}, roles = ${roles}, active = ${active},
    may_grant = ${mayGrant}, woken_at = case when ${active} then now() else woken_at end where id = ${person}`.execute(
    tx,
  );
  if (before.active !== active || !sameRoles(before.roles, roles)) await endSessionsOf(tx, person);
}

const sameRoles = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((role) => other.includes(role));
