import type { Id } from '../kernel/id.ts';
import { millisecondsOf } from '../kernel/instant.ts';
import { sourceCode } from './compile.ts';
import { earliestOf, latestOf } from './day-bounds.ts';
import { codeOf, type Fact } from './facts.ts';

/**
 * Facts of many children, a column each. A child's facts lie together, in the order of the latest day on which each can
 * have happened, then the earliest, then as recorded. Threads, episodes and parties are small whole numbers that mean
 * something only within one child.
 */
export type Columns = {
  readonly children: number;
  /** `offsets[c]` to `offsets[c + 1]`: the rows of child `c`. */
  readonly offsets: Int32Array;
  /** The fact's code: its place in FACT_NAMES. */
  readonly code: Uint8Array;
  readonly thread: Int32Array;
  /** The thread itself where a fact belongs to no episode. */
  readonly episode: Int32Array;
  /** Epoch days; NO_EARLIEST and NO_LATEST where there is no bound. */
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  /** Milliseconds since 1970 of the moment; NaN when only days are known. */
  readonly at: Float64Array;
  /** Milliseconds since 1970; `believedUntil` is Infinity while a fact stands. */
  readonly believedFrom: Float64Array;
  readonly believedUntil: Float64Array;
  /** 0 for this record, else the file's code. */
  readonly source: Uint8Array;
};

/**
 * Columns of so many rows, all zero but `believedUntil` (Infinity) and `at` (NaN): for whoever fills them in bulk.
 * `memory` gives the bytes of each: shared ones, where several threads read them.
 */
export function emptyColumns(
  children: number,
  rows: number,
  memory: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
): Columns {
  return {
    children,
    offsets: new Int32Array(memory(4 * (children + 1))),
    code: new Uint8Array(memory(rows)),
    thread: new Int32Array(memory(4 * rows)),
    episode: new Int32Array(memory(4 * rows)),
    earliest: new Int32Array(memory(4 * rows)),
    latest: new Int32Array(memory(4 * rows)),
    at: new Float64Array(memory(8 * rows)).fill(Number.NaN),
    believedFrom: new Float64Array(memory(8 * rows)),
    believedUntil: new Float64Array(memory(8 * rows)).fill(Number.POSITIVE_INFINITY),
    source: new Uint8Array(memory(rows)),
  };
}

/** Columns of one or more children, and for each row the fact that it holds. */
export type FilledColumns = { readonly columns: Columns; readonly facts: readonly Fact[] };

/** Lays facts out in columns; each group is one child's (all books of one identity). */
export function columnsOf(groups: readonly (readonly Fact[])[]): FilledColumns {
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  const columns = emptyColumns(groups.length, total);
  const facts: Fact[] = [];
  let row = 0;
  for (const [child, group] of groups.entries()) {
    columns.offsets[child] = row;
    const numbers = new Map<Id, number>();
    const numberOf = (id: Id): number => {
      const known = numbers.get(id) ?? numbers.size;
      numbers.set(id, known);
      return known;
    };
    for (const fact of inOrder(group)) {
      fill(columns, row, fact, numberOf);
      facts.push(fact);
      row += 1;
    }
  }
  columns.offsets[groups.length] = row;
  return { columns, facts };
}

function inOrder(group: readonly Fact[]): readonly Fact[] {
  return group
    .map((fact) => ({ fact, earliest: earliestOf(fact.earliest), latest: latestOf(fact.latest) }))
    .sort((a, b) => a.latest - b.latest || a.earliest - b.earliest || asRecorded(a.fact, b.fact))
    .map(({ fact }) => fact);
}

/** A fixed order for facts of one day, so that the same record always gives the same answer. */
function asRecorded(a: Fact, b: Fact): number {
  const [first, second] = [a.believedFrom + a.entry + a.name, b.believedFrom + b.entry + b.name];
  return first < second ? -1 : first > second ? 1 : 0;
}

function fill(columns: Columns, row: number, fact: Fact, numberOf: (id: Id) => number): void {
  columns.code[row] = codeOf(fact.name);
  columns.thread[row] = numberOf(fact.thread);
  columns.episode[row] = numberOf(fact.episode ?? fact.thread);
  columns.earliest[row] = earliestOf(fact.earliest);
  columns.latest[row] = latestOf(fact.latest);
  if (fact.at !== null) columns.at[row] = millisecondsOf(fact.at);
  columns.believedFrom[row] = millisecondsOf(fact.believedFrom);
  if (fact.believedUntil !== null) columns.believedUntil[row] = millisecondsOf(fact.believedUntil);
  columns.source[row] = sourceCode(fact.source);
}
