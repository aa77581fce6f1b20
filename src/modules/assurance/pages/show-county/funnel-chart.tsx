import type { VNode } from 'preact';
import { textWidth } from '../../../../ui/sightline/text-width.ts';
import { inFigures } from '../../core/county-words.ts';
import type { Funnel, FunnelTeam } from '../../core/funnel.ts';
import { keptApart, roundScale } from './chart-scale.ts';

const LEFT = 46;
const RIGHT = 606;
const TOP = 34;
const FLOOR = 354;
/** More names than these would hide the marks; the table beneath has every one. */
const MOST_NAMES = 9;

type Place = { readonly x: (size: number) => number; readonly y: (share: number) => number; readonly top: number };

/** Teams by size and share, with exact binomial limits round the county's own share. */
export function FunnelChart({ funnel }: { readonly funnel: Funnel }): VNode | null {
  const { teams, curve, proportion } = funnel;
  if (proportion === null) return null;
  const largest = Math.max(...teams.map(({ size }) => size));
  const across = roundScale(0, largest * 1.02, { fromZero: true, whole: true });
  const judged = teams.filter(({ stands }) => stands !== 'too-small');
  const highest = Math.max(proportion * 2, 0.02, ...judged.map(({ count, size }) => count / size));
  const down = roundScale(0, Math.min(1, highest * 1.12) * 100, { fromZero: true });
  const place: Place = {
    x: (size) => LEFT + (size / across.until) * (RIGHT - LEFT),
    y: (share) => FLOOR - (Math.min(share * 100, down.until) / down.until) * (FLOOR - TOP),
    top: down.until / 100,
  };
  return (
    <svg viewBox="0 0 620 400" class="sl-figure" role="img" aria-label={funnelInWords(funnel)}>
      <text x={0} y={12} class="sl-figure__name">
        Children not seen in time
      </text>
      {down.marks.map((mark) => (
        <g key={mark}>
          <path d={`M${LEFT} ${place.y(mark / 100)}H${RIGHT}`} class="sl-line-faint" />
          <text x={LEFT - 8} y={place.y(mark / 100) + 4} text-anchor="end" class="sl-axis">
            {mark}%
          </text>
        </g>
      ))}
      {across.marks.map((mark) => (
        <text key={mark} x={place.x(mark)} y={FLOOR + 18} text-anchor="middle" class="sl-axis">
          {inFigures(mark)}
        </text>
      ))}
      <text x={RIGHT} y={FLOOR + 36} text-anchor="end" class="sl-axis">
        open children in the team
      </text>
      <path d={bandOf(curve, place)} class="sl-figure__band" />
      <path d={edgeOf(curve, place, ({ wide, size }) => wide.most / size)} class="sl-figure__limit" />
      <path d={edgeOf(curve, place, ({ wide, size }) => wide.fewest / size)} class="sl-figure__limit" />
      <path d={`M${LEFT} ${place.y(proportion)}H${RIGHT}`} class="sl-figure__mean" />
      {teams.map((team) => (
        <TeamMark key={team.team} team={team} place={place} />
      ))}
      <Names teams={teams} place={place} />
    </svg>
  );
}

type Curve = Funnel['curve'];

/** The limits as steps are exact; drawn from size to size they are as jagged as whole children are. */
const edgeOf = (curve: Curve, { x, y }: Place, share: (limits: Curve[number]) => number): string =>
  curve
    .map((limits, at) => `${at === 0 ? 'M' : 'L'}${x(limits.size).toFixed(1)} ${y(share(limits)).toFixed(1)}`)
    .join('');

function bandOf(curve: Curve, place: Place): string {
  const upper = edgeOf(curve, place, ({ narrow, size }) => narrow.most / size);
  const lower = edgeOf([...curve].reverse(), place, ({ narrow, size }) => narrow.fewest / size);
  return curve.length === 0 ? '' : `${upper}${lower.replace('M', 'L')}Z`;
}

/** Apart: a diamond above, a triangle below. Judged and inside: a ring. Too small to judge: a small grey ring. */
function TeamMark({ team: { count, size, stands }, place: { x, y } }: { team: FunnelTeam; place: Place }) {
  const [at, down] = [x(size), y(count / size)];
  if (stands === 'above')
    return <path d={`M${at} ${down - 7}l7 7l-7 7l-7 -7z`} class="sl-figure__signal sl-figure__signal--above" />;
  if (stands === 'below')
    return <path d={`M${at} ${down - 7}l7 12h-14z`} class="sl-figure__signal sl-figure__signal--below" />;
  return (
    <circle
      cx={at}
      cy={down}
      r={stands === 'too-small' ? 2.6 : 4}
      class={`sl-figure__team sl-figure__team--${stands === 'too-small' ? 'small' : 'judged'}`}
    />
  );
}

function Names({ teams, place: { x, y } }: { teams: readonly FunnelTeam[]; place: Place }) {
  const apart = teams.filter(({ stands }) => stands === 'above' || stands === 'below').slice(0, MOST_NAMES);
  const labels = apart.map(({ name, count, size }) => ({
    text: `${name}: ${inFigures(count)} of ${inFigures(size)}`,
    y: y(count / size) + 4.5,
  }));
  const places = keptApart(labels, 18, TOP + 4, FLOOR - 6);
  return (
    <>
      {apart.map(({ team, count, size }, index) => {
        const { text, y: wanted } = labels[index] ?? { text: '', y: 0 };
        const width = textWidth(text, 13, true);
        const right = x(size) + 12 + width <= RIGHT;
        const start = Math.max(0, right ? x(size) + 12 : x(size) - 12 - width);
        const down = places[index] ?? wanted;
        return (
          <g key={team}>
            {Math.abs(down - wanted) > 6 && (
              <path
                d={`M${x(size)} ${y(count / size)}L${right ? start - 2 : start + width + 2} ${down - 4}`}
                class="sl-line-rule"
              />
            )}
            <text x={start} y={down} class="sl-figure__name sl-figure__name--over">
              {text}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** The chart in a sentence, for those who do not see it. */
export function funnelInWords({ teams, proportion }: Funnel): string {
  const named = (stands: FunnelTeam['stands']) =>
    teams.filter((team) => team.stands === stands).map(({ name }) => name);
  const said = [
    [named('above'), 'above'],
    [named('below'), 'below'],
  ] as const;
  const apart = said.flatMap(([names, side]) =>
    names.length > 0 ? [`${names.join(', ')} ${side} the 99.8% limits`] : [],
  );
  return `Funnel of ${inFigures(teams.length)} teams round the county’s ${((proportion ?? 0) * 100).toFixed(1)}%: ${apart.length > 0 ? apart.join('; ') : 'none outside the 99.8% limits'}. The table below has every figure.`;
}
