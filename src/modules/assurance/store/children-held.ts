import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { type CountyTables, holdsOn, spansIn } from './county-tables.ts';

/** An open child in a worker's name. */
export type HeldChild = {
  readonly child: Id;
  readonly worker: Id;
  /** Since when the worker has been named without a break. */
  readonly since: LocalDate;
  /** Why the worker who is named does not hold the child on the day; null where they do. */
  readonly because: string | null;
  readonly notSeen: boolean;
  /** Nobody can tell whether the child was seen in time. */
  readonly seenUntold: boolean;
};

/**
 * The children whom the pages of these workers can show of a day as it was known at a moment: whoever was ever in their name and
 * was open that day, or of whom anything was learnt since. Of the others nothing was learnt, so that they were not open then either.
 * Asked of each child alone: an "exists" might be answered by reading every fact of the county.
 */
export async function everHeldBy(tx: Tx, workers: readonly Id[], { on, knownAt }: Day): Promise<Id[]> {
  const { rows } = await sql<{ child: Id }>`
    with ever as (
      select distinct coalesce(i.identity, f.child) as child
      from sight.fact f left join people.published_identity i on i.book = f.child
      where f.party = any(${workers}::uuid[])
    ), own as (
      select child, child as book from ever
      union select e.child, p.book from ever e join people.published_identity p on p.identity = e.child
    )
    select distinct child from own
    where (select true from sight.span s where s.child = own.child and s."is" = 'open' and ${holdsOn(on)} limit 1)
      or (select true from sight.fact f where f.child = own.book and f.believed_from > ${knownAt} limit 1)
      or (select true from sight.retraction r where r.book = own.book and r.believed_until > ${knownAt} limit 1)`.execute(
    tx,
  );
  return rows.map(({ child }) => child);
}

type Day = { readonly on: LocalDate; readonly knownAt: Instant };

/** The open children in the names of these workers on a day, also while the worker is away. */
export async function childrenHeldBy(
  tx: Tx,
  tables: CountyTables,
  on: LocalDate,
  workers: readonly Id[],
): Promise<HeldChild[]> {
  const { rows } = await sql<HeldChild>`
    with own as (
      select distinct on (child) child, party as worker, from_day as since from ${spansIn(tables)}
      where "is" = 'held' and party = any(${workers}::uuid[]) and ${holdsOn(on)} order by child, from_day desc
    ), lacks as (
      select child, min(because) filter (where "is" = 'no-worker') as because, bool_or("is" = 'not-seen') as not_seen,
        bool_or("is" = 'cannot-tell:seen') as untold
      from ${spansIn(tables)}
      where child in (select child from own) and "is" in ('no-worker', 'not-seen', 'cannot-tell:seen') and ${holdsOn(on)}
      group by child
    )
    select child, worker, since, because, coalesce(not_seen, false) as "notSeen",
      coalesce(untold and not not_seen, false) as "seenUntold"
    from own left join lacks using (child) order by child`.execute(tx);
  return rows;
}

/** An open child whom nobody holds, and in whose name they were last. */
export type UnallocatedChild = {
  readonly child: Id;
  /** The first day of the present stretch without anybody; a new reason does not begin it anew. */
  readonly since: LocalDate;
  readonly because: string | null;
  readonly worker: Id | null;
};

/** Every open child whom nobody holds on a day, longest first. */
export async function unallocatedOn(tx: Tx, tables: CountyTables, on: LocalDate): Promise<UnallocatedChild[]> {
  const { rows } = await sql<UnallocatedChild>`
    with present as (
      select distinct on (child) child, because, party from ${spansIn(tables)}
      where "is" = 'no-worker' and ${holdsOn(on)} order by child, from_day desc
    ), own as (
      select child, "is", from_day, coalesce(until_day, 'infinity'::date) as until_day, party from ${spansIn(tables)}
      where child in (select child from present) and "is" in ('held', 'no-worker') and from_day <= ${on}::date
    ), begun as (
      select child, max(from_day) as since from own
      where "is" = 'no-worker' and not exists (
        select from own as before where before.child = own.child and before."is" = 'no-worker'
          and before.from_day < own.from_day and before.until_day >= own.from_day)
      group by child
    ), last_held as (
      select distinct on (child) child, party from own where "is" = 'held' order by child, from_day desc
    )
    select p.child, b.since, p.because, coalesce(p.party, l.party) as worker
    from present p join begun b using (child) left join last_held l using (child)
    order by b.since, p.child`.execute(tx);
  return rows;
}

/** The children in each worker's name, and how many of them were not seen in time; null: of nobody's name. */
export type HeldCount = { readonly worker: Id | null; readonly children: number; readonly notSeen: number };

/** Every open child on a day, counted by the worker who is named. */
export async function countHeld(tx: Tx, tables: CountyTables, on: LocalDate): Promise<HeldCount[]> {
  const { rows } = await sql<HeldCount>`
    with opened as (select distinct child from ${spansIn(tables)} where "is" = 'open' and ${holdsOn(on)}),
    held as (
      select distinct on (child) child, party from ${spansIn(tables)}
      where "is" = 'held' and ${holdsOn(on)} order by child, from_day desc
    ), late as (select distinct child from ${spansIn(tables)} where "is" = 'not-seen' and ${holdsOn(on)})
    select held.party as worker, count(*)::int as children, count(late.child)::int as "notSeen"
    from opened left join held using (child) left join late using (child) group by 1`.execute(tx);
  return rows;
}
