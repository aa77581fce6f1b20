import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { accepted, type Result, refused } from '../../../../kernel/result.ts';
import type { Database, Identity, Tx } from '../../../../platform/database/database.ts';
import { appendIn } from '../../../../record/store/append.ts';
import type { Writing } from '../../../writing.ts';
import { decideLift } from '../../core/rights/decide-restriction.ts';
import { openWithReason } from '../openings/openings.ts';
import { peopleWhoMayOpen, restrictionOf } from './child-access.ts';
import { readRights } from './rights-store.ts';

type Lifting = {
  readonly identity: Identity;
  readonly by: Id;
  readonly now: Instant;
  readonly today: LocalDate;
  /** Any book of the child. */
  readonly book: Id;
  /** Ten letters or more. */
  readonly because: string;
};

export type LiftUnheldRefusal = { readonly code: 'not-director' } | { readonly code: 'nothing-to-lift' };

/**
 * Lifts a restriction that nobody who may open the record is left to lift: everybody named has gone, and no worker holds the
 * child. The director does it, unless they know the child; it stands as an opening with a reason, so every data protection
 * officer is told and looks at it. A record that somebody may open answers as one that is not restricted. `house` is the
 * house's own identity, which alone can see that nobody is left.
 */
export async function liftUnheld(
  db: Database,
  { registry, projections, newId }: Writing,
  house: Identity,
  { identity, by, now, today, book, because }: Lifting,
): Promise<Result<null, LiftUnheldRefusal>> {
  const found = await db.as(house, (tx) => unheld(tx, book, by));
  if (!found.ok) return found;
  const { entry, book: own, books } = found.value;
  const decided = decideLift(entry, because, { today, book: own, newId });
  if (!decided.ok) return refused({ code: 'nothing-to-lift' });
  const opened = { child: book, books, relation: 'accountable' };
  await db.as({ ...identity, opened }, async (tx) => {
    const context = { identity, now: () => now, registry, projections, commandId: decided.value.id };
    const written = await appendIn(tx, context, [decided.value]);
    if (!written.ok) throw new Error('Nothing was decided on that could have moved.');
    await openWithReason(tx, { id: newId(), person: by, child: book, reason: because });
  });
  return accepted(null);
}

type Unheld = { readonly entry: Id; readonly book: Id; readonly books: readonly Id[] };

async function unheld(tx: Tx, book: Id, by: Id): Promise<Result<Unheld, LiftUnheldRefusal>> {
  const asker = (await readRights(tx)).find(({ person, active }) => person === by && active);
  if (!asker?.roles.includes('director')) return refused({ code: 'not-director' });
  const standing = await standingOf(tx, by, book);
  if (!standing || standing.interest || (await peopleWhoMayOpen(tx, book)).length > 0)
    return refused({ code: 'nothing-to-lift' });
  const restriction = await restrictionOf(tx, standing.books);
  if (!restriction) return refused({ code: 'nothing-to-lift' });
  return accepted({ entry: restriction.entry, book: restriction.book, books: standing.books });
}

async function standingOf(tx: Tx, person: Id, book: Id) {
  const { rows } = await sql<{ interest: boolean; books: readonly Id[] }>`
    select interest, books from access.standing_towards(${person}, ${book})`.execute(tx);
  return rows[0];
}
