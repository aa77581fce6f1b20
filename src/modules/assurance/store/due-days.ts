import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { type CountyTables, clocksIn, runsOn } from './county-tables.ts';

/** Clocks of one duty that run on the day asked about and fall due on another. */
export type DueCount = { readonly duty: string; readonly due: LocalDate; readonly clocks: number };

/** What falls due from that day up to and including another, by duty and day. A due day that is not exact counts on its earliest. */
export async function countDue(tx: Tx, tables: CountyTables, on: LocalDate, until: LocalDate): Promise<DueCount[]> {
  const { rows } = await sql<DueCount>`
    select duty, due_from as due, count(*) as clocks from ${clocksIn(tables)}
    where verdict in ('not-due', 'due-soon') and ${runsOn(on)}
      and due_from >= ${on}::date and due_from <= ${until}::date and (ended_on is null or ended_on > ${on}::date)
    group by 1, 2 order by 1, 2`.execute(tx);
  return rows;
}
