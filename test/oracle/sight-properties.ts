import fc from 'fast-check';
import { expect } from 'vitest';
import { grouped } from '../../src/kernel/grouped.ts';
import { endOfDayInLondon, type Instant } from '../../src/kernel/instant.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { ClockPiece } from '../../src/sight/clock.ts';
import { verdictOn } from '../../src/sight/clocks.ts';
import { columnsOf } from '../../src/sight/columns.ts';
import type { Fact } from '../../src/sight/facts.ts';
import { figuresOf } from '../../src/sight/figures.ts';
import { judge, judged } from '../../src/sight/judge.ts';
import { childFigure, refreshChild } from '../../src/sight/refresh-child.ts';
import { VERDICTS } from '../../src/sight/verdict.ts';
import {
  CHILD,
  compiledFor,
  coverageByEngine,
  coverageByOracle,
  NAMES,
  piecesOf,
  saidByEngine,
  saidByOracle,
  statute,
} from './oracle-compare.ts';
import { dayText } from './oracle-days.ts';
import { type History, historyOf } from './oracle-histories.fixture.ts';

/** What must hold of every history. The default run draws a few, the long one thousands. */

export type Size = { readonly seed: number; readonly numRuns: number; readonly days: number };
const histories = historyOf(statute.duties, NAMES);
const LATER = '2100-01-01T00:00:00.000Z' as Instant;
const withPicks = (size: Size) => fc.noBias(fc.array(fc.nat(9999), { minLength: size.days, maxLength: size.days }));
const dayIn = (history: History, pick: number): number => history.from + (pick % (history.until - history.from));

/** On any day, and a year beyond the history, engine and oracle agree: the pieces read ahead need no recompute. */
export const engineEqualsOracle = (size: Size): void =>
  fc.assert(
    fc.property(histories, withPicks(size), (history, picks) => {
      const pieces = piecesOf(history, LATER);
      for (const on of [...picks.map((pick) => dayIn(history, pick)), history.until + 365])
        expect(saidByEngine(pieces, on)).toEqual(saidByOracle(history, LATER, on));
    }),
    size,
  );

/** On every single day of the history. */
export const engineEqualsOracleDaily = (size: Size): void =>
  fc.assert(
    fc.property(histories, (history) => {
      const pieces = piecesOf(history, LATER);
      for (let on = history.from; on <= history.until; on += 1)
        expect(saidByEngine(pieces, on)).toEqual(saidByOracle(history, LATER, on));
    }),
    size,
  );

/** After every single append, as known at that moment, corrections included. */
export const equalAfterEveryAppend = (size: Size): void =>
  fc.assert(
    fc.property(histories, withPicks(size), (history, picks) => {
      const moments = history.facts.flatMap(({ believedFrom, believedUntil }) => [
        believedFrom,
        ...(believedUntil ? [believedUntil] : []),
      ]);
      for (const known of [...new Set(moments)].sort()) {
        const pieces = piecesOf(history, known);
        for (const pick of picks)
          expect(saidByEngine(pieces, dayIn(history, pick))).toEqual(
            saidByOracle(history, known, dayIn(history, pick)),
          );
      }
    }),
    size,
  );

export const coverageEqualsOracle = (size: Size): void =>
  fc.assert(
    fc.property(histories, withPicks(size), (history, picks) => {
      for (const pick of picks) {
        const on = dayIn(history, pick);
        expect(coverageByEngine(history, LATER, on)).toEqual(coverageByOracle(history, LATER, on));
      }
    }),
    size,
  );

const clockKey = (piece: ClockPiece): string => `${piece.duty} ${piece.thread} ${piece.startedBy}`;

/** The pieces of a clock follow each other without gap or overlap, from its first day on. */
export const piecesPartitionTime = (size: Size): void =>
  fc.assert(
    fc.property(histories, (history) => {
      for (const [key, pieces] of grouped(piecesOf(history, LATER), clockKey)) {
        pieces.forEach((piece, at) => {
          const next = pieces[at + 1];
          expect(piece.lastDay, key).toBe(next ? next.firstDay - 1 : piece.lastDay);
          if (piece.lastDay !== null) expect(piece.lastDay).toBeGreaterThanOrEqual(piece.firstDay);
        });
        const lasts = pieces.at(-1)?.lastDay;
        if (!key.startsWith('allocate-social-worker')) expect(lasts, key).toBeNull();
      }
    }),
    size,
  );

