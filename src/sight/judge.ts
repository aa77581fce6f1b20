import { type Instant, millisecondsOf } from '../kernel/instant.ts';
import { type EpochDay, type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import { childView, readChild } from './child-view.ts';
import type { Columns } from './columns.ts';
import type { CompiledStatute } from './compile.ts';
import { runDisputedClocks } from './disputed-clocks.ts';
import { runClocks, workbench } from './engine.ts';
import { verdictAt } from './running-clock.ts';

/** The verdicts of many children's clocks on one day, a column each. Places 0 to `size - 1` are filled. */
export type Judged = {
  size: number;
  /** Number of the child in the columns. */
  child: Int32Array;
  /** The duty's `index` in the compiled statute. */
  duty: Uint16Array;
  /** Row of the columns that started the clock. */
  start: Int32Array;
  /** Place in VERDICTS. */
  verdict: Uint8Array;
  /** The first day on which it can fall due, an open bound where that is not known. */
  due: Int32Array;
};

const roomFor = (room: number): Omit<Judged, 'size'> => ({
  child: new Int32Array(room),
  duty: new Uint16Array(room),
  start: new Int32Array(room),
  verdict: new Uint8Array(room),
  due: new Int32Array(room),
});

/** Room for answers, to be used again from one call to the next; it grows as needed. */
export const judged = (room = 1024): Judged => ({ size: 0, ...roomFor(room) });

/**
 * Judges every clock of children `from` (inclusive) to `until` (exclusive) on a day, as known at a moment: the same
 * core as `clocksOf`, without an object for each clock. State checks have no due day and are not among the answers.
 */
export function judge(
  compiled: Pick<CompiledStatute, 'clocks'>,
  columns: Columns,
  on: LocalDate,
  known: Instant,
  answers: Judged,
  from = 0,
  until = columns.children,
): Judged {
  const day: EpochDay = toEpochDay(on);
  const moment = millisecondsOf(known);
  const view = childView(columns);
  const bench = workbench();
  const { clocks } = compiled;
  let child = from;
  let size = 0;
  let { child: children, duty: duties, start, verdict, due } = answers;
  const take = (duty: CompiledStatute['clocks'][number], clock: typeof bench.clock): void => {
    if (clock.first > day) return;
    if (size === verdict.length) {
      grow(answers);
      ({ child: children, duty: duties, start, verdict, due } = answers);
    }
    verdict[size] = verdictAt(clock, day);
    due[size] = clock.asked1;
    children[size] = child;
    duties[size] = duty.index;
    start[size] = clock.start;
    size += 1;
  };
  for (; child < until; child += 1) {
    readChild(view, columns, child, moment);
    const run = view.alternatives.length === 0 ? runClocks : runDisputedClocks;
    for (let each = 0; each < clocks.length; each += 1)
      run(clocks[each] as CompiledStatute['clocks'][number], view, columns, bench, take);
  }
  answers.size = size;
  return answers;
}

function grow(answers: Judged): void {
  const larger = roomFor(2 * answers.verdict.length);
  larger.child.set(answers.child);
  larger.duty.set(answers.duty);
  larger.start.set(answers.start);
  larger.verdict.set(answers.verdict);
  larger.due.set(answers.due);
  Object.assign(answers, larger);
}
