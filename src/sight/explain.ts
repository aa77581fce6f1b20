import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import { holidaysSkipped, workingDaysBetween } from '../kernel/working-days.ts';
import { dueOn } from '../statute/due-on.ts';
import type { Count, DutyValue, Force } from '../statute/duty.ts';
import type { ClockPiece, Explanation } from './clock.ts';
import { verdictOn } from './clocks.ts';
import type { CompiledDuty, CompiledStatute, CompiledValue } from './compile.ts';
import { NO_EARLIEST } from './day-bounds.ts';
import { dueDayOf } from './due-table.ts';
import { broughtForward, countingOf } from './explain-counting.ts';
import type { Fact } from './facts.ts';
import { missingFrom } from './missing-words.ts';
import { wordsForMiss } from './verdict.ts';

/** Explains each clock and check that has started by a day, in the order of the pieces given. */
export function explain(
  compiled: CompiledStatute,
  pieces: readonly ClockPiece[],
  facts: readonly Fact[],
  on: LocalDate,
): Explanation[] {
  const duties = new Map(compiled.duties.map((duty) => [duty.id, duty]));
  return verdictOn(pieces, on).flatMap((piece) => {
    const duty = duties.get(piece.duty);
    return duty ? [explainPiece(duty, piece, facts, toEpochDay(on))] : [];
  });
}

function explainPiece(duty: CompiledDuty, piece: ClockPiece, facts: readonly Fact[], on: EpochDay): Explanation {
  const inForce = valueFor(duty, piece);
  const value = inForce?.inForce.value ?? null;
  const counting = inForce ? countingOf(duty, inForce, piece, facts) : null;
  const { table, last } = counting ?? { table: null, last: null };
  const due = piece.dueFrom !== null && piece.dueFrom === piece.dueUntil ? piece.dueFrom : null;
  const started = piece.startedFrom !== null && piece.startedFrom === piece.startedUntil ? piece.startedFrom : null;
  const from = last ?? started;
  const counted = table?.limit.count.startsWith('working-days') === true && from !== null && due !== null;
  const force = forceOf(duty, piece, inForce, last, on);
  return {
    duty: duty.id,
    title: duty.duty.title,
    verdict: piece.verdict,
    relaxed: piece.relaxed,
    local: piece.local,
    thread: piece.thread,
    startedBy: piece.startedBy,
    startedOn: dateOrNull(started),
    startedBetween: { earliest: dateOrNull(piece.startedFrom), latest: dateOrNull(piece.startedUntil) },
    limit: table ? { value: table.limit.limit, unit: table.limit.count } : null,
    countedFrom: dateOrNull(last),
    broughtForwardBy:
      table && due !== null && from !== null ? broughtForward(duty, facts, due, dueDayOf(table, from)) : null,
    skipped: counted ? holidaysSkipped(duty.calendar, from, due) : [],
    dueOn: dateOrNull(due),
    metBy: piece.metBy,
    metOn: piece.metFrom === piece.metUntil ? dateOrNull(piece.metUntil) : null,
    endedOn: dateOrNull(piece.endedOn),
    late: lateBy(duty, piece, table?.limit.count ?? null, on),
    missing: missingFrom(duty, piece),
    because: piece.because,
    citation: value?.citation ?? latestValue(duty).citation,
    force,
    confidence: value?.confidence ?? latestValue(duty).confidence,
    wordsForMiss: isMissed(piece) ? wordsForMiss(force, mayBeCalledBreach(value ?? latestValue(duty))) : null,
  };
}

const dateOrNull = (day: EpochDay | null): LocalDate | null => (day === null ? null : fromEpochDay(day));

/** The dated value that a piece was judged by. */
function valueFor(duty: CompiledDuty, piece: ClockPiece): CompiledValue | undefined {
  const start = piece.startedUntil ?? piece.startedFrom ?? NO_EARLIEST;
  const value = duty.values.findLast((each) => each.from <= start);
  return value?.inForce.value ? value : undefined;
}

function latestValue(duty: CompiledDuty): DutyValue {
  const values = Object.values(duty.duty.values).filter((value) => value !== null);
  const last = values.at(-1);
  if (!last) throw new Error(`duty ${duty.id} has no value`);
  return last;
}

/** A miss of the council's own number is local only while the law's own number is kept. */
function forceOf(
  duty: CompiledDuty,
  piece: ClockPiece,
  inForce: CompiledValue | undefined,
  last: EpochDay | null,
  on: EpochDay,
): Force {
  const { force, limit, count } = inForce?.inForce.value ?? latestValue(duty);
  if (!piece.local) return force;
  if (limit === null || count === null || piece.startedUntil === null) return 'local';
  const national = dueOn({ limit, count }, last ?? piece.startedUntil, duty.calendar);
  const until = piece.metUntil ?? piece.endedOn ?? on;
  return national !== undefined && until > national ? force : 'local';
}

const MISSED = new Set<string>(['met-late', 'overdue', 'reasoned-late', 'fails']);
const isMissed = (piece: ClockPiece): boolean => MISSED.has(piece.verdict);

/** Verified, or signed off by a person who checked it: only then is a miss called by its legal name. */
const mayBeCalledBreach = (value: DutyValue): boolean =>
  value.confidence === 'V' || value.confidence === 'V2' || value.signedOff !== undefined;

/** Days late in the unit of the limit; 0 when it is not late or that cannot be told. */
function lateBy(duty: CompiledDuty, piece: ClockPiece, count: Count | null, on: EpochDay): number {
  if (!isMissed(piece) && piece.verdict !== 'excused') return 0;
  if (piece.dueUntil === null) return 0;
  const until = piece.metUntil ?? piece.endedOn ?? on;
  if (until <= piece.dueUntil) return 0;
  if (!count?.startsWith('working-days')) return until - piece.dueUntil;
  return workingDaysBetween(duty.calendar, piece.dueUntil, until) ?? until - piece.dueUntil;
}
