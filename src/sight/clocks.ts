import type { Id } from '../kernel/id.ts';
import { type Instant, millisecondsOf } from '../kernel/instant.ts';
import { type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import { childView, readChild } from './child-view.ts';
import type { ClockPiece } from './clock.ts';
import { clockPieces } from './clock-pieces.ts';
import { columnsOf } from './columns.ts';
import type { CompiledStatute } from './compile.ts';
import { runClocks, workbench } from './engine.ts';
import type { Fact, Standing } from './facts.ts';

/**
 * Every clock and state check of one child (all books of the identity), cut into pieces of days in which one answer
 * holds, from its start on and for ever after. `known`: only facts believed at that moment are heard.
 */
export function clocksOf(
  compiled: CompiledStatute,
  child: Id,
  facts: readonly Fact[],
  known: Instant,
  _standings: readonly Standing[],
): ClockPiece[] {
  const filled = columnsOf([facts]);
  const view = childView();
  readChild(view, filled.columns, 0, millisecondsOf(known));
  const bench = workbench();
  const pieces: ClockPiece[] = [];
  for (const duty of compiled.clocks)
    runClocks(duty, view, filled.columns, bench, (ran, clock) => {
      pieces.push(...clockPieces(ran, clock, child, (at) => filled.facts[view.row[at] as number] as Fact));
    });
  return pieces;
}

/** The pieces that hold on a day: one for each clock that has started by then. */
export function verdictOn(pieces: readonly ClockPiece[], on: LocalDate): ClockPiece[] {
  const day = toEpochDay(on);
  return pieces.filter((piece) => piece.firstDay <= day && (piece.lastDay === null || day <= piece.lastDay));
}
