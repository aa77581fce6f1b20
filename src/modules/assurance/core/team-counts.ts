import type { Id } from '../../../kernel/id.ts';
import { type Funnel, type FunnelTeam, funnelOf } from './funnel.ts';

/** What is counted in each worker's name. */
export type CountOfWorker = {
  readonly worker: Id | null;
  readonly children: number;
  readonly notSeen: number;
};

/** A team beside the others. */
export type TeamLine = FunnelTeam & {
  readonly inPost: number;
  /** Open children in the name of one of its workers, also of one who is away or has left. */
  readonly children: number;
  /** Children whom nobody holds and who were last in the name of one of its workers. */
  readonly unallocated: number;
  readonly late: number;
};

export type TeamCountsAsked = {
  readonly teams: readonly { readonly team: Id; readonly name: string; readonly managedBy: Id | null }[];
  /** Workers with the team that each belongs to, or last belonged to; the manager is not counted as in post. */
  readonly workers: readonly { readonly worker: Id; readonly team: Id | null; readonly inPost: boolean }[];
  readonly held: readonly CountOfWorker[];
  readonly unallocated: readonly { readonly worker: Id | null }[];
  readonly late: ReadonlyMap<Id, number>;
};

export type CountedTeams = {
  readonly funnel: Funnel;
  /** Who stand apart first, the others by name: inside the limits there is no order of merit. */
  readonly lines: readonly TeamLine[];
  readonly withoutTeam: { readonly children: number; readonly unallocated: number };
};

/** Puts what is counted in each worker's name under the worker's team, and judges the teams beside each other. */
export function countByTeam({ teams, workers, held, unallocated, late }: TeamCountsAsked): CountedTeams {
  const teamOf = new Map(workers.map(({ worker, team }) => [worker, team]));
  const counts = new Map(
    teams.map((each) => [each.team, { children: 0, notSeen: 0, unallocated: 0, late: 0, inPost: 0 }]),
  );
  const none = { children: 0, notSeen: 0, unallocated: 0, late: 0, inPost: 0 };
  const of = (worker: Id | null) => counts.get((worker === null ? null : teamOf.get(worker)) ?? ('' as Id)) ?? none;
  for (const { worker, children, notSeen } of held) {
    const own = of(worker);
    own.children += children;
    own.notSeen += notSeen;
  }
  for (const { worker } of unallocated) of(worker).unallocated += 1;
  for (const [worker, duties] of late) of(worker).late += duties;
  const managers = new Set(teams.map(({ managedBy }) => managedBy));
  for (const { worker, inPost } of workers) if (inPost && !managers.has(worker)) of(worker).inPost += 1;
  const funnel = funnelOf(teams.map(({ team, name }) => ({ team, name, ...sizeOf(counts.get(team) ?? none) })));
  const judged = funnel.proportion === null ? unjudged(teams) : funnel.teams;
  const lines = judged.map((team) => ({ ...team, ...(counts.get(team.team as Id) ?? none) }));
  return { funnel, lines, withoutTeam: { children: none.children, unallocated: none.unallocated } };
}

const sizeOf = ({ notSeen, children }: { notSeen: number; children: number }) => ({ count: notSeen, size: children });

/** Where no team holds a child there is nothing to compare: every team is too small. */
const unjudged = (teams: TeamCountsAsked['teams']): FunnelTeam[] =>
  teams.map(({ team, name }) => ({ team, name, count: 0, size: 0, most: 0, fewest: 0, stands: 'too-small' }));
