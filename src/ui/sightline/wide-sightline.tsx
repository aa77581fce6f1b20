import type { VNode } from 'preact';
import type { LocalDate } from '../../kernel/local-date.ts';
import { shortDay } from '../dates-in-words.ts';
import { titleOf } from './part-words.ts';
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
import { LANE_NAMES, type SightlinePicture, type ViewPart } from './sightline-picture.ts';
import { textWidth } from './text-width.ts';
import { ticksOf } from './time-scale.ts';
import { type LaidLane, type LaidPart, layOutWide, WIDE, type WideLayout } from './wide-layout.ts';
import { WorstGapStrip } from './worst-gap-strip.tsx';

type Context = { readonly layout: WideLayout; readonly today: LocalDate; readonly patterns: string };

/** The sightline across a page. `id` keeps its patterns and titles apart from those of another drawing. */
export function WideSightline({ picture, id }: { readonly picture: SightlinePicture; readonly id: string }): VNode {
  const layout = layOutWide(picture);
  const context = { layout, today: picture.today, patterns: `${id}-wide` };
  const bottom = layout.bottom - 2;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing; a fieldset is for forms
    <svg
      class="sl-sightline sl-sightline--wide"
      viewBox={`0 0 ${WIDE.width} ${layout.bottom}`}
      role="group"
      aria-labelledby={`${id}-wide-title`}
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id={`${id}-wide-title`}>
        {`Sightline of ${picture.name}, ${shortDay(layout.range.from)} to ${shortDay(picture.today)}. The same facts are in the table below.`}
      </title>
      <Patterns name={context.patterns} />
      <rect x={layout.today} y={44} width={WIDE.axisEnd - layout.today} height={bottom - 44} class="sl-wash" />
      <TimeAxis layout={layout} bottom={bottom} />
      <WorstGapStrip picture={picture} at={layout.at} />
      {layout.lanes.map((lane) => (
        <Lane lane={lane} {...context} />
      ))}
      <path d={`M${layout.today} 28V${bottom}`} class="sl-line-today" />
    </svg>
  );
}

function TimeAxis({ layout, bottom }: { layout: WideLayout; bottom: number }) {
  const todayText = { from: layout.today - 5 - textWidth('Today', 15, true), until: layout.today + 4 };
  const yearFits = (x: number) => x + 38 < todayText.from || x > todayText.until;
  return (
    <>
      {ticksOf(layout.range).map(({ on, label, year }, index, all) => {
        const x = layout.at(on);
        const next = all[index + 1];
        const beginsYear = year !== null && on.slice(5, 7) === '01';
        const roomForMonth = x + textWidth(label, 12.5) + 4 < WIDE.axisEnd;
        const crowded = year !== null && !beginsYear && next?.year != null && layout.at(next.on) - x < 40;
        return (
          <>
            <path d={`M${x} ${beginsYear ? 20 : 40}V${bottom}`} class={beginsYear ? 'sl-line-rule' : 'sl-line-faint'} />
            {label && roomForMonth && (
              <text x={x + 4} y={38} class="sl-axis">
                {label}
              </text>
            )}
            {year && !crowded && yearFits(x + 4) && (
              <text x={x + 4} y={20} class="sl-year">
                {year}
              </text>
            )}
          </>
        );
      })}
      <text x={layout.today - 5} y={20} text-anchor="end" class="sl-lane-name">
        Today
      </text>
    </>
  );
}

