import type { CannotTell, ClockPiece } from './clock.ts';
import type { CompiledDuty } from './compile.ts';
import { anyOf } from './fact-words.ts';

const WHY: Record<CannotTell, string> = {
  'source-ends-before': 'The files loaded end before this day, and nothing later speaks of it.',
  'source-begins-after': 'It started before the first day that the files loaded speak of.',
  'source-never-says': 'No file loaded speaks of this, and nothing is recorded here.',
  'start-day-not-known': 'The day on which it started is not known well enough.',
  'met-day-not-known': 'The day on which it was done is not known well enough.',
  'end-day-not-known': 'The day on which it ended is not known well enough.',
  'time-of-day-not-known': 'The times of day are not known, only the days.',
  'sources-disagree': 'Two sources give different days for it.',
  'calendar-ends': 'The working days run past the years for which bank holidays are held.',
};

/** What would have to be recorded for the answer to be better: whole sentences, none when nothing is missing. */
export function missingFrom(duty: CompiledDuty, piece: ClockPiece): string[] {
  const why = piece.because ? [WHY[piece.because]] : [];
  return [...why, ...wanted(duty, piece).map((wanted) => `Nothing recorded of ${wanted}.`)];
}

function wanted(duty: CompiledDuty, piece: ClockPiece): string[] {
  const open = ['not-due', 'due-soon', 'overdue', 'cannot-tell', 'excused', 'fails'].includes(piece.verdict);
  if (!open || piece.metBy !== null) return [];
  if (duty.shape === 'clock') return [anyOf(duty.duty.meets)];
  const { check } = duty.duty;
  switch (check.is) {
    case 'accompanied':
      return [anyOf(check.by)];
    case 'reasoned-when-late':
      return ['a reason for the lateness'];
    case 'held-while-open':
      return ['a named worker who is in post and present'];
    case 'not-preceded':
    case 'never-both':
      return [];
  }
}
