import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { CoveredPerson } from '../../core/rights/decide-cover.ts';

/** Somebody for whom the asker may arrange a cover. */
export type Coverable = CoveredPerson & { readonly name: string };

type Row = {
  readonly person: Id;
  readonly name: string;
  readonly leaveFrom: LocalDate | null;
  readonly leaveUntil: LocalDate | null;
};

/** The asker, and everybody of the teams that they manage, with the leave that is recorded of each. */
export async function coverableBy(tx: Tx, asker: Id): Promise<Coverable[]> {
  const { rows } = await sql<Row>`
    with staff as (
      select p.id as person, p.name, w.book as worker, w.on_leave_from, w.on_leave_until
      from access.person p left join workforce.published_worker w on w.book = p.id or lower(w.email) = p.email
      where p.active
    ), mine as (
      select m.worker from staff me join workforce.published_team t on t.managed_by = me.worker
      join workforce.published_membership m on m.team = t.book and not m.over
      where me.person = ${asker}
    )
    select person, min(name) as name, min(on_leave_from) as "leaveFrom", min(on_leave_until) as "leaveUntil"
    from staff where person = ${asker} or worker in (select worker from mine)
    group by person order by bool_or(person = ${asker}) desc, lower(min(name)), person`.execute(tx);
  return rows.map(({ person, name, leaveFrom, leaveUntil }) => ({
    person,
    name,
    leave: leaveFrom === null ? null : { from: leaveFrom, until: leaveUntil },
  }));
}
