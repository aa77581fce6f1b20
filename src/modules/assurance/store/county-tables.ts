import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';

/**
 * Where the spans and clocks of one reading stand: the kept tables, or temporary ones of this transaction that were filled
 * from what was believed then. The pages' questions are the same for both.
 */
export type CountyTables = { readonly spans: string; readonly clocks: string };

export const spansIn = ({ spans }: CountyTables): RawBuilder<unknown> => sql.table(spans);
export const clocksIn = ({ clocks }: CountyTables): RawBuilder<unknown> => sql.table(clocks);

/** A span that holds on that day. */
export const holdsOn = (on: LocalDate): RawBuilder<unknown> =>
  sql`(from_day <= ${on}::date and (until_day is null or until_day > ${on}::date))`;

/** A piece of a clock that holds on that day. */
export const runsOn = (on: LocalDate): RawBuilder<unknown> =>
  sql`(first_day <= ${on}::date and (last_day is null or last_day >= ${on}::date))`;

/**
 * When each child's present stretch of some kinds began: spans that follow each other without a day between are one stretch,
 * so that a new reason does not begin the count anew. A table `stretch (child, kind, since)`.
 */
export const stretches = (tables: CountyTables, on: LocalDate, kinds: readonly string[]): RawBuilder<unknown> => sql`
  told as (
    select child, "is" as kind, from_day, until_day,
      max(coalesce(until_day, 'infinity'::date)) over (partition by child, "is" order by from_day, until_day
        rows between unbounded preceding and 1 preceding) as reach
    from ${spansIn(tables)} where "is" = any(${kinds}::text[]) and from_day <= ${on}::date
  ), numbered as (
    select child, kind, from_day, until_day,
      count(*) filter (where reach is null or from_day > reach) over (partition by child, kind order by from_day, until_day) as number
    from told
  ), stretch as (
    select child, kind, min(from_day) as since from numbered group by child, kind, number
    having bool_or(until_day is null or until_day > ${on}::date)
  )`;
