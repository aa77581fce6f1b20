import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { SightlineLane, SightlinePicture } from './sightline-picture.ts';
import { rangeOf, scaleOf, ticksOf } from './time-scale.ts';

/** Lengths of the drawing for a phone, in its own units. */
export const TALL = { width: 343, axis: 36, top: 26 } as const;
const [LEAST_HEIGHT, MOST_HEIGHT, PER_DAY] = [380, 1100, 0.86];
const LABEL_ROOM = 15;

export type TallColumn = { readonly lane: SightlineLane; readonly centre: number; readonly width: number };
export type TallTick = { readonly y: number; readonly label: string; readonly isYear: boolean };
export type TallLayout = {
  readonly at: (day: LocalDate) => number;
  readonly today: number;
  readonly bottom: number;
  /** The year at the bottom of the drawing, where it begins. */
  readonly firstYear: string;
  readonly columns: readonly TallColumn[];
  readonly ticks: readonly TallTick[];
};

/** Where everything stands when time runs up the page: the newest day at the top. */
export function layOutTall(picture: SightlinePicture): TallLayout {
  const range = rangeOf(picture);
  const height = Math.min(Math.max(daysBetween(range.from, range.until) * PER_DAY, LEAST_HEIGHT), MOST_HEIGHT);
  const bottom = Math.round(TALL.top + height);
  const at = scaleOf(range, bottom, TALL.top);
  const pitch = (TALL.width - TALL.axis) / Math.max(1, picture.lanes.length);
  return {
    at,
    today: at(picture.today),
    bottom,
    firstYear: range.from.slice(0, 4),
    columns: picture.lanes.map((lane, index) => ({
      lane,
      centre: Math.round(TALL.axis + pitch * (index + 0.5)),
      width: Math.round(Math.min(pitch - 10, 40)),
    })),
    ticks: ticksDown(picture, at),
  };
}

/** Lines of time, oldest first; a label is left out where it would touch another or the word at the today line. */
function ticksDown(picture: SightlinePicture, at: (day: LocalDate) => number): TallTick[] {
  const today = at(picture.today);
  let last = Number.POSITIVE_INFINITY;
  const yearsOnly = (on: LocalDate): boolean => on.slice(5, 7) === '01' && on.slice(8) === '01';
  return ticksOf(rangeOf(picture)).map(({ on, label, year }) => {
    const y = at(on);
    const isYear = yearsOnly(on);
    const fits = last - y >= LABEL_ROOM && Math.abs(y - today) >= LABEL_ROOM;
    if (fits) last = y;
    const words = isYear ? on.slice(0, 4) : label;
    return { y, label: fits ? words : '', isYear: isYear && year !== null };
  });
}
