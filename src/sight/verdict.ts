import type { Force } from '../statute/duty.ts';

/** The nine answers that a clock can give; spelt as pages, files and the command line spell them. */
export const CLOCK_VERDICTS = [
  'not-due',
  'due-soon',
  'met',
  'met-late',
  'overdue',
  'excused',
  'reasoned-late',
  'superseded',
  'cannot-tell',
] as const;
/** The three that a state check can give. */
export const STATE_VERDICTS = ['holds', 'fails', 'cannot-tell'] as const;
export type ClockVerdict = (typeof CLOCK_VERDICTS)[number];
export type StateVerdict = (typeof STATE_VERDICTS)[number];
export type Verdict = ClockVerdict | StateVerdict;
export const VERDICTS: readonly Verdict[] = [...CLOCK_VERDICTS, 'holds', 'fails'];

/** The words for a miss follow its force: only an Act or regulations can be breached, and only when the value is verified or signed off. */
export function wordsForMiss(force: Force, mayBeCalledBreach: boolean): string {
  switch (force) {
    case 'act':
    case 'regulations':
      return mayBeCalledBreach ? 'duty breached' : 'late; the rule is not yet verified';
    case 'statutory guidance':
      return mayBeCalledBreach ? 'guidance not followed' : 'late; the rule is not yet verified';
    case 'standard':
      return 'standard not met';
    case 'measure':
      return 'outside the measure';
    case 'local':
      return 'local target missed';
  }
}
