import type { Columns } from './columns.ts';
import { HERE, IN_CHILD, IN_EPISODE, WINDOW_CODES } from './compile.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';

/** The facts of one child that are believed at one moment, copied close together. One view serves child after child. */
export type ChildView = {
  /** How many facts; places 0 to `size - 1` of each array hold them, in the columns' order. */
  size: number;
  code: Uint8Array;
  thread: Int32Array;
  episode: Int32Array;
  earliest: Int32Array;
  latest: Int32Array;
  source: Uint8Array;
  /** The row of the columns that each came from. */
  row: Int32Array;
  /** By fact code: the turn in which one was last present. A code is present when that is this turn. */
  readonly seenIn: Int32Array;
  turn: number;
  /** The day of every fact is known. */
  exact: boolean;
  /** The files' windows: source code, first and last day. */
  windows: number;
  windowSource: Uint8Array;
  windowFrom: Int32Array;
  windowUntil: Int32Array;
};

export function childView(): ChildView {
  return { size: 0, seenIn: new Int32Array(256), turn: 0, exact: true, windows: 0, ...arraysOf(64) };
}

const arraysOf = (room: number) => ({
  code: new Uint8Array(room),
  thread: new Int32Array(room),
  episode: new Int32Array(room),
  earliest: new Int32Array(room),
  latest: new Int32Array(room),
  source: new Uint8Array(room),
  row: new Int32Array(room),
  windowSource: new Uint8Array(room),
  windowFrom: new Int32Array(room),
  windowUntil: new Int32Array(room),
});

const isWindow = new Uint8Array(256);
for (const [file, code] of WINDOW_CODES.entries()) isWindow[code] = file + 1;

/** Fills the view with the facts of child number `child` that are believed at `known` (milliseconds since 1970). */
export function readChild(view: ChildView, columns: Columns, child: number, known: number): void {
  const from = columns.offsets[child] as number;
  const until = columns.offsets[child + 1] as number;
  if (until - from > view.row.length) Object.assign(view, arraysOf(2 * (until - from)));
  const { code, thread, episode, earliest, latest, source, row, seenIn } = view;
  const { believedFrom, believedUntil } = columns;
  const turn = view.turn + 1;
  view.turn = turn;
  view.windows = 0;
  let size = 0;
  let exact = true;
  for (let at = from; at < until; at += 1) {
    if ((believedFrom[at] as number) > known || known >= (believedUntil[at] as number)) continue;
    const name = columns.code[at] as number;
    const first = columns.earliest[at] as number;
    const last = columns.latest[at] as number;
    code[size] = name;
    thread[size] = columns.thread[at] as number;
    episode[size] = columns.episode[at] as number;
    earliest[size] = first;
    latest[size] = last;
    source[size] = columns.source[at] as number;
    row[size] = at;
    seenIn[name] = turn;
    if (isWindow[name]) addWindow(view, isWindow[name] as number, first, last);
    else if (first !== last) exact = false;
    size += 1;
  }
  view.size = size;
  view.exact = exact;
}

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
