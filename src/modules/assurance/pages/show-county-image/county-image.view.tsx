import type { VNode } from 'preact';
import { longDay, MONTHS } from '../../../../ui/dates-in-words.ts';
import { ErrorSummary } from '../../../../ui/error-summary.tsx';
import type { HousePage } from '../../../../ui/house-page.ts';
import { Layout } from '../../../../ui/layout.tsx';
import { Provenance } from '../../../../ui/provenance.tsx';
import { textWidth } from '../../../../ui/sightline/text-width.ts';
import { Lead, PageTitle } from '../../../../ui/text.tsx';
import { inFigures } from '../../core/county-words.ts';
import { LINES_READ } from '../../core/image-panels.ts';
import { LINE_ORDERS, type LineOrder } from '../../core/line-order.ts';
import { SHADE_MARKS, SHADES, WEEKS_SHOWN } from '../../core/weeks-of-child.ts';
import { AskedFields } from '../asked-fields.tsx';
import { CountyAsOf } from '../county-as-of.tsx';
import { BandPart } from './band-part.tsx';
import type { ImagePage, ShownPanel } from './county-image.model.ts';

type ImageViewProps = { readonly house: HousePage; readonly image: ImagePage };

/** Every open child as one line of pixels, one week a pixel. */
export function CountyImageView({ house, image }: ImageViewProps): VNode {
  const { asked, typed, fault, lines, lineFault } = image;
  const faults = lineFault ? [{ field: 'line', text: lineFault.text }] : [];
  return (
    <Layout
      house={house}
      title="Every child, every week"
      nav="/county/image"
      refused={fault !== null || lineFault !== null}
    >
      <ErrorSummary faults={faults} />
      <PageTitle
        caption={`${inFigures(lines)} ${lines === 1 ? 'child' : 'children'} open on ${longDay(asked.on)} · ${WEEKS_SHOWN} weeks`}
      >
        Every child, every week
      </PageTitle>
      <Lead>
        Each child is one line. Each week of the last three years is one place on it, coloured by the worst thing that
        was missing that week. Darker is worse.
      </Lead>
      <CountyAsOf asked={asked} typed={typed} fault={fault} here="/county/image" />
      <Choices image={image} />
      {lines === 0 ? (
        <p>No child is open on this day, as far as the record can tell.</p>
      ) : (
        <>
          <Legend image={image} />
          <Picture image={image} />
          <GoToLine image={image} />
          <BandPart image={image} />
        </>
      )}
      <Provenance happenedBy={asked.on} knownAt={asked.knownAt}>
        The worst gap of each week from its Monday: no social worker, then risk not assessed, not seen in time, no plan,
        cannot tell. Teams are as recorded now. Names appear only where your role lets you read them, and each reading
        is written to the access log.
      </Provenance>
    </Layout>
  );
}

const ORDER_WORDS: Record<LineOrder, string> = {
  team: 'team, then longest open',
  'no-worker': 'days with no social worker',
  'not-assessed': 'days that risk was not assessed',
  'not-seen': 'days that a visit is overdue',
  'no-plan': 'days without a plan that is owed',
  age: 'age, youngest first',
  worst: 'worst gap today',
};

const Choices = ({ image: { asked, order, team, teams } }: { image: ImagePage }) => (
  <form class="sl-filter" method="get" action="/county/image">
    <AskedFields asked={asked} />
    <label for="order">Order the lines by</label>
    <select class="sl-box" id="order" name="order">
      {LINE_ORDERS.map((each) => (
        <option key={each} value={each} selected={each === order}>
          {ORDER_WORDS[each]}
        </option>
      ))}
    </select>
    <label for="team">Show</label>
    <select class="sl-box" id="team" name="team">
      <option value="all">every team ({inFigures(teams.filter(({ value }) => value !== 'none').length)})</option>
      {teams.map(({ value, name, children }) => (
        <option key={value} value={value} selected={value === team}>
          {name} ({inFigures(children)})
        </option>
      ))}
    </select>
    <button type="submit" class="sl-small-button">
      Redraw
    </button>
  </form>
);

