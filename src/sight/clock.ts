import type { Id } from '../kernel/id.ts';
import type { EpochDay, LocalDate } from '../kernel/local-date.ts';
import type { Confidence, Count, Force } from '../statute/duty.ts';
import type { Verdict } from './verdict.ts';

/**
 * One clock, or one state check, of one child, over the stretch of days in which one answer holds. The pieces of a
 * clock follow each other without gap or overlap, from the day that it started, and reach ahead to every switch that
 * can be foreseen, so that reading tomorrow needs no nightly batch.
 */
export type ClockPiece = {
  /** The statute's id of the duty. */
  readonly duty: string;
  readonly child: Id;
  readonly thread: Id;
  /** The entry that started it, and the first and last day on which it can have started. */
  readonly startedBy: Id;
  readonly startedFrom: EpochDay | null;
  readonly startedUntil: EpochDay | null;
  /** The first and last day on which it can fall due: equal when the start is known; null for a state check. */
  readonly dueFrom: EpochDay | null;
  readonly dueUntil: EpochDay | null;
  /** What met it; null while nothing has. */
  readonly metBy: Id | null;
  readonly metFrom: EpochDay | null;
  readonly metUntil: EpochDay | null;
  /** What ended it; null while it runs. A missed clock that ended is still missed, but nobody is late with it today. */
  readonly endedBy: Id | null;
  readonly endedOn: EpochDay | null;
  readonly verdict: Verdict;
  readonly relaxed: boolean;
  readonly local: boolean;
  /** First and last day on which this answer holds; the last is null when nothing foreseeable ends it. */
  readonly firstDay: EpochDay;
  readonly lastDay: EpochDay | null;
  /** Why it cannot tell, as a closed code; null for every other verdict. */
  readonly because: CannotTell | null;
};

/** Why a verdict is *cannot tell*; pages turn each into a sentence. */
export type CannotTell =
  | 'source-ends-before'
  | 'source-begins-after'
  | 'source-never-says'
  | 'start-day-not-known'
  | 'met-day-not-known'
  | 'end-day-not-known'
  | 'time-of-day-not-known'
  | 'sources-disagree'
  | 'calendar-ends';

/** Every verdict explains itself. */
export type Explanation = {
  readonly duty: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly relaxed: boolean;
  readonly local: boolean;
  readonly thread: Id;
  /** The entry that started it; null on the command line's face only when it is restricted. */
  readonly startedBy: Id | null;
  readonly startedOn: LocalDate | null;
  readonly startedBetween: { readonly earliest: LocalDate | null; readonly latest: LocalDate | null };
  readonly limit: { readonly value: number; readonly unit: Count } | null;
  /** The day of the last meeting, where the days are counted from it rather than from the start. */
  readonly countedFrom: LocalDate | null;
  /** What moved the due day forward to its own day ("a review of the child in care"); null when the limit gives it. */
  readonly broughtForwardBy: string | null;
  readonly skipped: readonly { readonly on: LocalDate; readonly name: string }[];
  readonly dueOn: LocalDate | null;
  readonly metBy: Id | null;
  readonly metOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  /** Days late, in the unit of the limit (working days for working-day limits, else calendar days); 0 when not late. */
  readonly late: number;
  readonly missing: readonly string[];
  readonly because: CannotTell | null;
  readonly citation: string;
  readonly force: Force;
  readonly confidence: Confidence;
  /** "duty breached", "guidance not followed" and so on; null when it was not missed. */
  readonly wordsForMiss: string | null;
};
