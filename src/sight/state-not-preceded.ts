import { addMonthsToEpochDay } from '../kernel/local-date.ts';
import type { StateDuty } from '../statute/duty.ts';
import { type ChildView, inScope } from './child-view.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import { factCode, SCOPES } from './fact-roles.ts';
import type { CheckedFact } from './run-states.ts';
import { CANNOT_TELL, FAILS, HOLDS, KNOWN, MET_DAY, START_DAY } from './running-clock.ts';
import type { StateAnswer, StateCheck } from './state-check.ts';
import { silenceFrom } from './state-evidence.ts';

type NotPreceded = Extract<StateDuty['check'], { is: 'not-preceded' }>;

/** Is there none of a kind within so many months before? A fact of the same thread is the same thing, not an earlier one. */
export function notPreceded(check: NotPreceded, about: CheckedFact, view: ChildView): StateCheck {
  const { s1, s2, start } = about;
  const scope = SCOPES[check.in];
  const wanted = check.by.map(factCode);
  const [from1, from2] = [monthsBefore(s1, check.withinMonths), monthsBefore(s2, check.withinMonths)];
  let surely = false;
  let perhaps = -1;
  for (let each = 0; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    if (at === start || !wanted.includes(view.code[at] as number) || !inScope(view, scope, start, at)) continue;
    if (view.code[at] === view.code[start] && view.thread[at] === view.thread[start]) continue;
    const [b1, b2] = [view.earliest[at] as number, view.latest[at] as number];
    if (b2 < s1 && b1 >= from2) surely = true;
    else if (b1 < s2 && b2 >= from1) perhaps = at;
  }
  const silence = silenceFrom(view, about.duty.speakers, start, from1, () => false);
  const answer = (): StateAnswer => {
    if (surely) return { verdict: FAILS, because: KNOWN };
    if (perhaps >= 0) return unknown(view.earliest[perhaps] === view.latest[perhaps] ? START_DAY : MET_DAY);
    return s2 <= silence.until ? { verdict: HOLDS, because: KNOWN } : unknown(silence.code);
  };
  const settled = answer();
  return { ...about, last: NO_LATEST, days: [about.first], answerOn: () => settled };
}

const unknown = (because: number): StateAnswer => ({ verdict: CANNOT_TELL, because });

const monthsBefore = (day: number, months: number): number =>
  day === NO_EARLIEST || day === NO_LATEST ? day : addMonthsToEpochDay(day, -months);
