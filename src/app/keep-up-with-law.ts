import type { Database } from '../platform/database/database.ts';
import { lawChanged } from '../sight/store/law-changed.ts';
import { reckonAll } from '../sight/store/sight-projection.ts';
import type { Statute } from '../statute/statute.ts';
import { HOUSE } from './house-mark.ts';

/** After a new version of the law every clock is reckoned again, before anybody reads one. Answers how many books there were. */
export async function keepUpWithLaw(db: Database, statute: Statute): Promise<number> {
  if (!(await db.as(HOUSE, (tx) => lawChanged(tx, statute)))) return 0;
  return db.owner((tx) => reckonAll(tx, { law: statute }));
}
