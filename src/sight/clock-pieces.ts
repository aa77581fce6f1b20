import type { Id } from '../kernel/id.ts';
import type { CannotTell, ClockPiece } from './clock.ts';
import { isLocal, isRelaxed } from './clock-due.ts';
import type { CompiledClock } from './compile.ts';
import { boundOrNull, NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import type { Fact } from './facts.ts';
import { isVoid, type RunningClock, START_DAY, soonFrom, verdictAt, WITHIN_WINDOW } from './running-clock.ts';
import { VERDICTS } from './verdict.ts';

/** By the engine's code; place 0 is "known". */
export const REASONS_UNKNOWN: readonly (CannotTell | null)[] = [
  null,
  'source-ends-before',
  'source-begins-after',
  'source-never-says',
  'start-day-not-known',
  'met-day-not-known',
  'end-day-not-known',
  'time-of-day-not-known',
  'sources-disagree',
  'calendar-ends',
];

/** The clock as pieces: asked on every day on which its answer can change, equal neighbours joined. */
export function clockPieces(
  duty: CompiledClock,
  clock: RunningClock,
  child: Id,
  factAt: (place: number) => Fact,
): ClockPiece[] {
  const pieces: ClockPiece[] = [];
  for (const day of changeDays(clock)) {
    const piece = pieceFrom(duty, clock, child, factAt, day);
    const before = pieces.at(-1);
    if (before && saysTheSame(before, piece)) continue;
    if (before) pieces[pieces.length - 1] = { ...before, lastDay: day - 1 };
    pieces.push(piece);
  }
  return pieces;
}

/** Days on which something about a clock can change, from its first on: the only ones that need asking. */
export function changeDays(clock: RunningClock): number[] {
  const days = ownChangeDays(clock);
  if (clock.rivals === null) return days;
  const others = clock.rivals.flatMap((rival) => (rival ? ownChangeDays(rival) : []));
  return [...new Set([...days, ...others.filter((day) => day >= clock.first)])].sort((a, b) => a - b);
}

/** The same, going by the facts that are trusted alone. */
export function ownChangeDays(clock: RunningClock): number[] {
  const days = [clock.first, clock.m1, clock.m2, clock.e1, clock.e2, clock.reasonDay];
  if (clock.evidence === WITHIN_WINDOW) days.push(clock.windowUntil + 1);
  for (let stage = 0; stage < clock.stages; stage += 1) {
    const due1 = clock.stages === 1 ? clock.d1 : (clock.due1[stage] as number);
    const due2 = clock.stages === 1 ? clock.d2 : (clock.due2[stage] as number);
    days.push(soonFrom(due1, clock.s1), due1 + 1, due2 + 1);
    if (stage > 0) days.push(clock.from1[stage] as number, clock.from2[stage] as number);
  }
  const asked = days.filter((day) => day >= clock.first && day > NO_EARLIEST + 1 && day < NO_LATEST);
  return [...new Set(asked)].sort((a, b) => a - b);
}

function pieceFrom(
  duty: CompiledClock,
  clock: RunningClock,
  child: Id,
  factAt: (place: number) => Fact,
  day: number,
): ClockPiece {
  const verdict = VERDICTS[verdictAt(clock, day)] as ClockPiece['verdict'];
  const started = factAt(clock.start);
  const voided = isVoid(clock, day);
  const met = clock.metBy >= 0 && clock.m2 <= day && !voided;
  const ended = voided || (clock.metBy < 0 && clock.endBy >= 0 && clock.e2 <= day);
  return {
    duty: duty.id,
    child,
    thread: factAt(clock.origin).thread,
    startedBy: started.entry,
    startedFrom: boundOrNull(clock.s1),
    startedUntil: boundOrNull(clock.s2),
    dueFrom: boundOrNull(clock.asked1),
    dueUntil: boundOrNull(clock.asked2),
    metBy: met ? factAt(clock.metBy).entry : null,
    metFrom: met ? boundOrNull(clock.m1) : null,
    metUntil: met ? boundOrNull(clock.m2) : null,
    endedBy: ended ? factAt(clock.endBy).entry : null,
    endedOn: ended ? clock.e2 : null,
    verdict,
    relaxed: clock.unknown !== START_DAY && isRelaxed(duty, clock),
    local: clock.unknown !== START_DAY && isLocal(duty, clock),
    firstDay: day,
    lastDay: null,
    because: REASONS_UNKNOWN[clock.because] ?? null,
  };
}

const saysTheSame = (a: ClockPiece, b: ClockPiece): boolean =>
  a.verdict === b.verdict &&
  a.because === b.because &&
  a.dueFrom === b.dueFrom &&
  a.dueUntil === b.dueUntil &&
  a.metBy === b.metBy &&
  a.endedBy === b.endedBy;
