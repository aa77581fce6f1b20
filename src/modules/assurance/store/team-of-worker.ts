import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { TeamCount } from '../core/funnel.ts';
import { holdsOn, type SpanTable, spansIn } from './county-tables.ts';

/**
 * The team of each worker on a day: a table `(worker, team, name, district, manager)`. Of a worker who has left it is the last
 * team, because the children who are still in that worker's name are that team's to answer for.
 */
export const teamOfWorker = (on: LocalDate): RawBuilder<unknown> => sql`(
  select distinct on (m.worker) m.worker, m.team, t.name, t.district, w.name as manager
  from workforce.published_membership m join workforce.published_team t on t.book = m.team
  left join workforce.published_worker w on w.book = t.managed_by
  where m.from_day is null or m.from_day <= ${on}::date
  order by m.worker, m.from_day desc nulls last)`;

/** The worker who is named as each child's holder on a day, also while they are away: a table `holder (child, party)`. */
export const holders = (tables: SpanTable, on: LocalDate): RawBuilder<unknown> => sql`
  holder as (
    select distinct on (child) child, party from ${spansIn(tables)}
    where "is" in ('held', 'no-worker') and party is not null and ${holdsOn(on)}
    order by child, "is", from_day desc
  )`;

export type TeamCounts = {
  readonly teams: readonly TeamCount[];
  /** Open children whom no named worker holds, or one without a team: they stand in no team's count. */
  readonly withoutTeam: { readonly open: number; readonly notSeen: number };
};

/** Of each team's open children, how many have not been seen in time. */
export async function countTeams(tx: Tx, tables: SpanTable, on: LocalDate): Promise<TeamCounts> {
  const { rows } = await sql<{ team: string | null; name: string; size: number; count: number }>`
    with ${holders(tables, on)},
    opened as (select distinct child from ${spansIn(tables)} where "is" = 'open' and ${holdsOn(on)}),
    late as (select distinct child from ${spansIn(tables)} where "is" = 'not-seen' and ${holdsOn(on)})
    select t.team, t.name, count(*) as size, count(late.child) as count
    from opened left join holder using (child) left join ${teamOfWorker(on)} t on t.worker = holder.party left join late using (child)
    group by 1, 2 order by 2, 1`.execute(tx);
  const none = rows.find(({ team }) => team === null);
  const teams = rows.flatMap(({ team, name, size, count }) => (team === null ? [] : [{ team, name, count, size }]));
  return { teams, withoutTeam: { open: none?.size ?? 0, notSeen: none?.count ?? 0 } };
}
