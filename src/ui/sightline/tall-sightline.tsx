import type { VNode } from 'preact';
import type { LocalDate } from '../../kernel/local-date.ts';
import { middleInside } from './inside-place.ts';
import { insideLabel, titleOf } from './part-words.ts';
import {
  type Area,
  CoverBar,
  Cross,
  DueMark,
  EventMark,
  GapBox,
  HatchedBar,
  LateCap,
  MarkLink,
  OutlinedBar,
  Patterns,
  UnknownBox,
  ViewMark,
} from './sightline-marks.tsx';
import {
  isStretch,
  LANE_NAMES,
  type LaneName,
  type SightlinePart,
  type SightlinePicture,
  type StretchPart,
} from './sightline-picture.ts';
import { layOutTall, TALL, type TallColumn, type TallLayout } from './tall-layout.ts';
import { textWidth } from './text-width.ts';

type Context = { readonly layout: TallLayout; readonly today: LocalDate; readonly patterns: string };

/** Heads of narrow columns. */
const SHORT_NAMES: Record<LaneName, string> = {
  concern: 'Open',
  held: 'Held',
  seen: 'Seen',
  assessed: 'Risk',
  planned: 'Plan',
  placed: 'Home',
  heard: 'Heard',
};

/** The sightline down a phone: lanes as columns, newest at the top. */
export function TallSightline({ picture, id }: { readonly picture: SightlinePicture; readonly id: string }): VNode {
  const layout = layOutTall(picture);
  const context = { layout, today: picture.today, patterns: `${id}-tall` };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing; a fieldset is for forms
    <svg
      class="sl-sightline sl-sightline--tall"
      viewBox={`0 0 ${TALL.width} ${layout.bottom + 16}`}
      role="group"
      aria-labelledby={`${id}-tall-title`}
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id={`${id}-tall-title`}>
        {`Sightline of ${picture.name}, newest at the top. The same facts are in the table below.`}
      </title>
      <Patterns name={context.patterns} />
      <rect
        x={TALL.axis}
        y={TALL.top}
        width={TALL.width - TALL.axis}
        height={layout.today - TALL.top}
        class="sl-wash"
      />
      <TimeLines layout={layout} />
      {layout.columns.map((column) => (
        <Column column={column} {...context} />
      ))}
      <text x={0} y={layout.bottom + 12} class="sl-year">
        {layout.firstYear}
      </text>
      <path d={`M0 ${layout.today}H${TALL.width}`} class="sl-line-today" />
      <text x={0} y={layout.today - 4} class="sl-lane-name sl-lane-name--tall">
        Today
      </text>
    </svg>
  );
}

const TimeLines = ({ layout }: { layout: TallLayout }) => (
  <>
    {layout.ticks.map(({ y, label, isYear }) => (
      <>
        <path d={`M${isYear ? 0 : TALL.axis} ${y}H${TALL.width}`} class={isYear ? 'sl-line-rule' : 'sl-line-faint'} />
        {label && (
          <text x={0} y={y - 4} class={isYear ? 'sl-year' : 'sl-axis'}>
            {label}
          </text>
        )}
      </>
    ))}
  </>
);

function Column({ column, layout, today, patterns }: { column: TallColumn } & Context) {
  const { lane, centre, width } = column;
  const name = LANE_NAMES[lane.lane];
  const fits = textWidth(name, 12.5, true) <= width + 10;
  const earliest = Math.max(...lane.parts.map((part) => layout.at(isStretch(part) ? part.from : part.on)), 0);
  return (
    <g>
      <text x={centre} y={16} text-anchor="middle" class="sl-lane-name sl-lane-name--tall">
        {fits ? name : SHORT_NAMES[lane.lane]}
      </text>
      {lane.lane === 'seen' && earliest > layout.today && (
        <path d={`M${centre} ${layout.today}V${earliest}`} class="sl-line-rule" />
      )}
      {lane.parts
        .filter((part) => part.is !== 'due' || part.on > today)
        .map((part) => (
          <Part part={part} column={column} layout={layout} today={today} patterns={patterns} />
        ))}
    </g>
  );
}

