import { addMonthsToEpochDay } from '../kernel/local-date.ts';
import {
  type ChildView,
  COVERS,
  type Coverage,
  ENDS_BEFORE,
  inScope,
  isFromHere,
  NEVER_SAYS,
  windowsOver,
} from './child-view.ts';
import { silenceWhy } from './clock-evidence.ts';
import type { CompiledClock } from './compile.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import type { Workbench } from './engine.ts';
import { IN_TIME, KNOWN, MET_DAY, SPOKEN_OF } from './running-clock.ts';

/**
 * A duty that asks for something "before, or else within so many days": what was done by the starting day meets it at
 * once. Where that may have been so, a miss cannot be told.
 */
export function heedBefore(duty: CompiledClock, view: ChildView, { clock }: Workbench): void {
  clock.perhapsBefore = KNOWN;
  for (let each = 0; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    if (at === clock.start) continue;
    for (const { code, scope, withinMonths } of duty.before) {
      if (view.code[at] !== code || !inScope(view, scope, clock.origin, at)) continue;
      const [from, until] = [view.earliest[at] as number, view.latest[at] as number];
      if (until <= clock.s1 && from >= monthsBefore(clock.s2, withinMonths)) meetAtOnce(clock, at);
      else if (from <= clock.s2 && until >= monthsBefore(clock.s1, withinMonths)) clock.perhapsBefore = MET_DAY;
    }
  }
  if (clock.perhapsBefore === KNOWN) clock.perhapsBefore = hiddenBefore(duty, view, clock);
}

function meetAtOnce(clock: Workbench['clock'], at: number): void {
  clock.metBy = at;
  clock.m1 = clock.m2 = clock.first;
  clock.inTime = IN_TIME;
}

/** Why such a fact before the start may have been left out by the files; KNOWN when it cannot. */
function hiddenBefore(duty: CompiledClock, view: ChildView, clock: Workbench['clock']): number {
  if (isFromHere(view, clock.start) || clock.evidence === SPOKEN_OF) return KNOWN;
  const answer: Coverage = { kind: NEVER_SAYS, until: 0 };
  const back = Math.min(...duty.before.map(({ withinMonths }) => monthsBefore(clock.s1, withinMonths)));
  windowsOver(view, duty.beforeSpeakers, back, answer);
  if (answer.kind === COVERS) return answer.until >= clock.s2 ? KNOWN : silenceWhy(ENDS_BEFORE);
  return silenceWhy(answer.kind);
}

const monthsBefore = (day: number, months: number | null): number => {
  if (months === null) return NO_EARLIEST;
  return day === NO_EARLIEST || day === NO_LATEST ? day : addMonthsToEpochDay(day, -months);
};