/** In bulk or one by one: the same verdict and the same due day for every clock. */
export const bulkEqualsPieces = (size: Size): void =>
  fc.assert(
    fc.property(fc.array(histories, { minLength: 1, maxLength: 4 }), withPicks(size), (many, picks) => {
      const first = many[0] as History;
      const compiled = compiledFor(first);
      const { columns, facts } = columnsOf(many.map((history) => history.facts));
      const clocks = new Set(compiled.clocks.map(({ id }) => id));
      for (const pick of picks) {
        const on = dayText(dayIn(first, pick)) as LocalDate;
        const answers = judge(compiled, columns, on, LATER, judged());
        const bulk = Array.from({ length: answers.size }, (_, at) => {
          const due = answers.due[at] as number;
          const known = Math.abs(due) < 2_000_000_000 ? due : null;
          const started = facts[answers.start[at] as number]?.entry;
          return [
            answers.child[at],
            compiled.duties[answers.duty[at] as number]?.id,
            started,
            VERDICTS[answers.verdict[at] as number],
            known,
          ].join(' ');
        });
        const single = many.flatMap((history, child) =>
          verdictOn(piecesOf({ ...history, policies: first.policies }, LATER), on)
            .filter(({ duty }) => clocks.has(duty))
            .map((piece) => [child, piece.duty, piece.startedBy, piece.verdict, piece.dueFrom].join(' ')),
        );
        expect(bulk.sort()).toEqual(single.sort());
      }
    }),
    size,
  );

/**
 * Does a fact say what is asked, rather than what was done? Without a switch, a condition or a meeting to count from,
 * another thing is asked, which may well be met.
 */
function saysWhatIsAsked(id: string, { name }: Fact): boolean {
  const duty = statute.duties.find((each) => each.id === id);
  if (duty?.shape !== 'clock') return false;
  if (duty.starts.some(({ counts, ordinal }) => counts !== undefined || ordinal !== undefined)) return true;
  return [
    ...duty.starts.flatMap((start) => start.while.flatMap(({ opens, closes }) => [opens, closes])),
    ...duty.switches.flatMap((each) => ('at' in each ? [each.at] : [])),
    ...duty.dueNoLaterThan.map(({ fact }) => fact),
  ].includes(name);
}

/** Knowing less never makes good: without a fact, nothing that could not be told, or was overdue, has become met. */
export const deletingNeverMakesMet = (size: Size): void =>
  fc.assert(
    fc.property(histories, fc.nat(), withPicks(size), (history, drop, picks) => {
      const dropped = history.facts[drop % history.facts.length];
      if (!dropped || dropped.name.startsWith('born.')) return;
      const less = { ...history, facts: history.facts.filter((fact) => fact !== dropped) };
      const [before, after] = [piecesOf(history, LATER), piecesOf(less, LATER)];
      for (const pick of picks) {
        const on = dayText(dayIn(history, pick)) as LocalDate;
        // Without one of two sources that disagree, the other is believed.
        const was = new Map(
          verdictOn(before, on)
            .filter(({ because }) => because !== 'sources-disagree')
            .map((piece) => [clockKey(piece), piece.verdict]),
        );
        for (const piece of verdictOn(after, on))
          if (piece.verdict === 'met' && !saysWhatIsAsked(piece.duty, dropped))
            expect(['cannot-tell', 'overdue'], clockKey(piece)).not.toContain(was.get(clockKey(piece)));
      }
    }),
    size,
  );

/** What was known on a day is what would be told from the facts of that day alone. */
export const knownThenEqualsToldThen = (size: Size): void =>
  fc.assert(
    fc.property(histories, withPicks(size), (history, picks) => {
      for (const pick of picks) {
        const on = dayText(dayIn(history, pick)) as LocalDate;
        const known = endOfDayInLondon(on);
        const then = {
          ...history,
          facts: history.facts
            .filter(({ believedFrom }) => believedFrom <= known)
            .map((fact) =>
              fact.believedUntil !== null && fact.believedUntil > known ? { ...fact, believedUntil: null } : fact,
            ),
          standings: history.standings.filter(({ believedFrom }) => believedFrom <= known),
        };
        expect(piecesOf(history, known)).toEqual(piecesOf(then, LATER));
      }
    }),
    size,
  );

/** After each entry, moving one child's share gives the same sums as counting every child anew. */
export const refreshedEqualsRecounted = (size: Size): void =>
  fc.assert(
    fc.property(fc.array(histories, { minLength: 1, maxLength: 4 }), withPicks(size), (many, picks) => {
      const first = many[0] as History;
      const compiled = compiledFor(first);
      for (const pick of picks) {
        const on = dayText(dayIn(first, pick)) as LocalDate;
        const shareOf = ({ standings }: History, facts: readonly Fact[]) =>
          childFigure(compiled, CHILD, facts, standings, on, LATER);
        const known: Fact[][] = many.map(() => []);
        const shares = many.map((history) => shareOf(history, []));
        const figures = figuresOf(shares, on);
        many.forEach((history, child) => {
          for (const fact of history.facts) {
            known[child]?.push(fact);
            const after = shareOf(history, known[child] ?? []);
            refreshChild(figures, shares[child] ?? null, after, on);
            shares[child] = after;
          }
        });
        const whole = figuresOf(
          many.map((history) => shareOf(history, history.facts)),
          on,
        );
        expect(figures).toEqual(whole);
        for (const answers of [figures.allocated, figures.assessed, figures.seen, figures.planned])
          expect(answers.yes + answers.no + answers.notOwed + answers.cannotTell).toBe(figures.open);
      }
    }),
    size,
  );
