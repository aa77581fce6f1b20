import {
  BEGINS_AFTER,
  type ChildView,
  COVERS,
  type Coverage,
  inScope,
  isFromHere,
  NEVER_SAYS,
  windowsOver,
} from './child-view.ts';
import type { CompiledClock } from './compile.ts';
import type { Workbench } from './engine.ts';
import { codeOf } from './facts.ts';
import {
  NOT_SPOKEN_OF,
  type RunningClock,
  SOURCE_BEGINS_AFTER,
  SOURCE_ENDS_BEFORE,
  SOURCE_NEVER_SAYS,
  WITHIN_WINDOW,
} from './running-clock.ts';
import { ONCE_ON_A_THREAD } from './told-by-files.ts';

/** Why silence is no evidence, by what the windows say of the start. */
export function silenceWhy(kind: number): number {
  if (kind === BEGINS_AFTER) return SOURCE_BEGINS_AFTER;
  return kind === NEVER_SAYS ? SOURCE_NEVER_SAYS : SOURCE_ENDS_BEFORE;
}

const answer: Coverage = { kind: NEVER_SAYS, until: 0 };

/** Sets whose silence about the meetings of a clock that a file started is evidence, and until when. */
export function setFileEvidence(duty: CompiledClock, view: ChildView, bench: Workbench): void {
  const { clock } = bench;
  if (isSpokenHere(view, bench)) return;
  windowsOver(view, duty.speakers, clock.s1, answer);
  clock.evidence = answer.kind === COVERS ? WITHIN_WINDOW : NOT_SPOKEN_OF;
  clock.windowUntil = answer.until;
  clock.silenceCode = silenceWhy(answer.kind);
  clock.blind = answer.kind === NEVER_SAYS || (answer.kind === BEGINS_AFTER && isCutOff(duty, view, clock));
}

const onceOnItsThread = new Uint8Array(256);
for (const name of ONCE_ON_A_THREAD) onceOnItsThread[codeOf(name)] = 1;

/**
 * The files begin after the start, and the first meeting that they show lies inside their days: an earlier one may have
 * been left out. So it may before one that is told by a file that lists only the latest. Not where it happens once on the
 * start's own thread, nor where the file shows what came before its days.
 */
function isCutOff({ speakers }: CompiledClock, view: ChildView, clock: RunningClock): boolean {
  if (clock.metBy < 0) return false;
  const isOnce = onceOnItsThread[view.code[clock.metBy] as number] === 1;
  if (isOnce && view.thread[clock.metBy] === view.thread[clock.origin]) return false;
  if (!isFromHere(view, clock.metBy) && !(speakers & (1 << (view.source[clock.metBy] as number)))) return true;
  for (let at = 0; at < view.windows; at += 1) {
    const from = view.windowFrom[at] as number;
    if (speakers & (1 << (view.windowSource[at] as number)) && clock.s1 < from && from <= clock.m2) return true;
  }
  return false;
}

/** Once something here has spoken of such meetings, its silence is evidence for ever. */
function isSpokenHere(view: ChildView, { clock, meets }: Workbench): boolean {
  const { scope } = clock;
  for (let each = 0; each < meets.size; each += 1) {
    const meeting = meets.at[each] as number;
    if ((view.latest[meeting] as number) > clock.s1) return false;
    if (isFromHere(view, meeting) && inScope(view, scope, clock.origin, meeting)) return true;
  }
  return false;
}
