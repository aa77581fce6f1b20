import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';

/**
 * Where the spans and clocks of one reading stand: the kept tables, or temporary ones of this transaction that were filled
 * from what was believed then. The pages' questions are the same for both.
 */
export type CountyTables = { readonly spans: string; readonly clocks: string };

/** For questions that no clock answers: to fill a table of clocks as known then takes its time. */
export type SpanTable = Pick<CountyTables, 'spans'>;

/** Counting a county sorts 100,000 spans: in memory, for this transaction, and not by way of the disk. */
export const withRoomToCount = async (tx: Tx): Promise<void> => {
  await sql`select set_config('work_mem', '48MB', true)`.execute(tx);
};

export const spansIn = ({ spans }: SpanTable): RawBuilder<unknown> => sql.table(spans);
export const clocksIn = ({ clocks }: CountyTables): RawBuilder<unknown> => sql.table(clocks);

/** A span that holds on that day; written as `span_until` is, so that those that are over are not looked at. */
export const holdsOn = (on: LocalDate): RawBuilder<unknown> =>
  sql`(from_day <= ${on}::date and coalesce(until_day, 'infinity'::date) > ${on}::date)`;

/** A piece of a clock that holds on that day. */
export const runsOn = (on: LocalDate): RawBuilder<unknown> =>
  sql`(first_day <= ${on}::date and (last_day is null or last_day >= ${on}::date))`;

/**
 * When each child's present stretch of some kinds began: spans that follow each other without a day between are one stretch,
 * so that a new reason does not begin the count anew. Tables `present (child, kind)` and `stretch (child, kind, since)`.
 */
export const stretches = (tables: SpanTable, on: LocalDate, kinds: readonly string[]): RawBuilder<unknown> => sql`
  present as materialized (
    select distinct child, "is" as kind from ${spansIn(tables)} where "is" = any(${kinds}::text[]) and ${holdsOn(on)}
  ), told as (
    select s.child, p.kind, s.from_day, s.until_day,
      max(coalesce(s.until_day, 'infinity'::date)) over (partition by s.child, p.kind order by s.from_day, s.until_day
        rows between unbounded preceding and 1 preceding) as reach
    from present p join ${spansIn(tables)} s on s.child = p.child and s."is" = p.kind
    where s."is" = any(${kinds}::text[]) and s.from_day <= ${on}::date
  ), stretch as (
    select child, kind, max(from_day) filter (where reach is null or from_day > reach) as since from told group by child, kind
  )`;
