import type { Id } from '../kernel/id.ts';
import type { EpochDay } from '../kernel/local-date.ts';
import type { CannotTell } from './clock.ts';

/** What an open child may lack, worst first. */
export const GAPS = ['no-worker', 'not-assessed', 'not-seen', 'no-plan'] as const;
export type Gap = (typeof GAPS)[number];

/** Which answer about an open child nobody can give. */
export const UNTOLD = [
  'cannot-tell:allocated',
  'cannot-tell:assessed',
  'cannot-tell:seen',
  'cannot-tell:planned',
] as const;
export type Untold = (typeof UNTOLD)[number];

/** What a span says of its days: the child is open, is held in a worker's name, lacks something, or nobody can tell. */
export const SPAN_KINDS = ['open', 'held', ...GAPS, ...UNTOLD] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/** Why nobody holds a child: a worker who is named and not there, a placeholder, or nobody at all. */
export const NO_WORKER_BECAUSE = [
  'left',
  'on-leave',
  'not-registered',
  'placeholder:manager',
  'placeholder:team',
  'placeholder:duty',
  'placeholder:in-transit',
  'placeholder:awaiting-closure',
  'placeholder:not-said',
  'ended',
  'never-allocated',
] as const;

/** Why one of the other gaps is one; `never-seen` is since the child was last opened. */
export const GAP_BECAUSE = [
  'no-assessment',
  'never-seen',
  'visit-late',
  'no-plan-after-decision',
  'no-care-plan',
] as const;

/** Why nobody can tell. A visit that a clock waits for carries the clock's own code (`CannotTell`). */
export const UNTOLD_BECAUSE = [
  'opening-day-not-known',
  'worker-not-known',
  'day-not-known',
  'files-end-before',
  'files-never-say',
] as const;

/** Every reason that a span has of its own: a closed list, which pages turn into words. */
export const SPAN_BECAUSE = [...NO_WORKER_BECAUSE, ...GAP_BECAUSE, ...UNTOLD_BECAUSE] as const;
export type SpanBecause = (typeof SPAN_BECAUSE)[number] | CannotTell;

/** Days from `from` up to, not including, `until` (null: goes on) of one child of which one thing can be said. */
export type GapSpan = {
  readonly is: SpanKind;
  readonly from: EpochDay;
  readonly until: EpochDay | null;
  /** Null for what needs no reason: held, and open from a known day. */
  readonly because: SpanBecause | null;
  /** The worker whom the record names as holder, also while they are away. */
  readonly party: Id | null;
  /** The duty that says that a visit is owed. */
  readonly duty: string | null;
  /** The entry that it follows from: the opening, the allocation, the decision, the start of the clock. */
  readonly entry: Id | null;
};

/** What holds on a day, before it is known for how long. */
export type Said = Omit<GapSpan, 'from' | 'until'>;
