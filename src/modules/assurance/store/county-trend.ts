import { sql } from 'kysely';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { GAPS, type Gap } from '../../../sight/span-kinds.ts';
import { type CountyTables, spansIn } from './county-tables.ts';

/** Three years, and the week that they are compared from. */
export const TREND_WEEKS = 156;

/** How many children on one day: open, with each gap, and with at least one. */
export type WeekCount = { readonly on: LocalDate; readonly open: number; readonly any: number } & Readonly<
  Record<Gap, number>
>;

/**
 * The same day of every week for three years, oldest first, in one pass: a child's spans of one kind are joined, and each
 * joined span adds one where it begins and takes one away where it ends. Weeks before anybody was open are left out: the
 * record did not look then.
 */
export async function weeklyCounts(tx: Tx, tables: CountyTables, on: LocalDate): Promise<WeekCount[]> {
  const first = addDays(on, -TREND_WEEKS * 7);
  const { rows } = await sql<{ kind: string; week: number; step: number }>`
    with joined as (
      select child, "is" as kind, range_agg(daterange(from_day, until_day)) as days from ${spansIn(tables)}
      where "is" = any(${['open', ...GAPS]}::text[]) and from_day <= ${on}::date and (until_day is null or until_day > ${first}::date)
      group by 1, 2
      union all
      select child, 'any', range_agg(daterange(from_day, until_day)) from ${spansIn(tables)}
      where "is" = any(${[...GAPS]}::text[]) and from_day <= ${on}::date and (until_day is null or until_day > ${first}::date)
      group by 1
    ), part as (
      select kind, lower(day) as begins, upper(day) as ends from joined cross join lateral unnest(days) as day
    ), step as (
      select kind, greatest(0, ceil((begins - ${first}::date) / 7.0))::int as week, 1 as step from part
      union all
      select kind, ceil((ends - ${first}::date) / 7.0)::int, -1 from part where ends is not null
    )
    select kind, week, sum(step)::int as step from step where week <= ${TREND_WEEKS} group by 1, 2`.execute(tx);
  return summed(rows, first);
}

function summed(steps: readonly { kind: string; week: number; step: number }[], first: LocalDate): WeekCount[] {
  const by = new Map(steps.map(({ kind, week, step }) => [`${kind} ${week}`, step]));
  const now: Record<string, number> = {};
  const weeks = Array.from({ length: TREND_WEEKS + 1 }, (_, week) => {
    for (const kind of ['open', 'any', ...GAPS]) now[kind] = (now[kind] ?? 0) + (by.get(`${kind} ${week}`) ?? 0);
    return { on: addDays(first, week * 7), ...now } as unknown as WeekCount;
  });
  const begins = weeks.findIndex(({ open }) => open > 0);
  return begins < 0 ? [] : weeks.slice(begins);
}
