import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Database, Identity, Tx } from '../../../platform/database/database.ts';
import type { Writing } from '../../writing.ts';
import { decideSetRights, type Rights, type RightsRefusal, type SetRights } from '../core/decide-rights.ts';
import { writeInCouncil } from './write-in-council.ts';

/** What everybody may do, active or stopped, by name. */
export async function readRights(tx: Tx): Promise<Rights[]> {
  const { rows } = await sql<Rights>`
    select id as person, name, email, roles, active, may_grant as "mayGrant" from access.person order by name, id`.execute(
    tx,
  );
  return rows;
}

/** On whose behalf, and when. */
export type AskedBy = {
  readonly identity: Identity;
  readonly by: Id;
  readonly now: Instant;
  readonly today: LocalDate;
};

/** Sets what somebody may do: decided with the council's book locked, so that two administrators cannot stop each other at once. */
export function setRights(
  db: Database,
  writing: Writing,
  { identity, by, now, today }: AskedBy,
  command: SetRights,
  commandId: Id = writing.newId(),
): Promise<Result<unknown, RightsRefusal>> {
  return writeInCouncil(db, writing, { identity, now, commandId }, async (tx, book) =>
    decideSetRights(await readRights(tx), command, {
      by,
      today,
      book,
      ids: { act: commandId, entry: writing.newId() },
    }),
  );
}
