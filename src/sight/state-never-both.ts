import type { StateDuty } from '../statute/duty.ts';
import { type ChildView, COVERS, type Coverage, isFromHere, NEVER_SAYS, windowsOver } from './child-view.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import { factCode } from './fact-roles.ts';
import type { CheckedFact } from './run-states.ts';
import { CANNOT_TELL, END_DAY, FAILS, HOLDS, KNOWN, SOURCE_ENDS_BEFORE, START_DAY } from './running-clock.ts';
import type { StateAnswer, StateCheck } from './state-check.ts';
import { silenceFrom } from './state-evidence.ts';

type NeverBoth = Extract<StateDuty['check'], { is: 'never-both' }>;

/** A thing that was open: surely from `sure1` through `sure2`, perhaps from `first` through `last`. */
type OpenTime = { first: number; sure1: number; sure2: number; last: number; knownEnd: boolean };

/** Were the two ever open on one day? Once they were, this pair fails for good. The day of closing is not an open one. */
export function neverBoth(check: NeverBoth, about: CheckedFact, view: ChildView): StateCheck {
  const speakers = about.duty.speakers;
  const own = openTime(view, about.start, factCode(check.first.closes), speakers);
  const second = factCode(check.second.opens);
  const others: OpenTime[] = [];
  for (let each = 0; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    if (view.code[at] === second && at !== about.start)
      others.push(openTime(view, at, factCode(check.second.closes), speakers));
  }
  const silence = silenceFrom(view, speakers, about.start, about.s1, (at) => view.code[at] === second);
  const overlaps = others.map((other) => overlapOf(own, other));
  const answerOn = (on: number): StateAnswer => {
    if (overlaps.some(({ sure }) => sure <= on)) return { verdict: FAILS, because: KNOWN };
    const near = overlaps.find(({ perhaps }) => perhaps <= on);
    if (near) return { verdict: CANNOT_TELL, because: near.because };
    if (on <= silence.until || own.last <= silence.until) return { verdict: HOLDS, because: KNOWN };
    return { verdict: CANNOT_TELL, because: silence.code };
  };
  const days = [about.first, silence.until + 1, ...overlaps.flatMap(({ sure, perhaps }) => [sure, perhaps])];
  return { ...about, last: NO_LATEST, days, answerOn };
}

function openTime(view: ChildView, opening: number, closes: number, speakers: number): OpenTime {
  const first = view.earliest[opening] as number;
  let sure2 = NO_LATEST;
  let last = NO_LATEST;
  let knownEnd = false;
  for (let each = 0; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    if (view.code[at] !== closes || view.thread[at] !== view.thread[opening]) continue;
    if ((view.latest[at] as number) < first) continue;
    knownEnd = true;
    sure2 = Math.min(sure2, (view.earliest[at] as number) - 1);
    if (view.latest[at] !== NO_LATEST) last = Math.min(last, (view.latest[at] as number) - 1);
  }
  if (!knownEnd && !isFromHere(view, opening)) {
    const answer: Coverage = { kind: NEVER_SAYS, until: NO_EARLIEST };
    windowsOver(view, speakers, view.latest[opening] as number, answer);
    sure2 = answer.kind === COVERS ? answer.until : (view.latest[opening] as number);
  }
  return { first, sure1: view.latest[opening] as number, sure2, last, knownEnd };
}

/** The first day on which both were open, for sure and perhaps; NO_LATEST when on none. */
function overlapOf(a: OpenTime, b: OpenTime): { sure: number; perhaps: number; because: number } {
  const sure = Math.max(a.sure1, b.sure1);
  const perhaps = Math.max(a.first, b.first);
  const uncertainStart = a.first !== a.sure1 || b.first !== b.sure1;
  const uncertainEnd = a.knownEnd && b.knownEnd ? END_DAY : SOURCE_ENDS_BEFORE;
  return {
    sure: sure <= Math.min(a.sure2, b.sure2) ? sure : NO_LATEST,
    perhaps: perhaps <= Math.min(a.last, b.last) ? perhaps : NO_LATEST,
    because: uncertainStart ? START_DAY : uncertainEnd,
  };
}
