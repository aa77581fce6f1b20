import type { Id } from '../kernel/id.ts';
import { type Instant, millisecondsOf } from '../kernel/instant.ts';
import { type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import { childView, readChild } from './child-view.ts';
import type { ClockPiece } from './clock.ts';
import { clockPieces } from './clock-pieces.ts';
import { columnsOf } from './columns.ts';
import type { CompiledStatute } from './compile.ts';
import { coveredOf } from './coverage.ts';
import { agreedCheck, runDisputedClocks, runDisputedStates } from './disputed-clocks.ts';
import { runClocks, workbench } from './engine.ts';
import type { Fact, Standing } from './facts.ts';
import { heldWhileOpen } from './held-while-open.ts';
import { runStates } from './run-states.ts';
import { statePieces } from './state-pieces.ts';
import { reasonedWhenLate } from './state-reasoned.ts';

/**
 * Every clock and state check of one child (all books of the identity), cut into pieces of days in which one answer
 * holds, from its start on and for ever after (a check of who holds the child: while the child is open).
 * `known`: only facts and standings believed at that moment are heard. In the order of the duties.
 */
export function clocksOf(
  compiled: CompiledStatute,
  child: Id,
  facts: readonly Fact[],
  known: Instant,
  standings: readonly Standing[],
): ClockPiece[] {
  const { columns, facts: rows } = columnsOf([facts]);
  const view = childView(columns);
  readChild(view, columns, 0, millisecondsOf(known));
  const factAt = (place: number): Fact => rows[place] as Fact;
  const bench = workbench();
  const byDuty: ClockPiece[][] = compiled.duties.map(() => []);
  const isDisputed = view.alternatives.length > 0;
  const [runClock, runState] = isDisputed ? [runDisputedClocks, runDisputedStates] : [runClocks, runStates];
  for (const duty of compiled.clocks)
    runClock(duty, view, columns, bench, (ran, clock) => {
      byDuty[ran.index]?.push(...clockPieces(ran, clock, child, factAt));
      for (const state of ran.reasonChecks) {
        const check = reasonedWhenLate(state, view, clock);
        const rivals = clock.rivals?.map((rival) => (rival ? reasonedWhenLate(state, view, rival) : undefined)) ?? [];
        if (check) byDuty[state.index]?.push(...statePieces(agreedCheck(check, rivals), child, factAt));
      }
    });
  for (const duty of compiled.states) {
    runState(duty, view, columns, (check) => byDuty[duty.index]?.push(...statePieces(check, child, factAt)));
    if (duty.duty.check.is === 'held-while-open')
      byDuty[duty.index]?.push(...heldWhileOpen(duty, child, coveredOf(facts, standings, known, compiled.leaveDays)));
  }
  return byDuty.flat();
}

/** The pieces that hold on a day: one for each clock that has started by then. */
export function verdictOn(pieces: readonly ClockPiece[], on: LocalDate): ClockPiece[] {
  const day = toEpochDay(on);
  return pieces.filter((piece) => piece.firstDay <= day && (piece.lastDay === null || day <= piece.lastDay));
}
