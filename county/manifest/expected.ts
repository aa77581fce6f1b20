import type { Id } from '../../src/kernel/id.ts';
import type { Day } from '../generate/days.ts';

/** How a clock stands on the present day, by the manifest's own arithmetic. */
export type Outcome = 'met' | 'met-late' | 'reasoned-late' | 'excused' | 'overdue' | 'superseded' | 'running';

/** One clock of a child or carer. Nothing of it is taken from the product. */
export type ExpectedClock = {
  readonly duty: string;
  readonly book: Id;
  readonly thread: Id;
  readonly startedOn: Day;
  readonly dueOn: Day;
  readonly metOn: Day | null;
  /** The day on which it ended unmet. */
  readonly endedOn: Day | null;
  readonly outcome: Outcome;
  /** First and last day on which it was overdue; the last is null while it is, or where it ended unmet. */
  readonly late: { readonly from: Day; readonly until: Day | null } | null;
};

/** One check of the record, as it answers on the present day. */
export type ExpectedState = {
  readonly duty: string;
  readonly book: Id;
  readonly thread: Id;
  readonly on: Day;
  readonly holds: boolean;
};

export const SPANS = ['no-worker', 'not-assessed', 'not-seen', 'no-plan'] as const;
export type ExpectedSpan = {
  readonly is: (typeof SPANS)[number];
  readonly book: Id;
  readonly from: Day;
  /** The first day on which it is over; null while it lasts on the present day. */
  readonly until: Day | null;
  readonly because: string | null;
};

/** All that the manifest has to say of one book. */
export type ExpectedOfBook = {
  readonly clocks: readonly ExpectedClock[];
  readonly states: readonly ExpectedState[];
  readonly spans: readonly ExpectedSpan[];
};
