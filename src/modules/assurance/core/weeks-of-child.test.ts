import { expect, test } from 'vitest';
import { mustBeDate, toEpochDay } from '../../../kernel/local-date.ts';
import {
  firstMonday,
  runsOfWeeks,
  SHADE_MARKS,
  SHADES,
  WEEKS_SHOWN,
  type WeekSpan,
  worstOfWeeks,
} from './weeks-of-child.ts';

const day = (date: string) => toEpochDay(mustBeDate(date));
/** A Friday; its week began on Monday 16 November. */
const on = day('2026-11-20');
const shadesOf = (spans: readonly WeekSpan[]) => [...worstOfWeeks(spans, on)].map((colour) => SHADES[colour]);

test('156 weeks from their Mondays, and the last one holds the day', () => {
  expect(firstMonday(on)).toBe(day('2023-11-27'));
  expect(firstMonday(on) + (WEEKS_SHOWN - 1) * 7).toBe(day('2026-11-16'));
  expect(worstOfWeeks([], on)).toHaveLength(156);
});

test('the worst of a week wins, whatever the order of the spans', () => {
  const open: WeekSpan = { is: 'open', from: day('2026-11-02'), until: null };
  const plan: WeekSpan = { is: 'no-plan', from: day('2026-11-11'), until: null };
  const nobody: WeekSpan = { is: 'no-worker', from: day('2026-11-15'), until: day('2026-11-16') };
  for (const spans of [
    [open, plan, nobody],
    [nobody, plan, open],
  ])
    expect(shadesOf(spans).slice(-4)).toEqual(['not-open', 'nothing-late', 'no-worker', 'no-plan']);
});

test('a span that ends on a Monday does not touch that week, and one that begins tomorrow none', () => {
  expect(shadesOf([{ is: 'not-seen', from: day('2026-11-02'), until: day('2026-11-09') }]).slice(-3)).toEqual([
    'not-seen',
    'not-open',
    'not-open',
  ]);
  expect(shadesOf([{ is: 'no-plan', from: day('2026-11-21'), until: null }]).at(-1)).toBe('not-open');
});

test('what began before the first week fills from the first', () => {
  const weeks = shadesOf([{ is: 'open', from: day('2011-01-01'), until: day('2023-12-04') }]);
  expect(weeks.slice(0, 2)).toEqual(['nothing-late', 'not-open']);
  expect(shadesOf([{ is: 'open', from: day('2011-01-01'), until: day('2023-11-01') }])[0]).toBe('not-open');
});

test('runs join weeks of one shade and cover every week once', () => {
  const runs = runsOfWeeks(
    worstOfWeeks(
      [
        { is: 'open', from: day('2025-01-01'), until: null },
        { is: 'no-worker', from: day('2026-03-01'), until: day('2026-06-01') },
      ],
      on,
    ),
  );
  expect(runs.map(({ is }) => is)).toEqual(['not-open', 'nothing-late', 'no-worker', 'nothing-late']);
  expect([runs[0]?.from, runs.at(-1)?.until]).toEqual([0, 156]);
  for (const [at, run] of runs.entries()) if (at > 0) expect(run.from).toBe(runs[at - 1]?.until);
});

test('every state of a week is told apart without colour: by letter, or by a height of its own', () => {
  const marks = SHADES.map((shade) => SHADE_MARKS[shade]);
  expect(new Set(marks.map(({ height }) => height)).size).toBe(SHADES.length);
  expect(marks.map(({ height }) => height)).toEqual([...marks.map(({ height }) => height)].sort((a, b) => b - a));
  const lettered = marks.map(({ letter }) => letter).filter((letter) => letter !== '');
  expect(new Set(lettered).size).toBe(5);
});
