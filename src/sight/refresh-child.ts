import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { clocksOf } from './clocks.ts';
import type { CompiledStatute } from './compile.ts';
import { coverageOn } from './coverage.ts';
import type { Fact, Standing } from './facts.ts';
import { addChild, type ChildFigure, type Figures, removeChild } from './figures.ts';

/** One child's share of the figures of a day, reckoned from all of the child's facts as known at a moment. */
export function childFigure(
  compiled: CompiledStatute,
  child: Id,
  facts: readonly Fact[],
  standings: readonly Standing[],
  on: LocalDate,
  known: Instant,
): ChildFigure {
  return {
    pieces: clocksOf(compiled, child, facts, known, standings),
    coverage: coverageOn({ facts, standings, leaveDays: compiled.leaveDays, on, known }),
  };
}

/** Puts a child's new share in the place of the old one: the county's sums follow one entry without asking another child. */
export function refreshChild(figures: Figures, before: ChildFigure | null, after: ChildFigure, on: LocalDate): void {
  if (before) removeChild(figures, before, on);
  addChild(figures, after, on);
}
