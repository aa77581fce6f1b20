import { randomUUID } from 'node:crypto';
import type { Id } from '../kernel/id.ts';
import { likenessesOf } from '../modules/people/store/find-children.ts';
import type { ImportContext } from '../modules/returns/imports/import-context.ts';
import type { Clock } from '../platform/clock/house-clock.ts';
import type { Database, Identity } from '../platform/database/database.ts';
import type { Statute } from '../statute/statute.ts';
import { entryRegistry } from './entry-registry.ts';
import { type Mark, noteTrialFiles } from './house-mark.ts';
import { houseProjections } from './house-projections.ts';

/** What the house gives an importer: the same append, with the same projections, as every page. */
export function importContext(
  house: { readonly db: Database; readonly clock: Clock; readonly mark: Mark; readonly statute: Statute },
  identity: Identity,
): ImportContext {
  const { db, clock, mark, statute } = house;
  const registry = entryRegistry();
  return {
    db,
    identity,
    now: clock.now,
    mark,
    statute,
    registry,
    projections: houseProjections(registry, statute),
    booksUnder: likenessesOf,
    noteTrialFiles,
    newId: () => randomUUID() as string as Id,
  };
}
