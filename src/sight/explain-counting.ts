import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import type { ClockPiece } from './clock.ts';
import type { CompiledDuty, CompiledValue } from './compile.ts';
import { type DueTable, dueDayOf } from './due-table.ts';
import { anyOf } from './fact-words.ts';
import type { Fact } from './facts.ts';

/** The limit that gives the due day of a piece, and the day of the last meeting where it counts from that and not from the start. */
export type Counting = { readonly table: DueTable; readonly last: EpochDay | null };

/** Finds the limit that the piece went by: of the first link, of a later one, or of a switch. Null for what has no limit. */
export function countingOf(
  duty: CompiledDuty,
  value: CompiledValue,
  piece: ClockPiece,
  facts: readonly Fact[],
): Counting | null {
  if (duty.shape !== 'clock' || !value.first) return null;
  const starting = facts.filter((fact) => fact.entry === piece.startedBy);
  const starts = duty.duty.starts.filter((start) => starting.some(({ name }) => name === start.fact));
  const own = (starts.length > 0 ? value.first : value.next) ?? value.first;
  const { startedFrom, dueFrom } = piece;
  if (startedFrom === null || dueFrom === null || duty.noLaterThan.length > 0) return { table: own, last: null };
  const days = starts.some(({ counts }) => counts !== undefined)
    ? meetingsBefore(duty.duty.meets, facts, startedFrom)
    : [];
  const candidates = [own, ...duty.switches.map((change) => change.table)].flatMap((table) => [
    ...days.map((last) => ({ table, last })),
    { table, last: null },
  ]);
  const found = candidates.find(({ table, last }) => dueDayOf(table, last ?? startedFrom) === dueFrom);
  return found ?? { table: own, last: null };
}

/** The days of the meetings before a day, the last one first. */
function meetingsBefore(meets: readonly string[], facts: readonly Fact[], before: EpochDay): EpochDay[] {
  return facts
    .flatMap(({ name, latest }) => (meets.includes(name) && latest !== null ? [toEpochDay(latest as LocalDate)] : []))
    .filter((day) => day < before)
    .sort((a, b) => b - a);
}

/** The facts on whose day it fell due, when that is not the day that the limit gives. */
export function broughtForward(
  duty: CompiledDuty,
  facts: readonly Fact[],
  due: EpochDay,
  byLimit: EpochDay,
): string | null {
  if (duty.shape !== 'clock' || due >= byLimit) return null;
  const named = duty.duty.dueNoLaterThan.map(({ fact }) => fact);
  const there = facts.filter(({ name, latest }) => named.includes(name) && latest === fromEpochDay(due));
  return there.length > 0 ? anyOf([...new Set(there.map(({ name }) => name))]) : null;
}
