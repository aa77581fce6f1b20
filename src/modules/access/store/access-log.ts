import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { Database, Identity } from '../../../platform/database/database.ts';

/** Who opened what. Ids and fixed words: the log must be safe to show to the child's team and to the family. */
export type AccessEvent = {
  readonly at: Instant;
  readonly event: string;
  readonly outcome: 'shown' | 'done' | 'refused' | 'not-found' | 'not-permitted';
  readonly children: readonly Id[];
  /** What the person is to the child whose record was opened. */
  readonly relation?: string | null;
};

/** Writes one line in a transaction of its own. The answer waits for it: what could not be logged is not shown. */
export async function keepAccess(db: Database, identity: Identity, line: AccessEvent): Promise<void> {
  await db.as(identity, (tx) =>
    sql`insert into access.log (at, person, event, outcome, purpose, children, relation)
      values (${line.at}, ${identity.person}, ${line.event}, ${line.outcome}, ${identity.purpose}, ${[...line.children]}::uuid[],
        ${line.relation ?? null})`.execute(tx),
  );
}
