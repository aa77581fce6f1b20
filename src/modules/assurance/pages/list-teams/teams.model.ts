import type { AskedDay } from '../../../asked.ts';
import type { CountedTeams, TeamLine } from '../../core/team-counts.ts';
import type { TeamRow } from '../../store/team-workers.ts';

/** A team with what is counted of it. */
export type ListedTeam = TeamLine & Pick<TeamRow, 'kind' | 'district' | 'manager'>;

export type TeamsPage = AskedDay & {
  readonly counted: CountedTeams;
  readonly teams: readonly ListedTeam[];
  readonly open: number;
  readonly unallocated: number;
};
