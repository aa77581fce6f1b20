import type { Columns } from './columns.ts';
import { HERE, WINDOW_CODES } from './compile.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import { type Alternative, NO_ALTERNATIVES, settleDisputes } from './disputed-facts.ts';
import { IN_CHILD, IN_EPISODE } from './fact-roles.ts';

/**
 * One child after another, as believed at a moment. Facts are called by their row in the columns; `rows` names those of
 * the child that are believed, in the columns' order. The other lists are the columns themselves.
 */
export type ChildView = {
  readonly code: Uint8Array;
  readonly thread: Int32Array;
  readonly episode: Int32Array;
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  readonly source: Uint8Array;
  /** How many facts are believed. */
  size: number;
  rows: Int32Array;
  /** By fact code: the turn in which one was last present. A code is present when that is this turn. */
  readonly seenIn: Int32Array;
  turn: number;
  /** The day of every fact is known. */
  exact: boolean;
  /** The child's first row; and, unless all is exact, the earliest day on which any fact from a row on can have happened. */
  from: number;
  least: Int32Array;
  /** The files' windows: source code, first and last day. */
  windows: number;
  windowSource: Uint8Array;
  windowFrom: Int32Array;
  windowUntil: Int32Array;
  /** What the believed facts would be, were another source right about an event; none where no two disagree. */
  alternatives: readonly Alternative[];
};

export function childView({ code, thread, episode, earliest, latest, source }: Columns): ChildView {
  const lists = { code, thread, episode, earliest, latest, source };
  return {
    ...lists,
    size: 0,
    seenIn: new Int32Array(256),
    turn: 0,
    exact: true,
    from: 0,
    windows: 0,
    alternatives: NO_ALTERNATIVES,
    ...roomFor(64),
  };
}

const roomFor = (facts: number) => ({
  rows: new Int32Array(facts),
  least: new Int32Array(facts + 1),
  windowSource: new Uint8Array(facts),
  windowFrom: new Int32Array(facts),
  windowUntil: new Int32Array(facts),
});

const isWindow = new Uint8Array(256);
for (const [file, code] of WINDOW_CODES.entries()) isWindow[code] = file + 1;

/** Turns the view to child number `child`, as believed at `known` (milliseconds since 1970). */
export function readChild(view: ChildView, columns: Columns, child: number, known: number): void {
  const from = columns.offsets[child] as number;
  const until = columns.offsets[child + 1] as number;
  if (until - from > view.rows.length) Object.assign(view, roomFor(2 * (until - from)));
  const { code, earliest, latest, rows, seenIn, source } = view;
  const { believedFrom, believedUntil } = columns;
  const turn = view.turn + 1;
  view.turn = turn;
  view.windows = 0;
  let size = 0;
  let exact = true;
  let sources = 0;
  for (let at = from; at < until; at += 1) {
    if ((believedFrom[at] as number) > known || known >= (believedUntil[at] as number)) continue;
    const name = code[at] as number;
    rows[size] = at;
    size += 1;
    sources |= 1 << (source[at] as number);
    seenIn[name] = turn;
    if (isWindow[name]) addWindow(view, isWindow[name] as number, earliest[at] as number, latest[at] as number);
    else if (earliest[at] !== latest[at]) exact = false;
  }
  view.size = size;
  view.exact = exact;
  view.from = from;
  if (!exact) setLeast(view, from, until);
  view.alternatives = NO_ALTERNATIVES;
  // More than one bit: more than one source.
  if ((sources & (sources - 1)) !== 0) settleDisputes(view);
}

function setLeast({ least, earliest }: ChildView, from: number, until: number): void {
  least[until - from] = NO_LATEST;
  for (let at = until - 1; at >= from; at -= 1)
    least[at - from] = Math.min(least[at - from + 1] as number, earliest[at] as number);
}

/** Can no fact that lies behind this one in the columns have happened before a day? */
export const noneBefore = (view: ChildView, at: number, day: number): boolean =>
  view.exact || (view.least[at - view.from + 1] as number) >= day;

function addWindow(view: ChildView, source: number, from: number, until: number): void {
  if (from === NO_EARLIEST || until === NO_LATEST) return;
  view.windowSource[view.windows] = source;
  view.windowFrom[view.windows] = from;
  view.windowUntil[view.windows] = until;
  view.windows += 1;
}

/** Is the fact with this code believed? */
export const isPresent = (view: ChildView, code: number): boolean => view.seenIn[code] === view.turn;

/** Does fact `b` stand where a clock that fact `a` started looks for it? */
export function inScope(view: ChildView, scope: number, a: number, b: number): boolean {
  if (scope === IN_CHILD) return true;
  return scope === IN_EPISODE ? view.episode[a] === view.episode[b] : view.thread[a] === view.thread[b];
}

/** What the files say of a stretch that begins on a day. */
export const NEVER_SAYS = 0;
export const COVERS = 1;
export const BEGINS_AFTER = 2;
export const ENDS_BEFORE = 3;
export type Coverage = { kind: number /** Last day of the windows that cover it. */; until: number };

/**
 * Finds the windows of those files (bits by source code) that cover a day, windows that touch or overlap taken as one.
 * Silence is evidence only inside; a start before the first window or after the last is covered by none.
 */
export function windowsOver(view: ChildView, speakers: number, day: number, answer: Coverage): void {
  let until = NO_EARLIEST;
  let after = false;
  let before = false;
  for (let at = 0; at < view.windows; at += 1) {
    if (!(speakers & (1 << (view.windowSource[at] as number)))) continue;
    const last = view.windowUntil[at] as number;
    if ((view.windowFrom[at] as number) > day) after = true;
    else if (last < day) before = true;
    else if (last > until) until = last;
  }
  const covers = until !== NO_EARLIEST;
  answer.kind = covers ? COVERS : after ? BEGINS_AFTER : before ? ENDS_BEFORE : NEVER_SAYS;
  answer.until = covers ? joined(view, speakers, until) : NO_EARLIEST;
}

/** The end of the run of windows that goes on without a missing day. */
function joined(view: ChildView, speakers: number, first: number): number {
  let until = first;
  for (let grown = true; grown; ) {
    grown = false;
    for (let at = 0; at < view.windows; at += 1) {
      if (!(speakers & (1 << (view.windowSource[at] as number)))) continue;
      if ((view.windowFrom[at] as number) <= until + 1 && (view.windowUntil[at] as number) > until) {
        until = view.windowUntil[at] as number;
        grown = true;
      }
    }
  }
  return until;
}

/** Was a fact recorded by this record itself, rather than told by a file? */
export const isFromHere = (view: ChildView, at: number): boolean => view.source[at] === HERE;
