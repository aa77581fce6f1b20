import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Identity, Tx } from '../../../../platform/database/database.ts';
import { appendIn } from '../../../../record/store/append.ts';
import type { Writing } from '../../../writing.ts';
import type { Role } from '../../core/permission.ts';
import { rightsAct } from '../../core/rights/decide-rights.ts';
import { rightsProjection } from './rights-projection.ts';
import { councilBook } from './write-in-council.ts';

/** Who stands at the beginning, before there is anybody who could let them in. */
export type FirstPerson = {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly mayGrant: readonly Role[];
};

export type FirstRights = Pick<Writing, 'registry' | 'newId'> & {
  readonly identity: Identity;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly because: string;
};

/** The house itself lets the first people of a new database in. Every later change is decided by a person. */
export async function giveFirstRights(
  tx: Tx,
  { identity, registry, newId, now, today, because }: FirstRights,
  people: readonly FirstPerson[],
): Promise<void> {
  const book = await councilBook(tx);
  const acts = people.map(({ id, name, email, roles, mayGrant }) =>
    rightsAct({ person: id, name, email, roles, active: true, mayGrant }, because, {
      today,
      book,
      ids: { act: newId(), entry: newId() },
    }),
  );
  const context = { identity, now: () => now, registry, projections: [rightsProjection], commandId: newId() };
  const written = await appendIn(tx, context, acts);
  if (!written.ok) throw new Error('Nobody else writes in a book that was opened just now.');
}
