import type { Id } from '../../src/kernel/id.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { appendHistory, type HistoryContext } from '../../src/record/store/append-history.ts';
import type { Told } from '../../src/record/told.ts';
import { toldOfChildrenInDanger } from './children-in-danger.ts';
import { toldOfChildrenOf2013 } from './children-of-2013.ts';
import { toldOfChildrenWithPlans } from './children-with-plans.ts';
import { toldOfAccess } from './hand-made-access.ts';
import { toldOfWorkforce } from './hand-made-people.ts';
import { toldOfPolicies } from './hand-made-policies.ts';
import { toldOfSafiyaAndZayn } from './safiya-and-zayn.ts';
import { toldOfPlaces } from './where-they-live.ts';

export { type HandMadePerson, handMadePeople } from './hand-made-people.ts';

/** All that anybody wrote in the invented county, in the order in which it was written. */
export const toldByHand = (councilBook: Id): Told[] =>
  [
    ...toldOfWorkforce,
    ...toldOfPolicies(councilBook),
    ...toldOfChildrenOf2013,
    ...toldOfSafiyaAndZayn,
    ...toldOfChildrenInDanger,
    ...toldOfChildrenWithPlans,
    ...toldOfPlaces,
    ...toldOfAccess(councilBook),
  ].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));

export type HandMadeContext = HistoryContext & {
  readonly db: Database;
  /** The book of the council that the database was made for. */
  readonly councilBook: Id;
};

/**
 * Writes the hand-made children and workers into an invented database, each act as of the day on which it was written.
 * Do so before anybody reads: a mark that was served forbids earlier entries. Breaking off and doing it again is safe.
 * Answers the number of entries.
 */
export async function loadHandMade({ db, councilBook, ...context }: HandMadeContext): Promise<number> {
  return appendHistory(db, context, toldByHand(councilBook));
}
