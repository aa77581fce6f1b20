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
  const { rows } = await sql<Pick<OpenDisagreements, 'kinds' | 'withdrawn' | 'identities' | 'unidentified'>>`
    select array(select distinct kind from returns.import_run where state = 'done' order by kind) as kinds,
      (select count(*) from (select distinct w.run, w.book, a.group_key from returns.withdrawal w
        join returns.attestation a using (source_kind, book, key)
        where w.confirmed_at is null and not a.withdrawn) as gone) as withdrawn,
      (select count(*) from (select distinct least(identity, with_identity), greatest(identity, with_identity)
        from people.published_book_pair where state = 'in-doubt') as pair) as identities,
      (select coalesce(sum(set_aside), 0) from (
        select distinct on (kind, window_from, window_until) (counts -> 'children' ->> 'setAside')::int as set_aside
        from returns.import_run where state = 'done'
        order by kind, window_from, window_until, asked_at desc) as last) as unidentified`.execute(tx);
  const counted = rows[0] ?? { kinds: [], withdrawn: 0, identities: 0, unidentified: 0 };
  return { ...counted, events, children };
}
