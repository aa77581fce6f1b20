import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { FileKind } from '../../../record/entry.ts';
import type { SlotContent } from '../core/deciding.ts';
import type { DisputedEvent, SourceSays } from '../core/reconcile/disputed-event.ts';

/** Where an event of which files disagree is found: the child's book, and the key within it. */
export type EventKey = { readonly book: Id; readonly key: string };

/** Which events are asked for. A pair of kinds is in the order of their names. */
export type DisputeFilter = {
  readonly kinds: readonly [FileKind, FileKind] | null;
  readonly field: string | null;
  readonly settled: boolean;
};

/** How many events two kinds of file differ on in one field. */
export type DisputeCount = {
  readonly one: FileKind;
  readonly other: FileKind;
  readonly field: string;
  readonly events: number;
};

export type DisputeCounts = {
  readonly events: number;
  readonly children: number;
  readonly by: readonly DisputeCount[];
};

/** Events of which files disagree and that nobody has settled (or that somebody has), however they are filtered below. */
export async function countDisputes(tx: Tx, settled: boolean): Promise<DisputeCounts> {
  const { rows } = await sql<DisputeCounts>`
    with disputed as materialized (
      select book, key, field, one_kind, other_kind from returns.disagreement where settled = ${settled})
    select (select count(*) from (select distinct book, key from disputed) as event) as events,
      (select count(distinct book) from disputed) as children,
      coalesce((select jsonb_agg(counted order by counted.events desc, one, other, field) from (
        select one_kind as one, other_kind as other, field, count(*) as events
        from disputed group by one_kind, other_kind, field) as counted), '[]') as by`.execute(tx);
  return rows[0] ?? { events: 0, children: 0, by: [] };
}

/** A page of the events that are asked for, in the order of the council's ids, and how many there are in all. */
export async function listDisputes(
  tx: Tx,
  { kinds, field, settled }: DisputeFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly events: DisputedEvent[]; readonly of: number }> {
  const [one = null, other = null] = kinds ?? [];
  const { rows } = await sql<EventKey & { of: number }>`
    select book, key, count(*) over () as of from returns.disagreement
    where settled = ${settled} and (${one}::text is null or (one_kind = ${one} and other_kind = ${other}))
      and (${field}::text is null or field = ${field})
    group by la_child_id, book, key order by la_child_id, book, key limit ${limit} offset ${offset}`.execute(tx);
  return { events: await disputedEvents(tx, rows), of: rows[0]?.of ?? 0 };
}

type DisputeRow = {
  readonly book: Id;
  readonly key: string;
  readonly la_child_id: string;
  readonly group_key: string;
  readonly fields: string[];
  readonly settled: boolean;
};
type SaidRow = EventKey & {
  readonly kind: FileKind;
  readonly until: LocalDate;
  readonly entry: Id;
  readonly content: SlotContent | null;
};

/** These events with all that files say of them, in the order asked. One of which no two files differ is absent. */
export async function disputedEvents(tx: Tx, keys: readonly EventKey[]): Promise<DisputedEvent[]> {
  if (keys.length === 0) return [];
  const asked = sql`(select * from unnest(${keys.map(({ book }) => book)}::uuid[], ${keys.map(({ key }) => key)}::text[]) as asked (book, key)) as asked`;
  const { rows } = await sql<DisputeRow>`
    select book, key, min(la_child_id) as la_child_id, min(group_key) as group_key,
      array_agg(distinct field order by field) as fields, bool_and(settled) as settled
    from ${asked} join returns.disagreement using (book, key) group by book, key`.execute(tx);
  const { rows: said } = await sql<SaidRow>`
    select book, key, source_kind as kind, window_until as until, entry, content
    from ${asked} join returns.attestation using (book, key) where not withdrawn order by source_kind`.execute(tx);
  return keys.flatMap(({ book, key }) => {
    const row = rows.find((each) => each.book === book && each.key === key);
    if (!row) return [];
    const sources = said
      .filter((each) => each.book === book && each.key === key)
      .map(({ kind, until, entry, content }): SourceSays => ({ kind, until, entry, on: null, said: {}, ...content }));
    const { la_child_id: laChildId, group_key: group, fields, settled } = row;
    return [{ book, laChildId, key, group, sources, fields, settled }];
  });
}

/** The event that a file's entry tells of, when another kind of file says otherwise of it. */
export async function disputeOfEntry(tx: Tx, entry: Id): Promise<DisputedEvent | null> {
  const { rows } = await sql<EventKey>`
    select a.book, a.key from returns.attestation a
    where a.book = (select book from record.entry where id = ${entry}) and a.entry = ${entry}`.execute(tx);
  return (await disputedEvents(tx, rows))[0] ?? null;
}

/** What of these books files disagree on and nobody has settled. */
export async function openDisputesOf(tx: Tx, books: readonly Id[]): Promise<DisputedEvent[]> {
  const { rows } = await sql<EventKey>`
    select distinct book, key from returns.disagreement
    where book = any(${books}::uuid[]) and not settled order by book, key`.execute(tx);
  return disputedEvents(tx, rows);
}
