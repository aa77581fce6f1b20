import { type ChildView, COVERS, type Coverage, isFromHere, NEVER_SAYS, windowsOver } from './child-view.ts';
import { silenceWhy } from './clock-evidence.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import { KNOWN } from './running-clock.ts';

/** Until when silence about the facts that a check looks for is evidence; and the code of why it is not, beyond. */
export type Silence = { readonly until: number; readonly code: number };

/**
 * Hears silence as the clocks do: for ever about what was recorded here, or once something here has spoken of it by
 * `from`; otherwise inside the windows that cover `from`.
 */
export function silenceFrom(
  view: ChildView,
  speakers: number,
  start: number,
  from: number,
  spokenHere: (place: number) => boolean,
): Silence {
  if (isFromHere(view, start)) return { until: NO_LATEST, code: KNOWN };
  for (let each = 0; each < view.size; each += 1) {
    const at = view.rows[each] as number;
    if ((view.latest[at] as number) > from) break;
    if (isFromHere(view, at) && spokenHere(at)) return { until: NO_LATEST, code: KNOWN };
  }
  const answer: Coverage = { kind: NEVER_SAYS, until: NO_EARLIEST };
  windowsOver(view, speakers, from, answer);
  const until = answer.kind === COVERS ? answer.until : NO_EARLIEST;
  return { until, code: silenceWhy(answer.kind) };
}
