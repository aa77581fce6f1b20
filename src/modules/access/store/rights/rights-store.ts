import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { accepted, type Result, refused } from '../../../../kernel/result.ts';
import type { Database, Identity, Tx } from '../../../../platform/database/database.ts';
import type { Writing } from '../../../writing.ts';
import {
  decideSetRights,
  keepingLastAdministrator,
  type Rights,
  type RightsRefusal,
  rightsAct,
  type SetRights,
  sameRights,
} from '../../core/rights/decide-rights.ts';
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

/**
 * Sets what the council's own directory says that somebody may do, by the house's own hand, and writes nothing where it stands
 * already. Answers whether the last administrator stayed one against what the directory says.
 */
export async function setRightsOfDirectory(
  db: Database,
  writing: Writing,
  { identity, now, today }: Omit<AskedBy, 'by'>,
  rights: Rights,
  because: string,
): Promise<{ readonly keptAdministrator: boolean }> {
  let keptAdministrator = false;
  const commandId = writing.newId();
  await writeInCouncil(db, writing, { identity, now, commandId }, async (tx, book) => {
    const everybody = await readRights(tx);
    const after = keepingLastAdministrator(everybody, rights);
    keptAdministrator = after !== rights;
    const before = everybody.find(({ person }) => person === rights.person);
    if (before && sameRights(before, after)) return refused('nothing-changes');
    const why = keptAdministrator ? `${because}; still administrator, since nobody else could let people in` : because;
    return accepted(rightsAct(after, why, { today, book, ids: { act: commandId, entry: writing.newId() } }));
  });
  return { keptAdministrator };
}
