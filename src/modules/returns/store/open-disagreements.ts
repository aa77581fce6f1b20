import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import type { FileKind } from '../../../record/entry.ts';
import { countDisputes } from './disputed-events.ts';

/** What waits for a person because files, or what stands under one council id, do not fit together. */
export type OpenDisagreements = {
  /** Kinds of file that were loaded: with one alone there is nothing to compare. */
  readonly kinds: readonly FileKind[];
  /** Events of which two kinds of file say different things, and of how many children. */
  readonly events: number;
  readonly children: number;
  /** Groups that a later file took back and nobody has confirmed. */
  readonly withdrawn: number;
  /** Pairs of children under one council id. */
  readonly identities: number;
  /** Children whom the last file of each kind and window names without an id: they stand in no book. */
  readonly unidentified: number;
};

/** Counts all that waits. Nothing here is personal: the county page may show it. */
export async function openDisagreements(tx: Tx): Promise<OpenDisagreements> {
  const { events, children } = await countDisputes(tx, false);
  const identities = await pairsInDoubt(tx);
  const { rows } = await sql<Pick<OpenDisagreements, 'kinds' | 'withdrawn' | 'unidentified'>>`
    select array(select distinct kind from returns.import_run where state = 'done' order by kind) as kinds,
      (select count(*) from (select distinct w.run, w.book, a.group_key from returns.withdrawal w
        join returns.attestation a using (source_kind, book, key)
        where w.confirmed_at is null and not a.withdrawn) as gone) as withdrawn,
      (select coalesce(sum(set_aside), 0) from (
        select distinct on (kind, window_from, window_until) (counts -> 'children' ->> 'setAside')::int as set_aside
        from returns.import_run where state = 'done'
        order by kind, window_from, window_until, asked_at desc) as last) as unidentified`.execute(tx);
  const counted = rows[0] ?? { kinds: [], withdrawn: 0, unidentified: 0 };
  return { ...counted, events, children, identities };
}

/** Pairs of children under one council id. Asked of the few ids that stand in several books: of all, it would join the county to itself. */
async function pairsInDoubt(tx: Tx): Promise<number> {
  const several = await sql<{ id: string }>`
    select council_child_id as id from people.published_shared_id`.execute(tx);
  if (several.rows.length === 0) return 0;
  const { rows } = await sql<{ pairs: number }>`
    select count(*) as pairs from (select distinct least(p.identity, p.with_identity), greatest(p.identity, p.with_identity)
      from people.published_child c join people.published_book_pair p on p.book = c.book
      where p.state = 'in-doubt' and c.council_child_id = any(${several.rows.map(({ id }) => id)}::text[])) as pair`.execute(
    tx,
  );
  return rows[0]?.pairs ?? 0;
}
