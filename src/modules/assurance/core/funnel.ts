/** A team's count out of its size: children not seen in time out of children open. */
export type TeamCount = { readonly team: string; readonly name: string; readonly count: number; readonly size: number };

/**
 * Where a team stands by exact binomial limits round the county's own proportion. `above` and `below`: outside the 99.8 %
 * limits, more than size and chance explain. `high` and `low`: outside 95 % alone, which one team in twenty is by chance.
 */
export type FunnelStand = 'above' | 'below' | 'high' | 'low' | 'inside' | 'too-small';

export type FunnelTeam = TeamCount & {
  readonly stands: FunnelStand;
  /** The most and the fewest that chance explains in a team of this size (99.8 %). */
  readonly most: number;
  readonly fewest: number;
};

/** The limits of one size, in children. */
export type FunnelLimits = {
  readonly size: number;
  readonly wide: { readonly fewest: number; readonly most: number };
  readonly narrow: { readonly fewest: number; readonly most: number };
};

export type Funnel = {
  /** All counts over all sizes; null when no team has a child. */
  readonly proportion: number | null;
  /** Those who stand apart first, then by name: inside the limits there is no order of merit. */
  readonly teams: readonly FunnelTeam[];
  readonly curve: readonly FunnelLimits[];
  readonly leastSize: number;
};

/** A smaller team is drawn and not judged: one child more or less would move it across a limit. */
export const LEAST_SIZE = 20;
/** One tail of the 99.8 % limits, and of the 95 % limits. */
const WIDE_TAIL = 0.001;
const NARROW_TAIL = 0.025;

/** Judges teams against the county's own proportion. */
export function funnelOf(teams: readonly TeamCount[], leastSize: number = LEAST_SIZE): Funnel {
  const size = teams.reduce((sum, team) => sum + team.size, 0);
  if (size === 0) return { proportion: null, teams: [], curve: [], leastSize };
  const proportion = teams.reduce((sum, team) => sum + team.count, 0) / size;
  const judged = teams.map((team) => judgeTeam(team, proportion, leastSize));
  return { proportion, teams: judged.sort(inOrder), curve: curveOf(teams, proportion), leastSize };
}

function judgeTeam(team: TeamCount, proportion: number, leastSize: number): FunnelTeam {
  const { wide, narrow } = funnelLimits(team.size, proportion);
  return { ...team, most: wide.most, fewest: wide.fewest, stands: standOf(team, wide, narrow, leastSize) };
}

function standOf(
  { count, size }: TeamCount,
  wide: FunnelLimits['wide'],
  narrow: FunnelLimits['narrow'],
  leastSize: number,
): FunnelStand {
  if (size < leastSize) return 'too-small';
  if (count > wide.most) return 'above';
  if (count < wide.fewest) return 'below';
  if (count > narrow.most) return 'high';
  return count < narrow.fewest ? 'low' : 'inside';
}

/** Teams that stand apart, worst first; the others by name alone. */
function inOrder(a: FunnelTeam, b: FunnelTeam): number {
  const rank = ({ stands }: FunnelTeam): number => (stands === 'above' ? 0 : stands === 'below' ? 1 : 2);
  const apart = rank(a) - rank(b);
  if (apart !== 0) return apart;
  return rank(a) < 2 ? b.count / b.size - a.count / a.size : a.name.localeCompare(b.name, 'en-GB');
}

/** The counts that chance explains in a team of that size: exact, from the binomial distribution. */
export function funnelLimits(size: number, proportion: number): FunnelLimits {
  const chances = binomial(size, proportion);
  return { size, wide: within(chances, WIDE_TAIL), narrow: within(chances, NARROW_TAIL) };
}

/** The fewest and the most such that fewer, and more, each have at most that chance. */
function within(chances: readonly number[], tail: number): { fewest: number; most: number } {
  let fewest = 0;
  for (let below = chances[0] ?? 0; below <= tail && fewest < chances.length - 1; below += chances[fewest] ?? 0) {
    fewest += 1;
  }
  let most = chances.length - 1;
  for (let above = chances[most] ?? 0; above <= tail && most > 0; above += chances[most] ?? 0) most -= 1;
  return { fewest, most };
}

/** The chance of each count from nought to `size`, from the likeliest outwards, so that no number grows too small to begin with. */
function binomial(size: number, proportion: number): number[] {
  const chances = new Array<number>(size + 1).fill(0);
  const peak = Math.min(size, Math.floor((size + 1) * proportion));
  chances[peak] = 1;
  const odds = proportion / (1 - proportion);
  for (let k = peak; k < size && proportion < 1; k += 1)
    chances[k + 1] = ((chances[k] ?? 0) * (size - k) * odds) / (k + 1);
  for (let k = peak; k > 0 && proportion > 0; k -= 1)
    chances[k - 1] = ((chances[k] ?? 0) * k) / ((size - k + 1) * odds);
  const sum = chances.reduce((all, chance) => all + chance, 0);
  return chances.map((chance) => chance / sum);
}

/** The limits from five children up to a little beyond the largest team, for the lines of the drawing. */
function curveOf(teams: readonly TeamCount[], proportion: number): FunnelLimits[] {
  const largest = Math.ceil(Math.max(...teams.map(({ size }) => size)) * 1.05) + 1;
  const step = Math.max(1, Math.round(largest / 90));
  const sizes: number[] = [];
  for (let size = 5; size <= largest; size += step) sizes.push(size);
  return sizes.map((size) => funnelLimits(size, proportion));
}
