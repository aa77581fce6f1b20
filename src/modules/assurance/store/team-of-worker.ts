import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { TeamCount } from '../core/funnel.ts';
import { type CountyTables, holdsOn, spansIn } from './county-tables.ts';

/** Which team each worker is in: a table `(worker, team)`. A child's team is that of the worker who is named as its holder. */
export const teamOfWorker: RawBuilder<unknown> = sql`(select book as worker, team from workforce.published_worker)`;

/** The worker who is named as each child's holder on a day, also while they are away: a table `holder (child, party)`. */
export const holders = (tables: CountyTables, on: LocalDate): RawBuilder<unknown> => sql`
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
export async function countTeams(tx: Tx, tables: CountyTables, on: LocalDate): Promise<TeamCounts> {
  const { rows } = await sql<{ team: string | null; size: number; count: number }>`
    with ${holders(tables, on)},
    opened as (select distinct child from ${spansIn(tables)} where "is" = 'open' and ${holdsOn(on)}),
    late as (select distinct child from ${spansIn(tables)} where "is" = 'not-seen' and ${holdsOn(on)})
    select t.team, count(*) as size, count(late.child) as count
    from opened left join holder using (child) left join ${teamOfWorker} t on t.worker = holder.party left join late using (child)
    group by t.team order by t.team`.execute(tx);
  const none = rows.find(({ team }) => team === null);
  const teams = rows.flatMap(({ team, size, count }) => (team === null ? [] : [{ team, name: team, count, size }]));
  return { teams, withoutTeam: { open: none?.size ?? 0, notSeen: none?.count ?? 0 } };
}
