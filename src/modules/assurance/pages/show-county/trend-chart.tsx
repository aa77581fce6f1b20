import type { VNode } from 'preact';
import { dayAndMonth, plainDay } from '../../../../ui/dates-in-words.ts';
import { textWidth } from '../../../../ui/sightline/text-width.ts';
import { inFigures } from '../../core/county-words.ts';
import type { JudgedProcess } from '../../core/process-limits.ts';
import { type RoundScale, roundScale } from './chart-scale.ts';

const LEFT = 46;
const RIGHT = 570;
const TOP = 40;
const FLOOR = 354;

type Place = { readonly x: (at: number) => number; readonly y: (value: number) => number };

/** Children with at least one gap, week by week, with what ordinary weeks produce. `title` says it in words. */
export function TrendChart({ trend, title }: { readonly trend: JudgedProcess; readonly title: string }): VNode {
  const { points, stretches } = trend;
  const values = points.map(({ value }) => value);
  const edges = stretches.flatMap(({ limits }) => (limits ? [limits.lower, limits.upper] : []));
  const scale = roundScale(Math.min(...values, ...edges), Math.max(...values, ...edges, 1), { whole: true });
  const place: Place = {
    x: (at) => LEFT + 6 + (at / Math.max(1, points.length - 1)) * (RIGHT - LEFT - 12),
    y: (value) => FLOOR - ((value - scale.from) / (scale.until - scale.from)) * (FLOOR - TOP),
  };
  return (
    <svg viewBox="0 0 620 400" class="sl-figure" role="img" aria-label={title}>
      <text x={0} y={12} class="sl-figure__name">
        Children with at least one gap
      </text>
      <text x={0} y={27} class="sl-axis">
        the same day of every week{scale.from > 0 ? `; the scale starts at ${inFigures(scale.from)}` : ''}
      </text>
      <Marks scale={scale} y={place.y} />
      <Limits trend={trend} place={place} />
      <path d={lineThrough(points, place)} class="sl-figure__line" />
      {points.map(({ value, signal }, at) =>
        signal ? (
          <path
            d={diamond(place.x(at), place.y(value))}
            class={`sl-figure__signal sl-figure__signal--${signal.side}`}
          />
        ) : null,
      )}
      <LastValue trend={trend} place={place} />
      <Months trend={trend} x={place.x} />
    </svg>
  );
}

const Marks = ({ scale, y }: { scale: RoundScale; y: Place['y'] }) => (
  <>
    {scale.marks.map((mark) => (
      <g key={mark}>
        <path d={`M${LEFT} ${y(mark)}H${RIGHT}`} class="sl-line-faint" />
        <text x={LEFT - 8} y={y(mark) + 4} text-anchor="end" class="sl-axis">
          {inFigures(mark)}
        </text>
      </g>
    ))}
  </>
);

function Limits({ trend: { stretches }, place: { x, y } }: { trend: JudgedProcess; place: Place }) {
  return (
    <>
      {stretches.map(({ from, until, basis, limits }, index) => {
        if (!limits || !basis) return null;
        const [start, end] = [x(Math.max(from, basis.from)), index === stretches.length - 1 ? RIGHT : x(until)];
        const words = `ordinary weeks: ${inFigures(Math.round(limits.lower))} to ${inFigures(Math.round(limits.upper))}`;
        return (
          <g key={from}>
            <rect
              x={start}
              y={y(limits.upper)}
              width={end - start}
              height={y(limits.lower) - y(limits.upper)}
              class="sl-figure__band"
            />
            <path d={`M${start} ${y(limits.mean)}H${end}`} class="sl-figure__mean" />
            <text
              x={Math.min(start + 6, RIGHT - textWidth(words, 12.5))}
              y={labelY(y(limits.upper), y(limits.lower))}
              class="sl-axis"
            >
              {words}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** Beneath the band, where the line seldom runs; above it at the foot of the chart. */
const labelY = (top: number, bottom: number): number => (bottom + 16 < FLOOR ? bottom + 15 : top - 6);

function LastValue({ trend: { points }, place: { x, y } }: { trend: JudgedProcess; place: Place }) {
  const last = points.at(-1);
  if (!last) return null;
  const at = points.length - 1;
  return (
    <>
      {last.signal === null && <circle cx={x(at)} cy={y(last.value)} r={3.6} class="sl-figure__last" />}
      <text x={x(at) + 9} y={y(last.value) + 4.5} class="sl-figure__name">
        {inFigures(last.value)}
      </text>
    </>
  );
}

/** Each January, named by its year; where the weeks are few, the first and the last day. */
function Months({ trend: { points }, x }: { trend: JudgedProcess; x: Place['x'] }) {
  const years = points.flatMap(({ on }, at) => {
    const before = points[at - 1]?.on;
    return before && before.slice(0, 4) !== on.slice(0, 4) ? [{ at, text: on.slice(0, 4) }] : [];
  });
  const first = points[0];
  if (years.length === 0 && first) years.push({ at: 0, text: dayAndMonth(first.on) });
  return (
    <>
      {years.map(({ at, text }) => (
        <g key={at}>
          <path d={`M${x(at)} ${FLOOR}v5`} class="sl-line-rule" />
          <text x={x(at)} y={FLOOR + 18} text-anchor={at === 0 ? 'start' : 'middle'} class="sl-axis">
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
const lineThrough = (points: JudgedProcess['points'], { x, y }: Place): string =>
  points.map(({ value }, at) => `${at === 0 ? 'M' : 'L'}${round(x(at))} ${round(y(value))}`).join('');
const diamond = (x: number, y: number): string => `M${round(x)} ${round(y - 5)}l5 5l-5 5l-5 -5z`;

/** The chart in a sentence, for those who do not see it. */
export function trendInWords({ points, stretches }: JudgedProcess): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return 'No week is known yet';
  const limits = stretches.at(-1)?.limits;
  const ordinary = limits ? `; ordinary weeks have ${Math.round(limits.lower)} to ${Math.round(limits.upper)}` : '';
  return `Children with at least one gap, weekly from ${plainDay(first.on)} to ${plainDay(last.on)}: ${inFigures(first.value)} at first, ${inFigures(Math.max(...points.map(({ value }) => value)))} at most, ${inFigures(last.value)} now${ordinary}. The table below has every week.`;
}
