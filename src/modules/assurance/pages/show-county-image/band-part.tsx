import type { VNode } from 'preact';
import { fromEpochDay, toEpochDay } from '../../../../kernel/local-date.ts';
import { Section } from '../../../../ui/text.tsx';
import { inFigures } from '../../core/county-words.ts';
import { SHADE_MARKS, WEEKS_SHOWN, type WeekRun } from '../../core/weeks-of-child.ts';
import type { BandRow, ImagePage } from './county-image.model.ts';

/** Units of the drawing that a week is wide, and a row high. */
const WEEK = 4;
const HIGH = 19;
const LETTER_FROM = 11;

/** The chosen lines, tall enough to read: the worse the gap the taller its bar, and each carries its letter. */
export function BandPart({ image }: { readonly image: ImagePage }): VNode | null {
  const { band } = image;
  if (band === null || band.length === 0) return null;
  const [first, last] = [band[0]?.line ?? 0, band.at(-1)?.line ?? 0];
  return (
    <Section
      id="band"
      heading={`Read closely: lines ${inFigures(first)} to ${inFigures(last)} of ${inFigures(image.lines)}`}
    >
      <p>The same lines, tall enough to read. The worse the gap, the taller the bar, and each carries its letter.</p>
      <table class="sl-table sl-band">
        <caption class="govuk-visually-hidden">
          Lines read closely, one child a row; the list below says the same in words
        </caption>
        <thead>
          <tr>
            <th scope="col" class="sl-figures">
              Line
            </th>
            <th scope="col">Child</th>
            <th scope="col">
              <Years image={image} />
            </th>
            <th scope="col">On this day</th>
          </tr>
        </thead>
        <tbody>
          {band.map((row) => (
            <tr key={row.line}>
              <td class="sl-figures" data-heading="Line">
                {inFigures(row.line)}
              </td>
              <th scope="row">
                <Child row={row} />
              </th>
              <td>
                <Weeks runs={row.runs} years={yearsOf(image)} />
              </td>
              <td data-heading="On this day">
                {row.missing ? <strong>{row.today}</strong> : <span class="sl-quiet">{row.today}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <AsList band={band} />
    </Section>
  );
}

const Child = ({ row: { href, heading } }: { row: BandRow }) =>
  href === null ? <span>{heading}</span> : <a href={href}>{heading}</a>;

type Year = { readonly x: number; readonly text: string };

/** Where each year begins. */
function yearsOf({ firstWeek, asked }: ImagePage): Year[] {
  const start = toEpochDay(firstWeek);
  return [0, 1, 2, 3].flatMap((more) => {
    const year = String(Number(firstWeek.slice(0, 4)) + 1 + more);
    const day = toEpochDay(`${year}-01-01` as typeof firstWeek);
    return fromEpochDay(day) > asked.on ? [] : [{ x: ((day - start) / 7) * WEEK, text: year }];
  });
}

const Years = ({ image }: { image: ImagePage }) => (
  <svg
    class="sl-figure sl-band__weeks"
    viewBox={`0 0 ${WEEKS_SHOWN * WEEK} 18`}
    role="img"
    aria-label="Weeks of three years"
  >
    {yearsOf(image).map(({ x, text }) => (
      <g key={text}>
        <path d={`M${x} 2V18`} class="sl-line-rule" />
        <text x={x + 4} y={14} class="sl-figure__name">
          {text}
        </text>
      </g>
    ))}
  </svg>
);

const Weeks = ({ runs, years }: { runs: readonly WeekRun[]; years: readonly Year[] }) => (
  <svg
    class="sl-figure sl-band__weeks"
    viewBox={`0 0 ${WEEKS_SHOWN * WEEK} ${HIGH}`}
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    {years.map(({ x }) => (
      <path key={x} d={`M${x} 0V${HIGH}`} class="sl-line-faint" />
    ))}
    {runs.map(({ from, until, is }) => {
      const { letter, height } = SHADE_MARKS[is];
      const [x, width] = [from * WEEK, (until - from) * WEEK];
      if (height === 0) return null;
      return (
        <g key={from}>
          <rect
            x={x}
            y={(HIGH - height) / 2}
            width={width}
            height={height}
            class={is === 'nothing-late' ? 'sl-ramp-line' : `sl-ramp-${is}`}
          />
          {letter !== '' && width >= LETTER_FROM && (
            <text
              x={x + width / 2}
              y={HIGH / 2 + 4}
              text-anchor="middle"
              class={`sl-ramp-letter sl-ramp-letter--${is}`}
            >
              {letter}
            </text>
          )}
        </g>
      );
    })}
  </svg>
);

const AsList = ({ band }: { band: readonly BandRow[] }) => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">
        {band.length === 1 ? 'The same child in words' : `The same ${band.length} children as a list`}
      </span>
    </summary>
    <ol class="sl-lines" start={band[0]?.line}>
      {band.map((row) => (
        <li key={row.line}>
          <Child row={row} />
          {row.team !== null && `, of ${row.team}`}: {row.today}. Open in {weeks(row.weeksOpen)} of the last{' '}
          {WEEKS_SHOWN}
          {row.weeksWithGap === 0
            ? ', none of them with a known gap'
            : `; something was missing in ${weeks(row.weeksWithGap)}`}
          .
        </li>
      ))}
    </ol>
  </details>
);

const weeks = (count: number): string => `${count} ${count === 1 ? 'week' : 'weeks'}`;