const Legend = ({ image: { lastWeek } }: { image: ImagePage }) => (
  <ul class="sl-ramp">
    {SHADES.map((shade) => {
      const { letter, words, height } = SHADE_MARKS[shade];
      return (
        <li key={shade}>
          <svg class="sl-figure-key" width="26" height="22" viewBox="0 0 26 22" aria-hidden="true" focusable="false">
            <rect x="0.5" y="0.5" width="25" height="21" class="sl-ramp-frame" />
            <rect
              x="1"
              y={11 - height * 0.6}
              width="24"
              height={Math.max(0, height * 1.2)}
              class={`sl-ramp-${shade}`}
            />
            <text x="13" y="16" text-anchor="middle" class={`sl-ramp-letter sl-ramp-letter--${shade}`}>
              {letter}
            </text>
          </svg>
          <span>
            {words}
            {shade !== 'not-open' && (
              <>
                : <strong>{inFigures(lastWeek[shade])}</strong> this week
              </>
            )}
          </span>
        </li>
      );
    })}
  </ul>
);

/** A click on a panel is sent as a form, with the place in it: no script, and no map of 5,500 links. */
const Picture = ({ image }: { image: ImagePage }) => (
  <form method="get" action="/county/image#band">
    <AskedFields asked={image.asked} />
    <input type="hidden" name="order" value={image.order} />
    {image.team !== null && <input type="hidden" name="team" value={image.team} />}
    <div class="sl-strips">
      {image.panels.map((panel) => (
        <Panel key={panel.panel} panel={panel} image={image} />
      ))}
    </div>
  </form>
);

const monthAndYear = (day: string): string =>
  `${MONTHS[Number(day.slice(5, 7)) - 1]?.slice(0, 3) ?? ''} ${day.slice(2, 4)}`;

function Panel({ panel, image }: { panel: ShownPanel; image: ImagePage }) {
  const whose = [...new Set(panel.groups.map(({ name }) => name))];
  const words = `Lines ${inFigures(panel.firstLine)} to ${inFigures(panel.lastLine)}${whose.length > 0 ? `, children of ${whose.slice(0, 6).join(', ')}${whose.length > 6 ? ' and others' : ''}` : ''}. Choose a place to read the ${LINES_READ} children there`;
  return (
    <div class="sl-strip">
      <p class="sl-strip__weeks" aria-hidden="true">
        <span>{monthAndYear(image.firstWeek)}</span>
        <span>{monthAndYear(image.asked.on)}</span>
      </p>
      <Groups panel={panel} />
      <input
        type="image"
        name={`panel${panel.panel}`}
        alt={words}
        src={panel.source}
        width={WEEKS_SHOWN}
        height={panel.height}
      />
    </div>
  );
}

const BESIDE = 32;

/** Whose lines these are, along the panel's left side, where there is room for the name. */
const Groups = ({ panel: { groups, height } }: { panel: ShownPanel }) => (
  <svg
    class="sl-figure sl-strip__groups"
    width={BESIDE}
    height={height}
    viewBox={`0 0 ${BESIDE} ${height}`}
    aria-hidden="true"
    focusable="false"
  >
    {groups.map(({ name, top, height: long }) => (
      <g key={top}>
        <path d={`M27 ${top + 1}V${Math.max(top + 2, top + long - 1)}`} class="sl-line-mark" />
        {textWidth(name, 13) < long - 8 && (
          <text transform={`translate(20 ${top + long / 2}) rotate(-90)`} text-anchor="middle">
            {name}
          </text>
        )}
      </g>
    ))}
  </svg>
);

const GoToLine = ({ image: { asked, order, team, lines, panels, lineFault } }: { image: ImagePage }) => (
  <>
    <p class="sl-quiet">
      {inFigures(lines)} lines in{' '}
      {panels.length === 1 ? 'one column' : `${panels.length} columns: read down, then across`}. Choose any place in the
      picture to read the {LINES_READ} children there, or go by line number. The picture needs no script: the server
      draws it, and your choice of place is sent as a form.
    </p>
    <form class="sl-filter" method="get" action="/county/image#band" novalidate>
      <AskedFields asked={asked} />
      <input type="hidden" name="order" value={order} />
      {team !== null && <input type="hidden" name="team" value={team} />}
      <label for="line">Or go to line</label>
      <input
        class="sl-box sl-box--line"
        id="line"
        name="line"
        inputMode="numeric"
        autocomplete="off"
        value={lineFault?.typed ?? ''}
        aria-invalid={lineFault ? 'true' : undefined}
        aria-describedby={lineFault ? 'line-fault' : undefined}
      />
      <button type="submit" class="sl-small-button">
        Read these {LINES_READ}
      </button>
      {lineFault && (
        <p id="line-fault" class="sl-missed">
          {lineFault.text}
        </p>
      )}
    </form>
  </>
);
