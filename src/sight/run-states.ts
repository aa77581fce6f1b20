import { type ChildView, isPresent } from './child-view.ts';
import type { Columns } from './columns.ts';
import { appliesBetween, type CompiledState } from './compile.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import { factCode } from './fact-roles.ts';
import { recordedDay } from './recorded-day.ts';
import { accompanied } from './state-accompanied.ts';
import type { StateCheck, StateTaker } from './state-check.ts';
import { neverBoth } from './state-never-both.ts';
import { notPreceded } from './state-not-preceded.ts';

/** Where and when a check stands: what the kinds of check add their answers to. */
export type CheckedFact = Pick<StateCheck, 'duty' | 'start' | 's1' | 's2' | 'first'>;

/**
 * Runs one state check over the child in the view: one for each fact that it is about, from that fact's day on.
 * `reasoned-when-late` is asked of the late clocks themselves, and `held-while-open` of the allocations.
 */
export function runStates(duty: CompiledState, view: ChildView, columns: Columns, take: StateTaker): void {
  const { check } = duty.duty;
  if (check.is === 'reasoned-when-late' || check.is === 'held-while-open') return;
  const about = factCode(check.is === 'never-both' ? check.first.opens : check.for);
  if (!isPresent(view, about)) return;
  for (let each = 0; each < view.size; each += 1) {
    const start = view.rows[each] as number;
    if (
      view.code[start] !== about ||
      !appliesBetween(duty, view.earliest[start] as number, view.latest[start] as number)
    )
      continue;
    const found = checkOf(duty, view, columns, start);
    if (found) take(found);
  }
}

function checkOf(duty: CompiledState, view: ChildView, columns: Columns, start: number): StateCheck | undefined {
  const { check } = duty.duty;
  const [s1, s2] = [view.earliest[start] as number, view.latest[start] as number];
  const first = s1 !== NO_EARLIEST ? s1 : s2 !== NO_LATEST ? s2 : recordedDay(columns, start);
  const about: CheckedFact = { duty, start, s1, s2, first };
  switch (check.is) {
    case 'accompanied':
      return accompanied(check, about, view);
    case 'not-preceded':
      return notPreceded(check, about, view);
    case 'never-both':
      return neverBoth(check, about, view);
    default:
      return undefined;
  }
}
