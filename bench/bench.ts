/** One thing measured beside ours, in the same run: a peer on the same input, or a bound in the same process. */
export type Beside = {
  readonly name: string;
  readonly milliseconds: number;
  /** Milliseconds of the part of ours that stands beside this one; the whole unless told. */
  readonly ours?: number;
  /** `bound`: nothing can be faster, so ours ÷ it is told. `peer`: another way to the same answer, so it ÷ ours is told. */
  readonly is: 'bound' | 'peer';
};

/** What one bench found at one size. Only ratios are held to a target: machines are shared and noisy. */
export type Measured = {
  /** How much work: children, entries. */
  readonly size: number;
  readonly milliseconds: number;
  readonly beside: readonly Beside[];
  /** What was checked, and counts that matter; a value `false` fails the run. */
  readonly found: Readonly<Record<string, number | boolean | string>>;
};

export type Bench = {
  /** `p1`, as in the table of targets. */
  readonly id: string;
  readonly title: string;
  /** What `size` counts: "children". */
  readonly of: string;
  /** Three sizes, growing: the last is the one that the target names. */
  readonly sizes: readonly [number, number, number];
  readonly run: (size: number) => Promise<Measured>;
  /** Fields that stand at the top of the JSON, from the largest size or across all of them; a value `false` fails the run. */
  readonly headline?: (
    largest: Measured,
    all: readonly Measured[],
  ) => Readonly<Record<string, number | boolean | string>>;
};

/** Our time over a bound's, a peer's time over ours. */
export function ratioOf(measured: Measured, beside: Beside): number {
  const ours = beside.ours ?? measured.milliseconds;
  return beside.is === 'bound' ? ours / beside.milliseconds : beside.milliseconds / ours;
}

/** Growth of cost with size, from the smallest to the largest: 1 is linear. */
export function growthExponent(measured: readonly { readonly size: number; readonly milliseconds: number }[]): number {
  const [first, last] = [measured[0], measured.at(-1)];
  if (!first || !last || first === last) return 0;
  return Math.log(last.milliseconds / first.milliseconds) / Math.log(last.size / first.size);
}

/** The fastest of several runs, in milliseconds: the one that the rest of the machine disturbed least. */
export async function fastestOf(times: number, work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
