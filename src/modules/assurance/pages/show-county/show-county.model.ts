import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { TypedDay } from '../../../asked.ts';
import type { Asked } from '../../../child-page.ts';
import type { DueColumns, DueRow } from '../../core/due-columns.ts';
import type { Funnel } from '../../core/funnel.ts';
import type { JudgedProcess } from '../../core/process-limits.ts';
import type { RegisterCount, StandingCounts, UntoldCount } from '../../store/county-counts.ts';
import type { WeekCount } from '../../store/county-trend.ts';
import type { LeftByFiles } from '../county-needs.ts';

/** A duty as the table of clocks names it. */
export type DueDuty = {
  readonly title: string;
  /** "15 working days"; null where the limit is no number. */
  readonly limit: string | null;
  readonly force: string;
  /** Judged in the book of a carer, not of a child. */
  readonly ofCarer: boolean;
};

/** Everything that the county page prints. */
export type CountyPage = {
  readonly asked: Asked;
  readonly typed: TypedDay;
  readonly fault: string | null;
  /** Whoever may read children may open a team's page. */
  readonly leadsToTeams: boolean;
  readonly counts: StandingCounts;
  readonly registers: readonly RegisterCount[];
  /** The day of the week before that changes are counted from. */
  readonly weekBefore: LocalDate;
  readonly weeks: readonly WeekCount[];
  readonly trend: JudgedProcess;
  readonly funnel: Funnel;
  readonly withoutTeam: { readonly open: number; readonly notSeen: number };
  /** Null where bank holidays are not known so far ahead. */
  readonly due: { readonly columns: DueColumns; readonly rows: readonly (DueRow & DueDuty)[] } | null;
  readonly untold: readonly UntoldCount[];
  /** What the files leave for a person to decide, as of now; null on a day gone by. */
  readonly leftByFiles: LeftByFiles | null;
  readonly statuteVersion: string;
};