function Lane({ lane: laid, layout, today, patterns }: { lane: LaidLane } & Context) {
  const { lane, top, labels, words, detail } = laid;
  const middle = top + WIDE.above + WIDE.bar / 2;
  const state = lane.now.is ? ` sl-now--${lane.now.is}` : '';
  return (
    <g>
      <path d={`M0 ${top}H${WIDE.width}`} class="sl-line-faint" />
      <text x={0} y={middle + 5} class="sl-lane-name">
        {LANE_NAMES[lane.lane]}
      </text>
      {lane.lane === 'seen' && firstDrawn(laid) < layout.today && (
        <path d={`M${firstDrawn(laid)} ${middle}H${layout.today}`} class="sl-line-rule" />
      )}
      {inDrawingOrder(laid.parts).map((each) => (
        <Part laid={each} top={top} layout={layout} today={today} patterns={patterns} />
      ))}
      {labels.map(({ text, kind, x, row }) => (
        <text x={x} y={top + 46 + row * 15} class={`sl-label sl-label--${kind}`}>
          {text}
        </text>
      ))}
      {[...words, ...detail].map((line, index) => (
        <text
          x={WIDE.words}
          y={top + 23 + index * 17}
          class={index < words.length ? `sl-now${state}` : 'sl-now-detail'}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

const firstDrawn = (laid: LaidLane): number => Math.min(...laid.parts.map(({ x }) => x), WIDE.axisEnd);

/** Boxes first, then what stands on them. */
const inDrawingOrder = (parts: readonly LaidPart[]): LaidPart[] => {
  const depth = ({ part }: LaidPart): number =>
    part.is === 'unknown' ? 0 : part.is === 'gap' || part.is === 'open' ? 1 : 'from' in part ? 2 : 3;
  return [...parts].sort((a, b) => depth(a) - depth(b));
};

function Part({ laid, top, layout, today, patterns }: { laid: LaidPart; top: number } & Context) {
  const { part, x } = laid;
  const y = top + WIDE.above;
  const middle = y + WIDE.bar / 2;
  const title = titleOf(part, today);
  switch (part.is) {
    case 'open':
      return <path d={`M${x} ${middle}h${laid.width}`} class="sl-line-open" />;
    case 'gap':
    case 'unknown':
    case 'cover':
    case 'part':
    case 'outlined':
      return (
        <Bar
          laid={laid}
          area={{ x, y, width: laid.width, height: WIDE.bar }}
          layout={layout}
          today={today}
          patterns={patterns}
        />
      );
    case 'first':
    case 'event':
      return (
        <MarkLink title={title} href={part.href}>
          <EventMark x={x} y={middle} first={part.is === 'first'} />
        </MarkLink>
      );
    case 'visit':
      return (
        <g>
          <title>{title}</title>
          {part.seen === 'not-seen' ? (
            <Cross x={x} y={middle} />
          ) : (
            <rect
              x={x - 1.7}
              y={part.seen === 'alone' ? y : y + 11}
              width={3.4}
              height={part.seen === 'alone' ? 24 : 13}
              class="sl-ink-cover"
            />
          )}
        </g>
      );
    case 'view':
      return <View view={part} x={x} y={middle} title={title} layout={layout} today={today} />;
    case 'due':
      return (
        <MarkLink title={title} href={part.href}>
          <DueMark x={x} y={y + WIDE.bar} />
        </MarkLink>
      );
  }
}

function Bar({ laid, area, layout, today, patterns }: { laid: LaidPart; area: Area } & Context) {
  const { part, inside } = laid;
  const slim: Area = { ...area, x: area.x + 1, width: Math.max(area.width - 2, 1.5) }; // white between neighbours
  const late = (part.is === 'cover' || part.is === 'part') && part.lateFrom ? layout.at(part.lateFrom) : null;
  return (
    <MarkLink title={titleOf(part, today)} href={part.href} inside={inside?.text}>
      {part.is === 'gap' && <GapBox area={area} flow="across" />}
      {part.is === 'unknown' && <UnknownBox area={area} patterns={patterns} />}
      {part.is === 'cover' && <CoverBar area={slim} />}
      {part.is === 'part' && <HatchedBar area={slim} patterns={patterns} />}
      {part.is === 'outlined' && <OutlinedBar area={slim} />}
      {late !== null && (
        <LateCap area={{ ...area, x: late, width: Math.max(area.x + area.width - late, 3) }} flow="across" />
      )}
      {inside && part.is === 'gap' && (
        <text x={inside.middle} y={area.y + 17} text-anchor="middle" class="sl-gap-days">
          {inside.text}
        </text>
      )}
      {inside && part.is !== 'gap' && (
        <text x={area.x + 8} y={area.y + 17} class={part.is === 'cover' ? 'sl-on-cover' : 'sl-in-outline'}>
          {inside.text}
        </text>
      )}
    </MarkLink>
  );
}

function View({
  view,
  x,
  y,
  title,
  layout,
  today,
}: { view: ViewPart; x: number; y: number; title: string } & Omit<Context, 'patterns'>) {
  const end = layout.at(view.answeredOn ?? today);
  const is = view.toldOn ? 'told' : view.answeredOn ? 'decided' : 'waiting';
  return (
    <MarkLink title={title} href={view.href}>
      {end - x > 9 && <path d={`M${x} ${y}H${end}`} class={`sl-tail${is === 'waiting' ? ' sl-tail--waiting' : ''}`} />}
      <ViewMark x={x} y={y} is={is} />
    </MarkLink>
  );
}
