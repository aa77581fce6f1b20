import type { Chance } from '../census/chance.ts';
import type { Day } from './days.ts';
import type { Team, TeamWork, Worker, Workforce } from './workforce-history.ts';

/** Who could be asked to do something on a day. Made once for a county; asked for every child. */
export type Rota = {
  teamFor(chance: Chance, work: TeamWork, district: string): Team;
  /** Somebody of the team who is in post and not away for long; of another team of that work where nobody is. */
  workerOf(chance: Chance, team: Team, work: TeamWork, on: Day): Worker;
};

export function rotaOf({ teams }: Workforce): Rota {
  const byWork = new Map<TeamWork, Team[]>();
  for (const team of teams) for (const work of team.work) byWork.set(work, [...(byWork.get(work) ?? []), team]);
  const doing = (work: TeamWork): Team[] => byWork.get(work) ?? teams.slice();
  const inDistrict = new Map<string, Team[]>();
  const teamsFor = (work: TeamWork, district: string): Team[] => {
    const key = `${work} ${district}`;
    const known = inDistrict.get(key);
    if (known) return known;
    const local = doing(work).filter((team) => team.district === null || team.district === district);
    const found = local.length > 0 ? local : doing(work);
    inDistrict.set(key, found);
    return found;
  };
  return {
    teamFor: (chance, work, district) => chance.pick(teamsFor(work, district)),
    workerOf: (chance, team, work, on) => {
      const there = team.workers.filter((worker) => isThere(worker, on));
      if (there.length > 0) return chance.pick(there);
      const anywhere = doing(work).flatMap(({ workers }) => workers.filter((worker) => isThere(worker, on)));
      return chance.pick(anywhere.length > 0 ? anywhere : team.managers);
    },
  };
}

const isThere = (worker: Worker, on: Day): boolean =>
  worker.joined <= on &&
  (worker.left === null || worker.left >= on + 5) &&
  worker.registered.some(({ from, until }) => from <= on && on <= until) &&
  !worker.leaves.some(({ from, until }) => from <= on && (until === null || until - on > 5));
