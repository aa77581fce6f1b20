import type { LocalDate } from '../../../kernel/local-date.ts';

/** One week's count. */
export type ProcessPoint = { readonly on: LocalDate; readonly value: number };

/** What ordinary weeks produce: the mean, the mean of the moving ranges, and the natural limits round them. */
export type NaturalLimits = {
  readonly mean: number;
  /** The mean of the differences between neighbours, without sign. */
  readonly movingRange: number;
  /** Never below nought: these are counts of children. */
  readonly lower: number;
  readonly upper: number;
};

/**
 * Why a point is more than chance explains. `outside`: beyond a natural limit. `run`: one of eight or more in a row on one
 * side of the mean. `near`: one of three, out of four in a row, that are nearer to a limit than to the mean.
 */
export type Signal = { readonly rule: 'outside' | 'run' | 'near'; readonly side: 'above' | 'below' };

/** A change that somebody has explained: the ordinary weeks are counted afresh from that day on. */
export type StatedShift = { readonly from: LocalDate; readonly because: string };

/** Weeks with one set of limits. Positions are those of the points; `until` is one past the last. */
export type ProcessStretch = {
  readonly from: number;
  readonly until: number;
  /** Which points the limits rest on; null while there are too few of them. */
  readonly basis: { readonly from: number; readonly until: number } | null;
  readonly limits: NaturalLimits | null;
  /** The stated reason why the limits begin anew here; null for the first stretch. */
  readonly because: string | null;
};

export type JudgedProcess = {
  readonly points: readonly (ProcessPoint & { readonly signal: Signal | null })[];
  readonly stretches: readonly ProcessStretch[];
};

/** Three standard deviations by way of the mean moving range of two: 3 / 1.128. */
const SPREAD = 2.66;
/** Limits that rest on fewer weeks move too much themselves. */
export const LEAST_POINTS = 12;
/** Of fewer children one more or one less is already a jump: whole numbers are too coarse for limits. */
export const LEAST_MEAN = 5;
/** A year of weeks is as far as a baseline reaches. */
export const BASIS_POINTS = 52;
const RUN = 8;

/** The natural limits of individual values and moving ranges (XmR). Null under twelve values, or of too small numbers. */
export function naturalLimits(values: readonly number[]): NaturalLimits | null {
  if (values.length < LEAST_POINTS) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (mean < LEAST_MEAN) return null;
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
  const movingRange = ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
  return {
    mean,
    movingRange,
    lower: Math.max(0, mean - SPREAD * movingRange),
    upper: mean + SPREAD * movingRange,
  };
}

/**
 * Judges weekly counts, oldest first. The limits rest on the year before the last one, so that the last year is held
 * against it and not against itself; with less history, on the first weeks that there are. Nothing moves them but a shift
 * with a stated reason. Throws when a shift has none.
 */
export function judgeProcess(points: readonly ProcessPoint[], shifts: readonly StatedShift[] = []): JudgedProcess {
  const starts = shifts.map(({ from, because }) => {
    if (because.trim() === '') throw new Error(`The shift of ${from} has no stated reason.`);
    return { at: points.findIndex(({ on }) => on >= from), because };
  });
  const cuts = starts.filter(({ at }) => at > 0).sort((a, b) => a.at - b.at);
  const firstEnd = cuts[0]?.at ?? points.length;
  const stretches = [
    stretchOf(points, 0, firstEnd, basisOfFirst(points.length, firstEnd), null),
    ...cuts.map(({ at, because }, index) => {
      const until = cuts[index + 1]?.at ?? points.length;
      return stretchOf(points, at, until, { from: at, until: Math.min(until, at + BASIS_POINTS) }, because);
    }),
  ];
  const signals = stretches.flatMap((stretch) => signalsOf(points, stretch));
  return { stretches, points: points.map((point, at) => ({ ...point, signal: signals[at] ?? null })) };
}

/** The year before the last year, if it is long enough; else the first weeks. */
function basisOfFirst(all: number, until: number): { from: number; until: number } {
  const last = Math.min(until, all - BASIS_POINTS);
  if (last >= LEAST_POINTS) return { from: Math.max(0, last - BASIS_POINTS), until: last };
  return { from: 0, until: Math.min(until, BASIS_POINTS) };
}

function stretchOf(
  points: readonly ProcessPoint[],
  from: number,
  until: number,
  basis: { readonly from: number; readonly until: number },
  because: string | null,
): ProcessStretch {
  const limits = naturalLimits(points.slice(basis.from, basis.until).map(({ value }) => value));
  return { from, until, basis: limits === null ? null : basis, limits, because };
}

function signalsOf(points: readonly ProcessPoint[], { from, until, basis, limits }: ProcessStretch): (Signal | null)[] {
  const values = points.slice(from, until).map(({ value }) => value);
  if (limits === null || basis === null) return values.map(() => null);
  // What lies before the basis is history that nobody is asked to explain now.
  const judged = basis.from - from;
  return values.map((value, at) => (at < judged ? null : signalAt(values.slice(judged), at - judged, value, limits)));
}

function signalAt(values: readonly number[], at: number, value: number, limits: NaturalLimits): Signal | null {
  if (value > limits.upper) return { rule: 'outside', side: 'above' };
  if (value < limits.lower) return { rule: 'outside', side: 'below' };
  const side = value > limits.mean ? 'above' : value < limits.mean ? 'below' : null;
  if (side === null) return null;
  const sign = side === 'above' ? 1 : -1;
  if (runRound(values, at, (each) => (each - limits.mean) * sign > 0) >= RUN) return { rule: 'run', side };
  const limit = limits.mean + sign * SPREAD * limits.movingRange; // the lower one unclipped: nought is no limit of chance
  const isNear = (each: number): boolean =>
    (each - limits.mean) * sign > 0 && Math.abs(limit - each) < Math.abs(each - limits.mean);
  return isNear(value) && isThreeOfFour(values, at, isNear) ? { rule: 'near', side } : null;
}

/** How many neighbours in a row, the one at `at` among them, are so. */
function runRound(values: readonly number[], at: number, isSo: (value: number) => boolean): number {
  let [first, last] = [at, at];
  while (first > 0 && isSo(values[first - 1] ?? Number.NaN)) first -= 1;
  while (last < values.length - 1 && isSo(values[last + 1] ?? Number.NaN)) last += 1;
  return last - first + 1;
}

function isThreeOfFour(values: readonly number[], at: number, isSo: (value: number) => boolean): boolean {
  return [at - 3, at - 2, at - 1, at].some(
    (first) => first >= 0 && first + 4 <= values.length && values.slice(first, first + 4).filter(isSo).length >= 3,
  );
}
