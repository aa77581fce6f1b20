import type { ComponentChildren, VNode } from 'preact';

/** A rectangle of the drawing. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Which way time runs: across the page, or down a phone. */
export type Flow = 'across' | 'down';

const inset = ({ x, y, width, height }: Area, by: number): Area => ({
  x: x + by,
  y: y + by,
  width: Math.max(0, width - 2 * by),
  height: Math.max(0, height - 2 * by),
});

/** Solid: covered. */
export const CoverBar = ({ area }: { readonly area: Area }): VNode => <rect {...area} class="sl-ink-cover" />;

/** Hatched: finished with things missing. */
export const HatchedBar = ({ area, patterns }: { readonly area: Area; readonly patterns: string }): VNode => (
  <rect {...inset(area, 0.75)} fill={`url(#${patterns}-hatch)`} class="sl-edge-cover" />
);

/** White with an outline: at home, not placed by the council. */
export const OutlinedBar = ({ area }: { readonly area: Area }): VNode => (
  <rect {...inset(area, 0.75)} fill="#fff" class="sl-edge-cover" />
);

/** Dotted: cannot tell. */
export const UnknownBox = ({ area, patterns }: { readonly area: Area; readonly patterns: string }): VNode => (
  <rect {...area} fill={`url(#${patterns}-dots)`} />
);

/** Empty, with a rail on each of its long sides: a gap. */
export const GapBox = ({ area, flow }: { readonly area: Area; readonly flow: Flow }): VNode => {
  const { x, y, width, height } = area;
  const rails =
    flow === 'across'
      ? `M${x} ${y + 1}h${width}M${x} ${y + height - 1}h${width}`
      : `M${x + 1} ${y}v${height}M${x + width - 1} ${y}v${height}`;
  return (
    <>
      <rect {...area} class="sl-wash-gap" />
      <path d={rails} class="sl-line-gap" />
    </>
  );
};

/** The part after the due day: red, and two units taller on each side. */
export const LateCap = ({ area, flow }: { readonly area: Area; readonly flow: Flow }): VNode => (
  <rect
    class="sl-ink-gap"
    {...(flow === 'across'
      ? { ...area, y: area.y - 2, height: area.height + 4 }
      : { ...area, x: area.x - 2, width: area.width + 4 })}
  />
);

/** Visited, and the child was not seen. */
export const Cross = ({ x, y }: { readonly x: number; readonly y: number }): VNode => (
  <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} class="sl-line-cross" />
);

/** A thing that happened, on the line of the open episode: the first is filled. */
export const EventMark = ({
  x,
  y,
  first,
}: {
  readonly x: number;
  readonly y: number;
  readonly first: boolean;
}): VNode =>
  first ? (
    <circle cx={x} cy={y} r={7} class="sl-ink" />
  ) : (
    <path d={`M${x} ${y - 7}l7 7l-7 7l-7 -7z`} class="sl-edge-ink sl-edge-ink--strong" />
  );

/** The next due day: its point stands on the day. */
export const DueMark = ({ x, y }: { readonly x: number; readonly y: number }): VNode => (
  <path d={`M${x} ${y}l-6 -11h12z`} class="sl-edge-ink" />
);

/** A view of the child: filled when answered and told, half when decided and not told, open while it waits. */
export function ViewMark({
  x,
  y,
  is,
}: {
  readonly x: number;
  readonly y: number;
  readonly is: 'told' | 'decided' | 'waiting';
}): VNode {
  if (is === 'told') return <circle cx={x} cy={y} r={7.5} class="sl-ink-cover sl-edge-white" />;
  if (is === 'waiting') return <circle cx={x} cy={y} r={6.75} class="sl-edge-gap" />;
  return (
    <>
      <circle cx={x} cy={y} r={6.7} class="sl-edge-cover sl-edge-cover--view" />
      <path d={`M${x} ${y - 7}a7 7 0 0 0 0 14z`} class="sl-ink-cover" />
    </>
  );
}

/** The patterns of one drawing. Each drawing has its own, because a pattern of a hidden drawing paints nothing. */
export const Patterns = ({ name }: { readonly name: string }): VNode => (
  <defs>
    <pattern id={`${name}-hatch`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="7" height="7" fill="#fff" />
      <rect width="3.6" height="7" class="sl-ink-cover" />
    </pattern>
    <pattern id={`${name}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" class="sl-wash-unknown" />
      <circle cx="3" cy="3" r="1.2" class="sl-ink-unknown" />
    </pattern>
  </defs>
);

type MarkProps = {
  readonly title: string;
  readonly href: string | undefined;
  /** Words that stand inside the mark: a person who speaks to the computer says what is to be seen. */
  readonly inside?: string | undefined;
  readonly children: ComponentChildren;
};

/** A mark with its sentence; a link when it leads somewhere. The title names the link. */
export const MarkLink = ({ title, href, inside, children }: MarkProps): VNode => {
  const name = <title>{inside && !title.includes(inside) ? `${inside}: ${title}` : title}</title>;
  return href ? (
    <a href={href}>
      {name}
      {children}
    </a>
  ) : (
    <g>
      {name}
      {children}
    </g>
  );
};
