import { type ChildView, COVERS, type Coverage, isFromHere, NEVER_SAYS, windowsOver } from './child-view.ts';
import { silenceWhy } from './clock-evidence.ts';
import { ownChangeDays } from './clock-pieces.ts';
import type { CompiledState } from './compile.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import {
  CANNOT_TELL,
  FAILS,
  HOLDS,
  KNOWN,
  MET_LATE,
  OVERDUE,
  ownVerdictAt,
  REASONED_LATE,
  type RunningClock,
} from './running-clock.ts';
import type { StateCheck } from './state-check.ts';

/** The check that a late clock carries its reason, from the first day on which it is late; undefined for one that never is. */
export function reasonedWhenLate(duty: CompiledState, view: ChildView, clock: RunningClock): StateCheck | undefined {
  const first = ownChangeDays(clock).find((day) => isLate(ownVerdictAt(clock, day)));
  if (first === undefined) return undefined;
  const { start, s1, s2, reasonDay } = clock;
  const answer: Coverage = { kind: NEVER_SAYS, until: NO_EARLIEST };
  const here = isFromHere(view, start);
  if (!here) windowsOver(view, duty.speakers, s1, answer);
  const until = here ? NO_LATEST : answer.kind === COVERS ? answer.until : NO_EARLIEST;
  const days = [first, reasonDay, until + 1];
  return {
    duty,
    start,
    s1,
    s2,
    first,
    last: NO_LATEST,
    days,
    answerOn: (on) => {
      if (reasonDay <= on) return { verdict: HOLDS, because: KNOWN };
      return on <= until
        ? { verdict: FAILS, because: KNOWN }
        : { verdict: CANNOT_TELL, because: silenceWhy(answer.kind) };
    },
  };
}

const isLate = (verdict: number): boolean => verdict === OVERDUE || verdict === MET_LATE || verdict === REASONED_LATE;
