import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import { holidaysSkipped, workingDaysBetween } from '../kernel/working-days.ts';
import { dueOn } from '../statute/due-on.ts';
import type { Count, DutyValue, Force } from '../statute/duty.ts';
import type { ClockPiece, Explanation } from './clock.ts';
import { verdictOn } from './clocks.ts';
import type { CompiledDuty, CompiledStatute, CompiledValue } from './compile.ts';
import { NO_EARLIEST } from './day-bounds.ts';
import { type DueTable, dueDayOf } from './due-table.ts';
import { anyOf } from './fact-words.ts';
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
  const table = inForce ? tableFor(duty, inForce, piece, facts) : null;
  const due = piece.dueFrom !== null && piece.dueFrom === piece.dueUntil ? piece.dueFrom : null;
  const started = piece.startedFrom !== null && piece.startedFrom === piece.startedUntil ? piece.startedFrom : null;
  const last = table && started !== null ? lastMeetingCounted(duty, piece, facts, table) : null;
  const from = last ?? started;
  const counted = table?.limit.count.startsWith('working-days') === true && from !== null && due !== null;
  const force = forceOf(duty, piece, inForce, on);
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

/** The limit that gives the due day that the piece went by: of the first link, of a later one, or of a switch. */
function tableFor(
  duty: CompiledDuty,
  value: CompiledValue,
  piece: ClockPiece,
  facts: readonly Fact[],
): DueTable | null {
  if (duty.shape !== 'clock' || !value.first) return null;
  const starting = facts.filter((fact) => fact.entry === piece.startedBy);
  const isFirst = starting.some((fact) => duty.duty.starts.some((start) => start.fact === fact.name));
  const own = (isFirst ? value.first : value.next) ?? value.first;
  const candidates = [own, ...duty.switches.map((change) => change.table)];
  const { startedFrom, dueFrom } = piece;
  if (startedFrom === null || dueFrom === null || duty.noLaterThan.length > 0) return own;
  return candidates.find((table) => dueDayOf(table, startedFrom) === dueFrom) ?? own;
}

/** The day of the last meeting by the start from which the due day of the piece counts; null when it counts from the start. */
function lastMeetingCounted(
  duty: CompiledDuty,
  { startedBy, startedFrom, dueFrom }: ClockPiece,
  facts: readonly Fact[],
  table: DueTable,
): EpochDay | null {
  if (duty.shape !== 'clock' || startedFrom === null) return null;
  const counting = duty.duty.starts.filter(({ counts }) => counts !== undefined).map(({ fact }) => fact);
  if (!facts.some(({ entry, name }) => entry === startedBy && counting.includes(name))) return null;
  const days = facts
    .filter(({ name, latest }) => duty.duty.meets.includes(name) && latest !== null)
    .map(({ latest }) => toEpochDay(latest as LocalDate))
    .filter((day) => day < startedFrom && dueDayOf(table, day) === dueFrom);
  return days.length > 0 ? Math.max(...days) : null;
}

/** The facts on whose day it fell due, when that is not the day that the limit gives. */
function broughtForward(duty: CompiledDuty, facts: readonly Fact[], due: EpochDay, byLimit: EpochDay): string | null {
  if (duty.shape !== 'clock' || due >= byLimit) return null;
  const named = duty.duty.dueNoLaterThan.map(({ fact }) => fact);
  const there = facts.filter(({ name, latest }) => named.includes(name) && latest === fromEpochDay(due));
  return there.length > 0 ? anyOf([...new Set(there.map(({ name }) => name))]) : null;
}

function latestValue(duty: CompiledDuty): DutyValue {
  const values = Object.values(duty.duty.values).filter((value) => value !== null);
  const last = values.at(-1);
  if (!last) throw new Error(`duty ${duty.id} has no value`);
  return last;
}

/** A miss of the council's own number is local only while the law's own number is kept. */
function forceOf(duty: CompiledDuty, piece: ClockPiece, inForce: CompiledValue | undefined, on: EpochDay): Force {
  const { force, limit, count } = inForce?.inForce.value ?? latestValue(duty);
  if (!piece.local) return force;
  if (limit === null || count === null || piece.startedUntil === null) return 'local';
  const national = dueOn({ limit, count }, piece.startedUntil, duty.calendar);
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
