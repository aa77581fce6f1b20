import { type EpochDay, type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import type { ClockPiece } from './clock.ts';
import type { Answer, CoverageAnswers } from './coverage.ts';
import type { Verdict } from './verdict.ts';

/** How many open children have each answer; the four add up to the children who are open. */
export type AnswerCounts = { yes: number; no: number; notOwed: number; cannotTell: number };

/** What is counted over many children: exact sums, so that one child can be taken out and put back. */
export type Figures = {
  open: number;
  readonly allocated: AnswerCounts;
  readonly assessed: AnswerCounts;
  readonly seen: AnswerCounts;
  readonly planned: AnswerCounts;
  /** By duty, by verdict: clocks and checks that have started by the day. A verdict that nothing has is absent. */
  readonly duties: Record<string, Partial<Record<Verdict, number>>>;
};

/** One child's share of the figures. */
export type ChildFigure = { readonly coverage: CoverageAnswers; readonly pieces: readonly ClockPiece[] };

const none = (): AnswerCounts => ({ yes: 0, no: 0, notOwed: 0, cannotTell: 0 });

export const emptyFigures = (): Figures => ({
  open: 0,
  allocated: none(),
  assessed: none(),
  seen: none(),
  planned: none(),
  duties: {},
});

const FIELDS = { yes: 'yes', no: 'no', 'not-owed': 'notOwed', 'cannot-tell': 'cannotTell' } as const satisfies Record<
  Answer,
  keyof AnswerCounts
>;
const COVERAGES = ['allocated', 'assessed', 'seen', 'planned'] as const;

/** Adds one child; a child of whom it cannot be told whether they are open yet is counted among the open. */
export const addChild = (figures: Figures, child: ChildFigure, on: LocalDate): void => count(figures, child, on, 1);
/** Takes one child out again: the share must be the one that was added. */
export const removeChild = (figures: Figures, child: ChildFigure, on: LocalDate): void => count(figures, child, on, -1);

function count(figures: Figures, { coverage, pieces }: ChildFigure, on: LocalDate, by: 1 | -1): void {
  if (coverage.open !== 'no') {
    figures.open += by;
    for (const each of COVERAGES) figures[each][FIELDS[coverage[each]]] += by;
  }
  const day = toEpochDay(on);
  for (const piece of pieces) if (holdsOn(piece, day)) countVerdict(figures, piece, by);
}

const holdsOn = ({ firstDay, lastDay }: ClockPiece, day: EpochDay): boolean =>
  firstDay <= day && (lastDay === null || day <= lastDay);

function countVerdict(figures: Figures, { duty, verdict }: ClockPiece, by: 1 | -1): void {
  const counts = figures.duties[duty] ?? {};
  figures.duties[duty] = counts;
  const sum = (counts[verdict] ?? 0) + by;
  if (sum === 0) delete counts[verdict];
  else counts[verdict] = sum;
  if (Object.keys(counts).length === 0) delete figures.duties[duty];
}

/** The figures of many children. */
export function figuresOf(children: Iterable<ChildFigure>, on: LocalDate): Figures {
  const figures = emptyFigures();
  for (const child of children) addChild(figures, child, on);
  return figures;
}
