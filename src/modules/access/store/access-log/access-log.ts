import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Database, Identity } from '../../../../platform/database/database.ts';

/** Who opened what. Ids and fixed words: the log must be safe to show to the child's team and to the family. */
export type AccessEvent = {
  readonly at: Instant;
  readonly event: string;
  readonly outcome: 'shown' | 'done' | 'refused' | 'not-found' | 'not-permitted';
  readonly children: readonly Id[];
  /** What the person is to the child whose record was opened. */
  readonly relation?: string | null;
  /** The opening with a reason by which it was open. */
  readonly opening?: Id | null;
  /** What was taken away; null for what was looked at. */
  readonly what?: 'export' | 'print' | null;
};

/** Months that this process has found ready, or made so. */
const readyMonths = new WeakMap<Database, Set<string>>();

/** Writes one line in a transaction of its own. The answer waits for it: what could not be logged is not shown. */
export async function keepAccess(db: Database, identity: Identity, line: AccessEvent): Promise<void> {
  await readyLog(db, identity, line.at);
  await db.as(identity, (tx) =>
    sql`insert into access.log (at, person, event, outcome, purpose, children, relation, opening, what)
      values (${line.at}, ${identity.person}, ${line.event}, ${line.outcome}, ${identity.purpose}, ${[...line.children]}::uuid[],
        ${line.relation ?? null}, ${line.opening ?? null}, ${line.what ?? null})`.execute(tx),
  );
}

/** Makes the month of a line ready, and the two after it: once a month and process, in a transaction that may fail alone. */
async function readyLog(db: Database, identity: Identity, at: Instant): Promise<void> {
  const month = at.slice(0, 7);
  const ready = readyMonths.get(db) ?? new Set<string>();
  if (ready.has(month)) return;
  await db.as(identity, (tx) => sql`select access.ready_log(${`${month}-01`}::date)`.execute(tx));
  readyMonths.set(db, ready.add(month));
}
