import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { WorkerInPost } from '../core/decide-allocate-worker.ts';

/** A worker as a manager sees them who has to choose one. */
export type WorkerToChoose = WorkerInPost & {
  readonly grade: string | null;
  readonly team: string | null;
  readonly registeredUntil: LocalDate | null;
  readonly onLeaveFrom: LocalDate | null;
  readonly onLeaveUntil: LocalDate | null;
  /** How many children they hold now. */
  readonly holds: number;
};

/** Everybody who is in post, or has been, by team and name. */
export async function workersToChoose(tx: Tx): Promise<WorkerToChoose[]> {
  const { rows } = await sql<WorkerToChoose>`
    select w.book, w.name, w.joined_on as "joinedOn", w.left_on as "leftOn", w.grade, w.team,
      w.registered_until as "registeredUntil", w.on_leave_from as "onLeaveFrom", w.on_leave_until as "onLeaveUntil",
      (select count(*) from allocation.current c
        where c.worker = w.book and not exists (select from front_door.published_episode e
          where e.book = c.book having bool_and(e.over))) as holds
    from workforce.published_worker w order by w.team, w.name, w.book`.execute(tx);
  return rows;
}

/** Who holds a child now, as a page says it. */
export type Held = {
  /** The entry that says so, and why. */
  readonly entry: Id;
  readonly held: 'by-worker' | 'by-placeholder' | 'by-nobody';
  readonly worker: Id | null;
  readonly workerName: string | null;
  readonly placeholder: string | null;
  readonly manager: string | null;
  readonly since: LocalDate | null;
};

/** The last to happen in any of the child's books; null when nobody ever said who holds the child. */
export async function heldNow(tx: Tx, child: Id): Promise<Held | null> {
  const { rows } = await sql<Held>`
    select entry, held, worker, worker_name as "workerName", placeholder, manager, since_latest as since
    from allocation.current join people.published_child c using (book)
    where c.identity = (select identity from people.published_child where book = ${child}::uuid)
    order by since_latest desc nulls last limit 1`.execute(tx);
  return rows[0] ?? null;
}
