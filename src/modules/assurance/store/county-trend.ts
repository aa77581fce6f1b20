import { sql } from 'kysely';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { GAPS, type Gap } from '../../../sight/span-kinds.ts';
import { type SpanTable, spansIn } from './county-tables.ts';

/** Three years, and the week that they are compared from. */
export const TREND_WEEKS = 156;

/** How many children on one day: open, with each gap, and with at least one. */
export type WeekCount = { readonly on: LocalDate; readonly open: number; readonly any: number } & Readonly<
  Record<Gap, number>
>;

/** Counted by their place from 1; nought is any of the gaps. */
const KINDS = ['open', ...GAPS] as const;

/**
 * The same day of every week for three years, oldest first, in one pass: each span adds one where it begins, or where an
 * earlier one of the child ends that still reaches over it, and takes one away where it ends.
 * A span that lies between two of the days is not counted, and not sorted. Weeks before anybody was open are left out: the record did not look then.
 */
export async function weeklyCounts(tx: Tx, tables: SpanTable, on: LocalDate): Promise<WeekCount[]> {
  const first = addDays(on, -TREND_WEEKS * 7);
  const { rows } = await sql<{ kind: number; week: number; step: number }>`
    with told as (
      select child, array_position(${[...KINDS]}::text[], "is") as kind,
        greatest(0, (from_day - ${first}::date + 6) / 7) as begins,
        case when until_day <= ${on}::date then (until_day - ${first}::date + 6) / 7 else ${TREND_WEEKS + 1} end as ends
      from ${spansIn(tables)}
      where "is" = any(${[...KINDS]}::text[]) and from_day <= ${on}::date and coalesce(until_day, 'infinity'::date) > ${first}::date
    ), counted as materialized (
      select * from told where begins < ends
    ), part as (
      select kind, greatest(begins, reach) as begins, ends, count(*) as times from (
        select kind, begins, ends, max(ends) over (partition by child, kind order by begins
          rows between unbounded preceding and 1 preceding) as reach
        from counted
        union all
        select 0, begins, ends, max(ends) over (partition by child order by begins
          rows between unbounded preceding and 1 preceding)
        from counted where kind > 1
      ) as reached where reach is null or ends > reach group by 1, 2, 3
    )
    select kind, week, sum(step)::int as step
    from part cross join lateral (values (begins, times), (ends, -times)) as edge (week, step)
    where week <= ${TREND_WEEKS} group by 1, 2`.execute(tx);
  return summed(rows, first);
}

function summed(steps: readonly { kind: number; week: number; step: number }[], first: LocalDate): WeekCount[] {
  const by = new Map(steps.map(({ kind, week, step }) => [`${kind} ${week}`, step]));
  const now: Record<string, number> = {};
  const weeks = Array.from({ length: TREND_WEEKS + 1 }, (_, week) => {
    for (const [kind, name] of ['any', ...KINDS].entries())
      now[name] = (now[name] ?? 0) + (by.get(`${kind} ${week}`) ?? 0);
    return { on: addDays(first, week * 7), ...now } as unknown as WeekCount;
  });
  const begins = weeks.findIndex(({ open }) => open > 0);
  return begins < 0 ? [] : weeks.slice(begins);
}