function Part({ part, column, ...context }: { part: SightlinePart; column: TallColumn } & Context) {
  const { centre, width } = column;
  const { layout, today } = context;
  if ('from' in part) return <Stretch part={part} column={column} {...context} />;
  const y = layout.at(part.on);
  return (
    <MarkLink title={titleOf(part, today)} href={part.is === 'visit' ? undefined : part.href}>
      {(part.is === 'first' || part.is === 'event') && <EventMark x={centre} y={y} first={part.is === 'first'} />}
      {part.is === 'due' && <DueMark x={centre} y={y + 5} />}
      {part.is === 'visit' && part.seen === 'not-seen' && <Cross x={centre} y={y} />}
      {part.is === 'visit' && part.seen !== 'not-seen' && (
        <rect
          x={centre - width / 2}
          y={y - 1.5}
          width={part.seen === 'alone' ? width : width / 2}
          height={3}
          class="sl-ink-cover"
        />
      )}
      {part.is === 'view' && (
        <>
          <path
            d={`M${centre} ${y}V${layout.at(part.answeredOn ?? today)}`}
            class={`sl-tail${part.answeredOn ? '' : ' sl-tail--waiting'}`}
          />
          <ViewMark x={centre} y={y} is={part.toldOn ? 'told' : part.answeredOn ? 'decided' : 'waiting'} />
        </>
      )}
    </MarkLink>
  );
}

function Stretch({ part, column, layout, today, patterns }: { part: StretchPart; column: TallColumn } & Context) {
  const { centre, width } = column;
  const y = layout.at(part.until ?? today);
  const area: Area = { x: centre - width / 2, y, width, height: Math.max(layout.at(part.from) - y, 3) };
  if (part.is === 'open') return <path d={`M${centre} ${y}v${area.height}`} class="sl-line-open" />;
  const slim: Area = { ...area, y: y + 1, height: Math.max(area.height - 2, 1.5) };
  const late = (part.is === 'cover' || part.is === 'part') && part.lateFrom ? layout.at(part.lateFrom) : null;
  return (
    <MarkLink title={titleOf(part, today)} href={part.href} inside={insideLabel(part, today) ?? undefined}>
      {part.is === 'gap' && <GapBox area={area} flow="down" />}
      {part.is === 'unknown' && <UnknownBox area={area} patterns={patterns} />}
      {part.is === 'cover' && <CoverBar area={slim} />}
      {part.is === 'part' && <HatchedBar area={slim} patterns={patterns} />}
      {part.is === 'outlined' && <OutlinedBar area={slim} />}
      {late !== null && <LateCap area={{ ...area, height: Math.max(late - y, 3) }} flow="down" />}
      <Inside part={part} area={area} today={today} standing={standingIn(column, layout)} />
    </MarkLink>
  );
}

type InsideProps = { part: StretchPart; area: Area; today: LocalDate; standing: readonly number[] };

/** Where marks of single days stand in a column. */
const standingIn = ({ lane }: TallColumn, layout: TallLayout): number[] =>
  lane.parts.filter((part) => !isStretch(part)).map((part) => ('on' in part ? layout.at(part.on) : 0));

/** Days stand level in a gap; names run up the bar. What does not fit is in the table. */
function Inside({ part, area, today, standing }: InsideProps) {
  const words = insideLabel(part, today);
  const [x, y] = [area.x + area.width / 2, area.y + area.height / 2];
  if (!words) return null;
  if (part.is === 'gap') {
    const middle = middleInside({ from: area.y, length: area.height }, 13, standing);
    if (middle === null || textWidth(words, 12, true) > area.width - 3) return null;
    return (
      <text x={x} y={middle + 4.5} text-anchor="middle" class="sl-gap-days sl-gap-days--tall">
        {words}
      </text>
    );
  }
  if (textWidth(words, 13.5) > area.height - 12) return null;
  return (
    <text
      x={x}
      y={y + 4.5}
      text-anchor="middle"
      transform={`rotate(-90 ${x} ${y})`}
      class={part.is === 'cover' ? 'sl-on-cover' : 'sl-in-outline'}
    >
      {words}
    </text>
  );
}
