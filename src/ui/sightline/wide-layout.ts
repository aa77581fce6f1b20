import type { LocalDate } from '../../kernel/local-date.ts';
import { middleInside } from './inside-place.ts';
import { placeLabels, type WantedLabel } from './label-placer.ts';
import { beneathLabel, insideLabel, type LabelKind, waitOf } from './part-words.ts';
import { isStretch, type SightlineLane, type SightlinePart, type SightlinePicture } from './sightline-picture.ts';
import { linesOf, textWidth } from './text-width.ts';
import { type Range, rangeOf, scaleOf } from './time-scale.ts';

/** Lengths of the wide drawing, in its own units. */
export const WIDE = {
  width: 1180,
  axis: 96,
  axisEnd: 906,
  words: 922,
  laneTop: 76,
  bar: 24,
  above: 8,
  leastBox: 3,
} as const;
export const BENEATH_SIZE = 12.5;
const [WORDS_SIZE, DETAIL_SIZE, LINE] = [15, 13.5, 17];

export type LaidPart = {
  readonly part: SightlinePart;
  readonly x: number;
  readonly width: number;
  /** The words inside the mark, and where their middle is. */
  readonly inside: { readonly text: string; readonly middle: number } | null;
};
export type LaidLabel = { readonly text: string; readonly kind: LabelKind; readonly x: number; readonly row: number };
export type LaidLane = {
  readonly lane: SightlineLane;
  readonly top: number;
  readonly height: number;
  readonly parts: readonly LaidPart[];
  readonly labels: readonly LaidLabel[];
  readonly words: readonly string[];
  readonly detail: readonly string[];
};
export type WideLayout = {
  readonly range: Range;
  readonly at: (day: LocalDate) => number;
  readonly today: number;
  readonly bottom: number;
  readonly lanes: readonly LaidLane[];
};

/** Where everything stands. Pure, so that what never collides is tested without a browser. */
export function layOutWide(picture: SightlinePicture): WideLayout {
  const range = rangeOf(picture);
  const at = scaleOf(range, WIDE.axis, WIDE.axisEnd);
  const lanes: LaidLane[] = [];
  let top: number = WIDE.laneTop;
  for (const lane of picture.lanes) {
    const laid = layOutLane(lane, picture.today, at, top);
    lanes.push(laid);
    top += laid.height;
  }
  return { range, at, today: at(picture.today), bottom: top, lanes };
}

function layOutLane(lane: SightlineLane, today: LocalDate, at: (day: LocalDate) => number, top: number): LaidLane {
  const drawn = lane.parts.filter((part) => part.is !== 'due' || part.on > today);
  const standing = drawn.filter((part) => !isStretch(part)).map((part) => ('on' in part ? at(part.on) : 0));
  const parts = drawn.map((part) => layOutPart(part, today, at, standing));
  const labels = layOutLabels(parts, today, at);
  const words = linesOf(lane.now.words, WIDE.width - WIDE.words, WORDS_SIZE, true);
  const detail = lane.now.detail ? linesOf(lane.now.detail, WIDE.width - WIDE.words, DETAIL_SIZE) : [];
  const rows = labels.reduce((most, label) => Math.max(most, label.row + 1), 0);
  const height = Math.max(42 + rows * 15 + (rows > 0 ? 2 : 0), 16 + (words.length + detail.length) * LINE);
  return { lane, top, height, parts, labels, words, detail };
}

function layOutPart(
  part: SightlinePart,
  today: LocalDate,
  at: (day: LocalDate) => number,
  standing: readonly number[],
): LaidPart {
  if (!isStretch(part)) return { part, x: at(part.on), width: 0, inside: null };
  const x = at(part.from);
  const width = Math.max(at(part.until ?? today) - x, WIDE.leastBox);
  const text = insideLabel(part, today);
  if (text === null) return { part, x, width, inside: null };
  const length = textWidth(text, 13.5, part.is === 'gap');
  const middle =
    part.is === 'gap'
      ? middleInside({ from: x, length: width }, length, standing)
      : length + 15 <= width
        ? x + 8 + length / 2
        : null;
  return { part, x, width, inside: middle === null ? null : { text, middle } };
}

function layOutLabels(parts: readonly LaidPart[], today: LocalDate, at: (day: LocalDate) => number): LaidLabel[] {
  const todayAt = at(today);
  const wanted: { text: string; kind: LabelKind; label: WantedLabel }[] = [];
  for (const { part, x, width, inside } of parts) {
    const words = beneathLabel(part, today, inside !== null);
    if (!words) continue;
    const tail = part.is === 'view' && waitOf(part, today) > 0;
    const begins =
      'lateFrom' in part && part.lateFrom ? at(part.lateFrom) : part.is === 'first' || part.is === 'event' ? x - 7 : x;
    const mark = { from: begins, until: tail ? todayAt : x + width };
    const within =
      part.is === 'due' ? { from: todayAt + 4, until: WIDE.words - 8 } : { from: WIDE.axis - 8, until: todayAt - 4 };
    const label = {
      width: textWidth(words.text, BENEATH_SIZE, words.kind === 'due'),
      mark,
      within,
      weight: words.weight,
    };
    wanted.push({ text: words.text, kind: words.kind, label });
  }
  const placed = placeLabels(
    wanted.map(({ label }) => label),
    3,
  );
  return wanted.flatMap(({ text, kind }, index) => {
    const place = placed[index];
    return place ? [{ text, kind, x: Math.round(place.start * 10) / 10, row: place.row }] : [];
  });
}
