import type { Id } from '../kernel/id.ts';
import type { ClockPiece } from './clock.ts';
import { REASONS_UNKNOWN } from './clock-pieces.ts';
import { boundOrNull, NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import type { Fact } from './facts.ts';
import type { StateCheck } from './state-check.ts';
import { VERDICTS } from './verdict.ts';

/** A state check as pieces: asked on every day on which its answer can change, equal neighbours joined. */
export function statePieces(check: StateCheck, child: Id, factAt: (place: number) => Fact): ClockPiece[] {
  const { first, last } = check;
  const days = check.days.filter((day) => day >= first && day <= last && day > NO_EARLIEST && day < NO_LATEST);
  const start = factAt(check.start);
  const pieces: ClockPiece[] = [];
  for (const day of [...new Set([first, ...days])].sort((a, b) => a - b)) {
    const answer = check.answerOn(day);
    const verdict = VERDICTS[answer.verdict] as ClockPiece['verdict'];
    const because = REASONS_UNKNOWN[answer.because] ?? null;
    const before = pieces.at(-1);
    if (before?.verdict === verdict && before.because === because) continue;
    if (before) pieces[pieces.length - 1] = { ...before, lastDay: day - 1 };
    pieces.push(
      statePiece({
        duty: check.duty.id,
        child,
        thread: start.thread,
        startedBy: start.entry,
        startedFrom: boundOrNull(check.s1),
        startedUntil: boundOrNull(check.s2),
        verdict,
        firstDay: day,
        lastDay: boundOrNull(last),
        because,
      }),
    );
  }
  return pieces;
}

type StatePiece = Omit<ClockPiece, keyof typeof NOTHING_DUE>;
const NOTHING_DUE = {
  dueFrom: null,
  dueUntil: null,
  metBy: null,
  metFrom: null,
  metUntil: null,
  endedBy: null,
  endedOn: null,
  relaxed: false,
  local: false,
} as const;

/** A piece of a state: nothing falls due in it, and nothing meets it. */
export const statePiece = (piece: StatePiece): ClockPiece => ({ ...piece, ...NOTHING_DUE });
