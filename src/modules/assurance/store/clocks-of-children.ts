import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import { type LocalDate, toEpochDay } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { isLateOn, standsOn } from '../../../sight/store/standing-clocks.ts';
import type { Verdict } from '../../../sight/verdict.ts';
import type { ListedClock } from '../../listed-clock.ts';
import type { ClocksOfChild } from '../core/caseload.ts';
import { type CountyTables, clocksIn, holdsOn, spansIn } from './county-tables.ts';

type Row = {
  readonly child: Id;
  readonly duty: string;
  readonly verdict: Verdict;
  readonly started: LocalDate | null;
  readonly due: LocalDate | null;
};

/** What stands in the clocks of some children on a day; a child without any is there with none. */
export async function clocksOfChildren(
  tx: Tx,
  tables: CountyTables,
  on: LocalDate,
  children: readonly Id[],
  mendable: readonly string[],
): Promise<Map<Id, ClocksOfChild>> {
  const { rows } = await sql<Row>`
    select child, duty, verdict, started_from as started,
      case when verdict = 'overdue' then due_until else due_from end as due
    from ${clocksIn(tables)}
    where child = any(${children}::uuid[]) and ${standsOn(on, mendable)}
    order by child, due nulls last, duty`.execute(tx);
  type Filling = { child: Id; late: ListedClock[]; ahead: ListedClock[]; untold: ListedClock[] };
  const found = new Map<Id, Filling>(children.map((child) => [child, { child, late: [], ahead: [], untold: [] }]));
  for (const { child, duty, verdict, started, due } of rows) {
    const startedOn = started === null ? null : toEpochDay(started);
    const clock = { duty, verdict, startedOn, dueOn: due === null ? null : toEpochDay(due) };
    const own = found.get(child);
    if (verdict === 'cannot-tell') own?.untold.push(clock);
    else if (verdict === 'not-due' || verdict === 'due-soon') own?.ahead.push(clock);
    else own?.late.push(clock);
  }
  return found;
}

/** How many duties are late in each worker's name. */
export async function countLate(
  tx: Tx,
  tables: CountyTables,
  on: LocalDate,
  mendable: readonly string[],
): Promise<Map<Id, number>> {
  const { rows } = await sql<{ worker: Id; late: number }>`
    with held as materialized (
      select distinct on (child) child, party from ${spansIn(tables)}
      where "is" = 'held' and ${holdsOn(on)} order by child, from_day desc
    )
    select held.party as worker, count(*)::int as late from held join ${clocksIn(tables)} using (child)
    where ${isLateOn(on, mendable)} group by 1`.execute(tx);
  return new Map(rows.map(({ worker, late }) => [worker, late]));
}
