import type { VNode } from 'preact';
import type { LocalDate } from '../../kernel/local-date.ts';
import { shortDay } from '../dates-in-words.ts';
import type { SightlinePicture, WorstGap } from './sightline-picture.ts';
import { WIDE } from './wide-layout.ts';

type Shown = Exclude<WorstGap, 'not-open'>;

/** The letters of the county image, and what each says. */
const WORST_GAP_WORDS: Record<Shown, { readonly letter: string; readonly words: string }> = {
  'no-worker': { letter: 'N', words: 'No social worker' },
  'not-assessed': { letter: 'A', words: 'Not assessed' },
  'not-seen': { letter: 'S', words: 'Not seen' },
  'no-plan': { letter: 'P', words: 'No plan' },
  'cannot-tell': { letter: '?', words: 'Cannot tell' },
  'nothing-late': { letter: '', words: 'Nothing late' },
};

/** A run of weeks shows its letter from this width. */
const LETTER_FROM = 12;

/** The child's own row of the county image: the worst gap of each week. */
export function WorstGapStrip({
  picture,
  at,
}: {
  readonly picture: SightlinePicture;
  readonly at: (day: LocalDate) => number;
}): VNode | null {
  const runs = joined(picture.worst, picture.today);
  if (runs.length === 0) return null;
  return (
    <g>
      <text x={0} y={63} class="sl-lane-name sl-lane-name--quiet">
        Worst gap
      </text>
      {runs.map(({ from, until, is }) => {
        const { letter, words } = WORST_GAP_WORDS[is];
        const [x, width] = [at(from), at(until) - at(from)];
        return (
          <g>
            <title>{`${words}, ${shortDay(from)} to ${shortDay(until)}`}</title>
            <rect x={x} y={50} width={width} height={16} class={`sl-ramp-${is}`} />
            {width >= LETTER_FROM && letter && (
              <text x={x + width / 2} y={62.5} text-anchor="middle" class={`sl-ramp-letter sl-ramp-letter--${is}`}>
                {letter}
              </text>
            )}
          </g>
        );
      })}
      <text x={WIDE.words} y={63} class="sl-now-detail">
        the worst gap of each week
      </text>
    </g>
  );
}

type Run = { readonly from: LocalDate; readonly until: LocalDate; readonly is: Shown };

/** Neighbouring weeks of one kind as one run; nothing beyond today, nor when the child was not open. */
function joined(weeks: SightlinePicture['worst'], today: LocalDate): Run[] {
  const runs: Run[] = [];
  for (const { from, until: end, is } of weeks) {
    if (from >= today || is === 'not-open') continue;
    const week: Run = { from, until: end, is };
    const until = end < today ? end : today;
    const last = runs.at(-1);
    if (last && last.is === week.is && last.until === week.from) runs[runs.length - 1] = { ...last, until };
    else runs.push({ ...week, until });
  }
  return runs;
}
