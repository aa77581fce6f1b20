import type { ChildView } from './child-view.ts';
import type { Columns } from './columns.ts';
import { type CompiledClock, type CompiledState, HERE } from './compile.ts';
import type { Alternative } from './disputed-facts.ts';
import { type ClockTaker, runClocks, type Workbench } from './engine.ts';
import { runStates } from './run-states.ts';
import { CANNOT_TELL, copyOfClock, type RunningClock, SOURCES_DISAGREE } from './running-clock.ts';
import type { StateAnswer, StateCheck, StateTaker } from './state-check.ts';

/** Runs one duty over a child of whom sources tell differently: each clock knows what it would be if another were right. */
export function runDisputedClocks(
  duty: CompiledClock,
  view: ChildView,
  columns: Columns,
  bench: Workbench,
  take: ClockTaker,
): void {
  const rivals = view.alternatives.map((alternative) => {
    const found = new Map<string, RunningClock>();
    withRows(view, alternative, () =>
      runClocks(duty, view, columns, bench, (_, clock) => {
        found.set(keyOf(view, clock, alternative), copyOfClock(clock));
      }),
    );
    return found;
  });
  runClocks(duty, view, columns, bench, (ran, clock) => {
    const key = keyOf(view, clock);
    clock.rivals = rivals.map((found) => found.get(key) ?? null);
    take(ran, clock);
    clock.rivals = null;
  });
}

const keyOf = (view: ChildView, { start, origin }: RunningClock, alternative?: Alternative): string =>
  `${alternative?.insteadOf.get(start) ?? start} ${view.thread[origin]}`;

/** The same for a state check. */
export function runDisputedStates(duty: CompiledState, view: ChildView, columns: Columns, take: StateTaker): void {
  const rivals = view.alternatives.map((alternative) => {
    const found = new Map<number, StateCheck>();
    withRows(view, alternative, () =>
      runStates(duty, view, columns, (check) => {
        found.set(alternative.insteadOf.get(check.start) ?? check.start, check);
      }),
    );
    return found;
  });
  runStates(duty, view, columns, (check) =>
    take(
      agreedCheck(
        check,
        rivals.map((found) => found.get(check.start)),
      ),
    ),
  );
}

/** The check itself where every source leads to the same answer, and elsewhere that they disagree. */
export function agreedCheck(check: StateCheck, rivals: readonly (StateCheck | undefined)[]): StateCheck {
  const answerOn = (on: number): StateAnswer => {
    const answer = check.answerOn(on);
    const agree = rivals.every(
      (rival) => rival !== undefined && rival.first <= on && rival.answerOn(on).verdict === answer.verdict,
    );
    return agree ? answer : { verdict: CANNOT_TELL, because: SOURCES_DISAGREE };
  };
  const days = [...check.days, ...rivals.flatMap((rival) => (rival ? [rival.first, ...rival.days] : []))];
  return { ...check, days, answerOn };
}

function withRows(view: ChildView, { rows, asIfHere }: Alternative, run: () => void): void {
  const [trusted, size] = [view.rows, view.size];
  const sources = asIfHere.map((row) => view.source[row] as number);
  view.rows = rows;
  view.size = rows.length;
  for (const row of asIfHere) view.source[row] = HERE;
  run();
  asIfHere.forEach((row, at) => {
    view.source[row] = sources[at] as number;
  });
  view.rows = trusted;
  view.size = size;
}
