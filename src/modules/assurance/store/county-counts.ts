import { sql } from 'kysely';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { GAPS, type Gap, UNTOLD } from '../../../sight/span-kinds.ts';
import type { Register } from '../core/gap-words.ts';
import { type CountyTables, clocksIn, holdsOn, runsOn, type SpanTable, spansIn, stretches } from './county-tables.ts';

/** How many open children stand where on a day. `covered`, `missing` and `cannotTell` add up to `open`. */
export type StandingCounts = {
  readonly open: number;
  readonly covered: number;
  readonly missing: number;
  readonly cannotTell: number;
  /** Of the covered, those with another duty past its due day. */
  readonly lateOtherwise: number;
  readonly onAllFour: number;
  /** By gap: of whom it cannot be told, and it is not known to be missing. */
  readonly untold: Readonly<Record<Gap, number>>;
};

const COUNTED = ['open', ...GAPS, ...UNTOLD];

/** How many children are open on a day. */
export async function countOpen(tx: Tx, tables: SpanTable, on: LocalDate): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(distinct child) as open from ${spansIn(tables)} where "is" = 'open' and ${holdsOn(on)}`.execute(tx);
  return rows[0]?.open ?? 0;
}

/** One question for the whole council: every child who is open on the day, once. */
export async function countStanding(tx: Tx, tables: CountyTables, on: LocalDate): Promise<StandingCounts> {
  const { rows } = await sql<Omit<StandingCounts, 'untold'> & Record<Gap, number>>`
    with standing as (
      select child, bool_or("is" = 'open') as open,
        bool_or("is" = 'no-worker') as n, bool_or("is" = 'not-assessed') as a,
        bool_or("is" = 'not-seen') as s, bool_or("is" = 'no-plan') as p,
        bool_or("is" = 'cannot-tell:allocated') as un, bool_or("is" = 'cannot-tell:assessed') as ua,
        bool_or("is" = 'cannot-tell:seen') as us, bool_or("is" = 'cannot-tell:planned') as up
      from ${spansIn(tables)} where "is" = any(${COUNTED}::text[]) and ${holdsOn(on)} group by child
    ), late as (
      select distinct child from ${clocksIn(tables)}
      where verdict = 'overdue' and ${runsOn(on)} and (ended_on is null or ended_on > ${on}::date)
    )
    select count(*) as open,
      count(*) filter (where not (n or a or s or p) and not (un or ua or us or up)) as covered,
      count(*) filter (where n or a or s or p) as missing,
      count(*) filter (where not (n or a or s or p) and (un or ua or us or up)) as "cannotTell",
      count(*) filter (where not (n or a or s or p) and not (un or ua or us or up) and late.child is not null) as "lateOtherwise",
      count(*) filter (where n and a and s and p) as "onAllFour",
      count(*) filter (where un and not n) as "no-worker", count(*) filter (where ua and not a) as "not-assessed",
      count(*) filter (where us and not s) as "not-seen", count(*) filter (where up and not p) as "no-plan"
    from standing left join late using (child) where open`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('a count answered nothing');
  const untold = {
    'no-worker': row['no-worker'],
    'not-assessed': row['not-assessed'],
    'not-seen': row['not-seen'],
    'no-plan': row['no-plan'],
  };
  const { open, covered, missing, cannotTell, lateOtherwise, onAllFour } = row;
  return { open, covered, missing, cannotTell, lateOtherwise, onAllFour, untold };
}

/** A register on a day and a week before. */
export type RegisterCount = {
  readonly register: Register;
  readonly children: number;
  readonly before: number;
  readonly joined: number;
  readonly left: number;
  /** Days of the child who has been on it for longest; null when nobody is on it. */
  readonly longest: number | null;
};

/** The five registers on a day, or some of them, with who joined and who left since the same day of the week before. */
export async function countRegisters(
  tx: Tx,
  tables: SpanTable,
  on: LocalDate,
  kinds: readonly string[] = [...GAPS, ...UNTOLD],
): Promise<RegisterCount[]> {
  const week = addDays(on, -7);
  const { rows } = await sql<RegisterCount>`
    with ${stretches(tables, on, kinds)},
    both_days as (
      select child, case when "is" like 'cannot-tell:%' then 'cannot-tell' else "is" end as register,
        bool_or(${holdsOn(on)}) as now, bool_or(${holdsOn(week)}) as before
      from ${spansIn(tables)}
      where "is" = any(${[...kinds]}::text[]) and from_day <= ${on}::date
        and coalesce(until_day, 'infinity'::date) > ${week}::date
      group by 1, 2
    ), longest as (
      select case when kind like 'cannot-tell:%' then 'cannot-tell' else kind end as register,
        ${on}::date - min(since) + 1 as longest
      from stretch group by 1
    )
    select register, count(*) filter (where now) as children, count(*) filter (where before) as before,
      count(*) filter (where now and not before) as joined, count(*) filter (where before and not now) as "left",
      min(longest.longest) as longest
    from both_days left join longest using (register) group by register`.execute(tx);
  return rows;
}

/** One thing that cannot be told, of how many children, and since when the oldest. */
export type UntoldCount = {
  readonly kind: (typeof UNTOLD)[number];
  readonly because: string | null;
  readonly children: number;
  readonly oldest: LocalDate;
};

export async function countUntold(tx: Tx, tables: SpanTable, on: LocalDate): Promise<UntoldCount[]> {
  const { rows } = await sql<UntoldCount>`
    select "is" as kind, because, count(distinct child) as children, min(from_day) as oldest
    from ${spansIn(tables)} where "is" = any(${[...UNTOLD]}::text[]) and ${holdsOn(on)}
    group by 1, 2 order by 3 desc, 1, 2`.execute(tx);
  return rows;
}
