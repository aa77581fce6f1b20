import type { CompiledState } from './compile.ts';

/** One state check of one child, ready to be asked about any day from its first to its last. */
export type StateCheck = {
  readonly duty: CompiledState;
  /** Place in the view of the fact that the check is about. */
  readonly start: number;
  readonly s1: number;
  readonly s2: number;
  /** First and last day on which there is such a check; NO_LATEST when it lasts. */
  readonly first: number;
  readonly last: number;
  /** Days on which the answer can change, in any order; those before `first` are passed over. */
  readonly days: readonly number[];
  readonly answerOn: (on: number) => StateAnswer;
};

/** HOLDS, FAILS or CANNOT_TELL, and why it cannot be told (codes of `running-clock.ts`). */
export type StateAnswer = { readonly verdict: number; readonly because: number };
export type StateTaker = (check: StateCheck) => void;
