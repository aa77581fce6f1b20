import { daysBetween, type LocalDate } from '../../../../kernel/local-date.ts';
import { countOf } from '../../../../ui/dates-in-words.ts';
import {
  isStretch,
  type SightlinePart,
  type SightlinePicture,
  type StretchPart,
} from '../../../../ui/sightline/sightline-picture.ts';

/** Days of the child's time with the council; the three parts add up to those that were open. */
export type DaysCovered = {
  readonly open: number;
  /** Somebody held the child, had seen them in time, had assessed the risk and had a plan where one was owed. */
  readonly covered: number;
  readonly missing: number;
  /** Nothing was missing as far as anybody can tell, and of something nobody can tell. */
  readonly unknown: number;
  /** The lanes in which something is missing on the day itself. */
  readonly missingNow: number;
};

const FOUR = new Set(['held', 'seen', 'assessed', 'planned']);

/** Counts the open days by what was missing on them, from the same parts that are drawn. */
export function daysCovered({ lanes, today }: SightlinePicture): DaysCovered {
  const parts = lanes.filter(({ lane }) => FOUR.has(lane)).flatMap((lane) => lane.parts);
  const open = daysIn(
    lanes.flatMap((lane) => lane.parts),
    'open',
    today,
  );
  const gaps = daysIn(parts, 'gap', today);
  const unknown = daysIn(parts, 'unknown', today);
  const within = (days: ReadonlySet<number>): number => [...days].filter((day) => open.has(day)).length;
  const missing = within(gaps);
  const untold = [...unknown].filter((day) => open.has(day) && !gaps.has(day)).length;
  const missingNow = lanes.filter(
    ({ lane, parts: own }) => FOUR.has(lane) && own.some((part) => part.is === 'gap' && part.until === null),
  ).length;
  return { open: open.size, covered: open.size - missing - untold, missing, unknown: untold, missingNow };
}

/** The days, counted back from the day after the one that is told, on which a part of that kind lasted. */
function daysIn(parts: readonly SightlinePart[], is: StretchPart['is'], today: LocalDate): Set<number> {
  const days = new Set<number>();
  for (const part of parts) {
    if (!isStretch(part) || part.is !== is) continue;
    const last = part.until === null ? 0 : daysBetween(part.until, today) + 1;
    for (let day = daysBetween(part.from, today); day >= last; day -= 1) days.add(day);
  }
  return days;
}

/** The sentence above the drawing; null for a child who was never open. */
export function daysInWords(
  days: DaysCovered,
): { readonly open: string; readonly missing: string | null; readonly rest: string } | null {
  const { open, missing, unknown, missingNow } = days;
  if (open === 0) return null;
  const now =
    missingNow === 0
      ? ''
      : ` ${missingNow === 1 ? 'One of the four is' : `${['', '', 'Two', 'Three', 'All'][missingNow]} of the four are`} missing on this day.`;
  const untold = unknown === 0 ? '' : ` Of ${countOf(unknown, 'day')} nobody can tell.`;
  return {
    open: `Open for ${countOf(open, 'day')}. ${whenCovered(days)} somebody held the child, had seen them in time, had assessed the risk and had a plan where one was owed.`,
    missing: missing === 0 ? null : `On ${missing.toLocaleString('en-GB')} at least one of these was missing.`,
    rest: `${untold}${now}`.trim(),
  };
}

function whenCovered({ open, covered, unknown }: DaysCovered): string {
  if (covered === open) return 'On all of them';
  if (covered > 0) return `On ${covered.toLocaleString('en-GB')} of them`;
  return unknown > 0 ? 'There is no day of which it is known that' : 'There was no day on which';
}
