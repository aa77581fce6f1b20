import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { AskedDay } from '../../../asked.ts';
import type { Grade } from '../../../workforce/public.ts';
import type { DaysAhead } from '../../core/days-ahead.ts';
import type { PostOnADay } from '../../core/post-on-a-day.ts';
import type { TeamRow } from '../../store/team-workers.ts';
import type { OwedLine } from '../show-caseload/caseload.model.ts';

/** A worker of the team with the caseload in their name. */
export type TeamWorker = {
  readonly href: string;
  readonly name: string;
  readonly grade: Grade | null;
  readonly agency: boolean | null;
  readonly children: number;
  readonly carers: number;
  readonly points: number;
  /** The most points that a newly qualified worker’s first year allows; null for everybody else. */
  readonly protectedAt: number | null;
  /** Of the children, those whom nobody holds although this worker is named. */
  readonly notHeld: number;
  readonly pointsNotHeld: number;
  readonly late: number;
  readonly post: PostOnADay;
};

/** A child whom nobody holds and who was last in the name of the team. */
export type TeamUnallocated = {
  readonly href: string;
  readonly heading: string;
  readonly days: number;
  readonly since: LocalDate;
  readonly reason: string;
  readonly detail: string;
  /** Who is named, or was last. */
  readonly worker: string | null;
};

/** A duty that runs out this week. */
export type TeamDue = {
  readonly href: string;
  readonly heading: string;
  readonly worker: string;
  readonly line: OwedLine;
};

export type TeamPage = AskedDay & {
  readonly team: TeamRow;
  readonly workers: readonly TeamWorker[];
  readonly unallocated: readonly TeamUnallocated[];
  /** Children whom nobody holds and whom this reader may not open. */
  readonly closed: number;
  /** Null where bank holidays are not known so far ahead. */
  readonly week: (DaysAhead & { readonly due: readonly TeamDue[]; readonly closed: number }) | null;
  /** Children of whom something cannot be told. */
  readonly untold: number;
  readonly statuteVersion: string;
};

export const isOverProtected = ({ points, protectedAt }: Pick<TeamWorker, 'points' | 'protectedAt'>): boolean =>
  protectedAt !== null && points > protectedAt;
