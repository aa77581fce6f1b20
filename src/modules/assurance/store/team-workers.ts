import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Grade, TeamKind } from '../../workforce/public.ts';
import { teamOfWorker } from './team-of-worker.ts';

/** A team as it is recorded now. */
export type TeamRow = {
  readonly team: Id;
  readonly name: string;
  readonly kind: TeamKind | null;
  readonly district: string | null;
  readonly managedBy: Id | null;
  readonly manager: string | null;
};

/** Every team, by name. */
export async function allTeams(tx: Tx): Promise<TeamRow[]> {
  const { rows } = await sql<TeamRow>`
    select t.book as team, t.name, t.kind, t.district, t.managed_by as "managedBy", w.name as manager
    from workforce.published_team t left join workforce.published_worker w on w.book = t.managed_by
    order by t.name, t.book`.execute(tx);
  return rows;
}

/** Somebody who works, or worked, for the council; the team is the last one they had by the day asked about. */
export type WorkerRow = {
  readonly worker: Id;
  readonly name: string;
  readonly grade: Grade | null;
  readonly agency: boolean | null;
  readonly team: Id | null;
  readonly teamName: string | null;
};

const workers = (on: LocalDate) => sql`
  select w.book as worker, w.name, w.grade, w.agency, t.team, t.name as "teamName"
  from workforce.published_worker w left join ${teamOfWorker(on)} t on t.worker = w.book`;

/** Everybody who was ever in a team, by name; of a null team, everybody. */
export async function workersOf(tx: Tx, team: Id | null, on: LocalDate): Promise<WorkerRow[]> {
  const { rows } = await sql<WorkerRow>`
    ${workers(on)} where ${team}::uuid is null or t.team = ${team} order by w.name, w.book`.execute(tx);
  return rows;
}

export async function workerBy(tx: Tx, worker: Id, on: LocalDate): Promise<WorkerRow | undefined> {
  const { rows } = await sql<WorkerRow>`${workers(on)} where w.book = ${worker}`.execute(tx);
  return rows[0];
}

/** The worker who signs in as this person: the same id, or the address that the worker's book says. */
export async function workerOfPerson(tx: Tx, person: { id: Id; email: string }): Promise<Id | null> {
  const { rows } = await sql<{ book: Id }>`
    select book from workforce.published_worker where book = ${person.id} or lower(email) = lower(${person.email})
    order by book <> ${person.id}, book limit 1`.execute(tx);
  return rows[0]?.book ?? null;
}
