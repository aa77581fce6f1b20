import { isDeepStrictEqual } from 'node:util';
import type { Id } from '../src/kernel/id.ts';
import { type Instant, instantOf } from '../src/kernel/instant.ts';
import { type LocalDate, mustBeDate } from '../src/kernel/local-date.ts';
import { compileStatute } from '../src/sight/compile.ts';
import type { Fact } from '../src/sight/facts.ts';
import { type ChildFigure, figuresOf } from '../src/sight/figures.ts';
import { childFigure, refreshChild } from '../src/sight/refresh-child.ts';
import type { Bench, Measured } from './bench.ts';
import { inventChildren } from './p1-children.ts';
import { statute } from './p1-duties.ts';
import { factsOfChild } from './p1-oracle.ts';

const ON = mustBeDate('2026-04-20');
const KNOWN = instantOf(Date.UTC(2026, 3, 20, 22, 0));
const ENTRIES = 400;

/** A visit to one child, made today. */
const visit = (child: number): Fact => ({
  name: 'seen.alone',
  earliest: ON as LocalDate,
  latest: ON as LocalDate,
  at: null,
  thread: `visit ${child}` as Id,
  episode: null,
  party: null,
  child: String(child) as Id,
  entry: `entry ${child}` as Id,
  source: 'here',
  believedFrom: instantOf(Date.UTC(2026, 3, 20, 9, 0)) as Instant,
  believedUntil: null,
});

/** After each of many new entries: the child reckoned anew under every duty of the statute, and the county's sums moved. */
async function run(size: number): Promise<Measured> {
  const columns = inventChildren(size);
  const compiled = compileStatute(statute, []);
  const reckon = (child: number, facts: readonly Fact[]): ChildFigure =>
    childFigure(compiled, String(child) as Id, facts, [], ON, KNOWN);
  const facts = Array.from({ length: size }, (_, child) => factsOfChild(columns, child));
  const shares = facts.map((each, child) => reckon(child, each));
  const figures = figuresOf(shares, ON);
  const step = Math.max(1, Math.floor(size / ENTRIES));
  const before = process.cpuUsage();
  let entries = 0;
  for (let child = 0; child < size; child += step, entries += 1) {
    facts[child]?.push(visit(child));
    const after = reckon(child, facts[child] ?? []);
    refreshChild(figures, shares[child] ?? null, after, ON);
    shares[child] = after;
  }
  const used = process.cpuUsage(before);
  const milliseconds = (used.user + used.system) / 1000 / entries;
  const whole = figuresOf(
    facts.map((each, child) => reckon(child, each)),
    ON,
  );
  return {
    size,
    milliseconds,
    beside: [],
    found: { entries, equalsFullRecompute: isDeepStrictEqual(figures, whole) },
  };
}

export const bench: Bench = {
  id: 'p3',
  title: 'After one new entry: one child and the county totals, processor time an entry, every duty of the statute',
  of: 'children',
  sizes: [500, 1_500, 5_500],
  run,
  headline: (largest) => ({
    millisecondsAnEntry: largest.milliseconds,
    equalsFullRecompute: largest.found.equalsFullRecompute === true,
  }),
};
