import type { VNode } from 'preact';
import { inFigures } from '../../core/county-words.ts';

const WIDTH = 230;
const HEIGHT = 54;

/** A year of weeks from nought, with the mean of all but the last quarter as a broken line; the words say three of the values. */
export function Sparkline({ values }: { readonly values: readonly number[] }): VNode | null {
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined || values.length < 2)
    return <span class="sl-quiet">too few weeks yet</span>;
  const most = Math.max(...values, 1);
  const x = (at: number): number => 4 + (at / (values.length - 1)) * (WIDTH - 10);
  const y = (value: number): number => HEIGHT - 4 - (value / most) * (HEIGHT - 14);
  const before = values.slice(0, Math.max(1, Math.floor(values.length * 0.75)));
  const mean = before.reduce((sum, value) => sum + value, 0) / before.length;
  const line = values.map((value, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const middle = values[Math.floor((values.length - 1) / 2)] ?? first;
  return (
    <>
      <svg
        class="sl-spark"
        width={WIDTH}
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        aria-hidden="true"
        focusable="false"
      >
        <path d={`M4 ${HEIGHT - 4}H${WIDTH - 4}`} class="sl-line-rule" />
        <path d={`M4 ${y(mean).toFixed(1)}H${WIDTH - 4}`} class="sl-figure__mean" />
        <path d={line} class="sl-figure__line" />
        <circle cx={x(values.length - 1)} cy={y(last)} r={3.6} class="sl-ink" />
      </svg>
      <span class="govuk-visually-hidden">
        {inFigures(first)} at first, {inFigures(middle)} half way, {inFigures(last)} now.
      </span>
    </>
  );
}
