import type { VNode } from 'preact';
import { inFigures } from '../../core/county-words.ts';
import type { RegisterSummary } from '../../store/register-rows.ts';
import { Sideways } from '../sideways.tsx';

export const DAYS_OF_A_MONTH = 28;
const BARS = 17;
const WIDE = 32.4;
const FLOOR = 165;
const TALLEST = 127;

/** How many children by days on the register, seven to a bar; what is longer than the bars reach stands in the last. */
export function DaysChart({ weeks }: { readonly weeks: RegisterSummary['weeks'] }): VNode {
  const bars = Array.from({ length: BARS }, (_, week) =>
    weeks
      .filter((each) => (week === BARS - 1 ? each.week >= week : each.week === week))
      .reduce((sum, each) => sum + each.children, 0),
  );
  const longest = Math.max(0, ...weeks.map(({ week }) => week));
  const shown = Math.min(BARS, Math.max(5, longest + 1));
  const most = Math.max(1, ...bars);
  return (
    <Sideways label="Chart of days">
      <svg viewBox="0 0 560 210" class="sl-figure" role="img" aria-label={inSentence(bars, shown)}>
        {bars.slice(0, shown).map((count, week) => {
          const high = (count / most) * TALLEST;
          const x = 3 + week * WIDE;
          return (
            <g key={week}>
              <rect x={x} y={FLOOR - high} width={28} height={high} class={`sl-bar--${shadeOf(week)}`} />
              {count > 0 && (
                <text x={x + 14} y={FLOOR - high - 6} text-anchor="middle" class="sl-figure__name">
                  {inFigures(count)}
                </text>
              )}
              {week % 2 === 0 && (
                <text x={x} y={FLOOR + 17} class="sl-axis">
                  {week === BARS - 1 ? `${week * 7}+` : week * 7}
                </text>
              )}
            </g>
          );
        })}
        <path d={`M0 ${FLOOR}H552`} class="sl-line-mark" />
        <text x={552} y={202} text-anchor="end" class="sl-axis">
          days on the register, 7 to a bar
        </text>
      </svg>
    </Sideways>
  );
}

const shadeOf = (week: number): 'new' | 'weeks' | 'month' =>
  week < 2 ? 'new' : week * 7 < DAYS_OF_A_MONTH ? 'weeks' : 'month';

function inSentence(bars: readonly number[], shown: number): string {
  const parts = bars
    .slice(0, shown)
    .map((count, week) => `${week === BARS - 1 ? `${week * 7} or more` : `${week * 7} to ${week * 7 + 6}`}: ${count}`);
  return `Children by days on the register. ${parts.join('; ')}`;
}
