import type { Instant } from '../../../kernel/instant.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { clocksOf } from '../../../sight/clocks.ts';
import type { CompiledStatute } from '../../../sight/compile.ts';
import { coverageOn } from '../../../sight/coverage.ts';
import { addChild, emptyFigures, type Figures } from '../../../sight/figures.ts';
import { everyChild } from '../../../sight/store/every-child.ts';
import { figureOf } from '../../../sight/store/kept-figures.ts';
import { standingsOf } from '../../../sight/store/read-facts.ts';

export type FigureAsked = {
  readonly on: LocalDate;
  /** At or before the settled mark, so that the answer never changes. */
  readonly knownAt: Instant;
  /** The law with the policies that were known then worked in. */
  readonly compiled: CompiledStatute;
};

/**
 * The county's figures of one day as known at a moment. Kept: asked again, the same question gets the same answer,
 * whatever was written since; under another statute it is another figure beside the old.
 */
export const countyFigure = (tx: Tx, asked: FigureAsked): Promise<Figures> =>
  figureOf(tx, { question: 'sight', on: asked.on, mark: asked.knownAt, statute: asked.compiled.version }, () =>
    reckonFigure(tx, asked),
  );

async function reckonFigure(tx: Tx, { on, knownAt, compiled }: FigureAsked): Promise<Figures> {
  const standings = await standingsOf(tx, null, knownAt);
  const figures = emptyFigures();
  for await (const children of everyChild(tx, knownAt)) {
    for (const [child, facts] of children) {
      const coverage = coverageOn({ facts, standings, leaveDays: compiled.leaveDays, on, known: knownAt });
      addChild(figures, { coverage, pieces: clocksOf(compiled, child, facts, knownAt, standings) }, on);
    }
  }
  return figures;
}
