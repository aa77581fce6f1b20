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
import {
  NOT_SPOKEN_OF,
  SOURCE_BEGINS_AFTER,
  SOURCE_ENDS_BEFORE,
  SOURCE_NEVER_SAYS,
  SPOKEN_OF,
  WITHIN_WINDOW,
} from './running-clock.ts';

/** Why silence is no evidence, by what the windows say of the start. */
export function silenceWhy(kind: number): number {
  if (kind === BEGINS_AFTER) return SOURCE_BEGINS_AFTER;
  return kind === NEVER_SAYS ? SOURCE_NEVER_SAYS : SOURCE_ENDS_BEFORE;
}

const answer: Coverage = { kind: NEVER_SAYS, until: 0 };

/** Sets whose silence about this clock's meetings is evidence, and until when. */
export function setEvidence(duty: CompiledClock, view: ChildView, bench: Workbench): void {
  const { clock } = bench;
  clock.blind = false;
  clock.evidence = SPOKEN_OF;
  if (isFromHere(view, clock.start) || isSpokenHere(duty, view, bench)) return;
  windowsOver(view, duty.speakers, clock.s1, answer);
  clock.evidence = answer.kind === COVERS ? WITHIN_WINDOW : NOT_SPOKEN_OF;
  clock.windowUntil = answer.until;
  clock.silenceCode = silenceWhy(answer.kind);
  clock.blind = answer.kind === NEVER_SAYS;
}

/** Once something here has spoken of such meetings, its silence is evidence for ever. */
function isSpokenHere(duty: CompiledClock, view: ChildView, { clock, meets }: Workbench): boolean {
  const scope = duty.startScope[view.code[clock.origin] as number] as number;
  for (let each = 0; each < meets.size; each += 1) {
    const meeting = meets.at[each] as number;
    if ((view.latest[meeting] as number) > clock.s1) return false;
    if (isFromHere(view, meeting) && inScope(view, scope, clock.origin, meeting)) return true;
  }
  return false;
}
