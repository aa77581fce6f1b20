import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type FactsOfChild, factsOf } from './read-facts.ts';

/** Children read at a time: enough to keep the database busy, few enough to hold. */
const AT_A_TIME = 2000;

/** What was believed of every child at a moment, some children at a time, in the order of their ids. */
export async function* everyChild(tx: Tx, knownAt: Instant): AsyncGenerator<FactsOfChild> {
  let after: Id | null = null;
  for (;;) {
    const children: Id[] = await childrenAfter(tx, after);
    if (children.length === 0) return;
    yield await factsOf(tx, children, knownAt);
    after = children.at(-1) ?? null;
  }
}

async function childrenAfter(tx: Tx, after: Id | null): Promise<Id[]> {
  const { rows } = await sql<{ child: Id }>`
    select distinct identity as child from people.child_identity
    where ${after}::uuid is null or identity > ${after}::uuid
    order by child limit ${AT_A_TIME}`.execute(tx);
  return rows.map(({ child }) => child);
}

/** When the record first learnt anything about any child; null while it knows of none. */
export async function firstLearnt(tx: Tx): Promise<Instant | null> {
  const { rows } = await sql<{ first: Instant }>`
    select e.recorded_at as first from record.entry e join record.book b on b.id = e.book
    where b.kind = 'child' order by e.recorded_at limit 1`.execute(tx);
  return rows[0]?.first ?? null;
}
