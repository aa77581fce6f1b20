import { type EpochDay, weekdayOf } from '../../../kernel/local-date.ts';
import { WEEK_GAPS, type WeekGap } from '../../../sight/coverage-spans.ts';

/** Three years of weeks: a child's line in the picture of the county. */
export const WEEKS_SHOWN = 156;

/** What a week can show, worst first: its place in this list is its colour in the picture. */
export const SHADES = WEEK_GAPS;
export type Shade = WeekGap;
export const shadeAt = (colour: number): Shade => SHADES[colour] ?? 'not-open';
const colourOf = (is: Shade): number => SHADES.indexOf(is);
const NOTHING_LATE = colourOf('nothing-late');
const NOT_OPEN = colourOf('not-open');

/** Days on which something held, `until` not included; null goes on. `open` says that the child is open. */
export type WeekSpan = {
  readonly is: Exclude<Shade, 'nothing-late' | 'not-open'> | 'open';
  readonly from: EpochDay;
  readonly until: EpochDay | null;
};

/** The Monday of the first week shown, when the last one holds `on`. */
export const firstMonday = (on: EpochDay): EpochDay => on - weekdayOf(on) - (WEEKS_SHOWN - 1) * 7;

/** The worst gap of each week up to and including the day asked about, oldest first, as colours. */
export function worstOfWeeks(spans: readonly WeekSpan[], on: EpochDay): Uint8Array {
  const start = firstMonday(on);
  const weeks = new Uint8Array(WEEKS_SHOWN).fill(NOT_OPEN);
  for (const { is, from, until } of spans) {
    const colour = is === 'open' ? NOTHING_LATE : colourOf(is);
    const end = until === null ? on + 1 : Math.min(until, on + 1);
    if (end <= Math.max(from, start)) continue;
    const last = Math.floor((end - 1 - start) / 7);
    for (let week = Math.max(0, Math.floor((from - start) / 7)); week <= last; week += 1) {
      if (colour < (weeks[week] ?? NOT_OPEN)) weeks[week] = colour;
    }
  }
  return weeks;
}

/** Weeks of one shade that stand together; `until` is one past the last. */
export type WeekRun = { readonly from: number; readonly until: number; readonly is: Shade };

export function runsOfWeeks(weeks: Uint8Array): WeekRun[] {
  const runs: WeekRun[] = [];
  for (const [week, colour] of weeks.entries()) {
    const is = shadeAt(colour);
    const last = runs.at(-1);
    if (last?.is === is) runs[runs.length - 1] = { ...last, until: week + 1 };
    else runs.push({ from: week, until: week + 1, is });
  }
  return runs;
}

/** The worse the gap the taller its bar, so that colour is never needed. Heights in units of a row of 19. */
export const SHADE_MARKS: Record<Shade, { readonly letter: string; readonly height: number; readonly words: string }> =
  {
    'no-worker': { letter: 'N', height: 15, words: 'No social worker' },
    'not-assessed': { letter: 'A', height: 13, words: 'Risk not assessed' },
    'not-seen': { letter: 'S', height: 11, words: 'Not seen in time' },
    'no-plan': { letter: 'P', height: 9, words: 'No plan' },
    'cannot-tell': { letter: '?', height: 7, words: 'Cannot tell' },
    'nothing-late': { letter: '', height: 3, words: 'None of the four' },
    'not-open': { letter: '', height: 0, words: 'Not open then' },
  };
