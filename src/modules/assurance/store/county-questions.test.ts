import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../test/fresh-database.ts';
import { addDays, type LocalDate, mustBeDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { GAPS, type Gap } from '../../../sight/span-kinds.ts';
import { countRegisters, countStanding, countUntold } from './county-counts.ts';
import { TREND_WEEKS, weeklyCounts } from './county-trend.ts';
import { countDue } from './due-days.ts';
import { imageLines } from './image-lines.ts';
import { registerRows, registerSummary } from './register-rows.ts';

type Span = { child: string; is: string; from: LocalDate; until: LocalDate | null; because: string | null };

const on = mustBeDate('2026-03-31');
const TABLES = { spans: 'sight.span', clocks: 'sight.clock' };
const KINDS = [...GAPS, 'cannot-tell:seen', 'cannot-tell:planned'];
let fresh: FreshDatabase;
let spans: Span[];

/** The same county at every run: children open for years or weeks, with gaps that meet, overlap and lie in the future. */
function invented(): Span[] {
  let state = 11;
  const next = (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  return Array.from({ length: 150 }, () => randomUUID()).flatMap((child) => {
    const opened = addDays(on, -next(1500));
    const closed = next(3) === 0 ? addDays(opened, 1 + next(900)) : null;
    const within = (day: LocalDate) => (closed !== null && day > closed ? closed : day);
    const gaps = Array.from({ length: next(7) }, (): Span => {
      const from = within(addDays(opened, next(1500)));
      const until = next(4) === 0 ? closed : within(addDays(from, 1 + next(120)));
      return {
        child,
        is: KINDS[next(KINDS.length)] ?? 'no-plan',
        from,
        until,
        because: next(2) === 0 ? 'on-leave' : 'left',
      };
    });
    return [
      { child, is: 'open', from: opened, until: closed, because: null },
      ...gaps.filter(({ from, until }) => until === null || until > from).flatMap((gap) => inTwo(gap, next(30))),
    ];
  });
}

/** The reason of a gap changes on a day within it: two spans that meet. */
function inTwo(gap: Span, days: number): Span[] {
  const middle = addDays(gap.from, days);
  if (days === 0 || (gap.until !== null && middle >= gap.until)) return [gap];
  return [
    { ...gap, until: middle },
    { ...gap, from: middle, because: gap.because === 'left' ? 'on-leave' : 'left' },
  ];
}

beforeAll(async () => {
  fresh = await freshDatabase();
  spans = invented();
  await fresh.db.owner((tx) =>
    sql`insert into sight.span (child, "is", from_day, until_day, because)
      select child, is_what, from_day, until_day, because from unnest(${spans.map(({ child }) => child)}::uuid[],
        ${spans.map(({ is }) => is)}::text[], ${spans.map(({ from }) => from)}::date[], ${spans.map(({ until }) => until)}::date[],
        ${spans.map(({ because }) => because)}::text[]) as told (child, is_what, from_day, until_day, because)`.execute(
      tx,
    ),
  );
});
afterAll(() => fresh.drop());

const read = <Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer> =>
  fresh.db.as({ person: 'a-reader', purpose: 'command' }, work);

/** By brute force: the children who have a span of one of these kinds on a day. */
const childrenOn = (day: LocalDate, ...kinds: readonly string[]): Set<string> =>
  new Set(
    spans
      .filter(({ is, from, until }) => kinds.includes(is) && from <= day && (until === null || until > day))
      .map(({ child }) => child),
  );
const openWith = (day: LocalDate, ...kinds: readonly string[]): number => {
  const open = childrenOn(day, 'open');
  return [...childrenOn(day, ...kinds)].filter((child) => open.has(child)).length;
};

/** By brute force: the first of the days without a break, back from a day, on which a child has a span of that kind. */
function since(child: string, kind: string, day: LocalDate): LocalDate {
  let first = day;
  while (childrenOn(addDays(first, -1), kind).has(child)) first = addDays(first, -1);
  return first;
}

test('the standing of a day is what counting child by child says', async () => {
  for (const day of [on, addDays(on, -200)]) {
    const counts = await read((tx) => countStanding(tx, TABLES, day));
    expect(counts.open).toBe(childrenOn(day, 'open').size);
    expect(counts.missing).toBe(openWith(day, ...GAPS));
    expect(counts.covered + counts.missing + counts.cannotTell).toBe(counts.open);
    expect(counts.covered).toBe(counts.open - openWith(day, ...KINDS));
  }
});

test('each register, who joined and left since a week ago, and the longest', async () => {
  const found = await read((tx) => countRegisters(tx, TABLES, on));
  for (const gap of GAPS) {
    const [now, before] = [childrenOn(on, gap), childrenOn(addDays(on, -7), gap)];
    const row = found.find(({ register }) => register === gap);
    expect([gap, row?.children, row?.before]).toEqual([gap, now.size, before.size]);
    expect(row?.joined).toBe([...now].filter((child) => !before.has(child)).length);
    expect(row?.left).toBe([...before].filter((child) => !now.has(child)).length);
    const firsts = [...now].map((child) => since(child, gap, on));
    expect(addDays(on, 1 - (row?.longest ?? 0))).toBe(firsts.sort()[0]);
  }
});

test('the weeks of three years, though spans of one child overlap and follow each other', async () => {
  const weeks = await read((tx) => weeklyCounts(tx, TABLES, on));
  expect(weeks).toHaveLength(TREND_WEEKS + 1);
  for (const week of weeks) {
    const expected = Object.fromEntries(GAPS.map((gap) => [gap, childrenOn(week.on, gap).size])) as Record<Gap, number>;
    const all = { on: week.on, open: childrenOn(week.on, 'open').size, any: childrenOn(week.on, ...GAPS).size };
    expect(week).toEqual({ ...expected, ...all });
  }
});

describe('a register', () => {
  const all = { because: null, team: null, district: null, age: null, atLeast: null };
  const rowsOf = (filter: Partial<typeof all> = {}, more: { limit?: number; offset?: number } = {}) =>
    read((tx) =>
      registerRows(tx, TABLES, on, 'not-seen', {
        filter: { ...all, ...filter },
        sort: 'days',
        limit: more.limit ?? null,
        offset: more.offset ?? 0,
      }),
    );

  test('holds each child once, from the first day without a break, longest first', async () => {
    const rows = await rowsOf();
    expect(new Set(rows.map(({ child }) => child))).toEqual(childrenOn(on, 'not-seen'));
    expect(rows).toHaveLength(childrenOn(on, 'not-seen').size);
    for (const { child, since: first } of rows) expect(first).toBe(since(child, 'not-seen', on));
    expect(rows.map(({ days }) => days)).toEqual(rows.map(({ days }) => days).sort((a, b) => b - a));
  });

  test('a filter, its count and its pages agree', async () => {
    const filter = { because: 'left' as never, atLeast: 14 as never };
    const rows = await rowsOf(filter);
    const summary = await read((tx) => registerSummary(tx, TABLES, on, 'not-seen', { ...all, ...filter }));
    expect(rows.length).toBeGreaterThan(0);
    expect([summary.shown, summary.children]).toEqual([rows.length, childrenOn(on, 'not-seen').size]);
    expect(summary.reasons.reduce((sum, { children }) => sum + children, 0)).toBe(summary.children);
    expect(summary.weeks.reduce((sum, { children }) => sum + children, 0)).toBe(summary.children);
    const pages = [...(await rowsOf(filter, { limit: 2 })), ...(await rowsOf(filter, { offset: 2 }))];
    expect(pages.map(({ child }) => child)).toEqual(rows.map(({ child }) => child));
  });
});

test('what cannot be told is counted by what it is and why', async () => {
  const found = await read((tx) => countUntold(tx, TABLES, on));
  for (const kind of ['cannot-tell:seen', 'cannot-tell:planned'])
    expect(new Set(found.filter((row) => row.kind === kind).map(({ because }) => because)).size).toBeLessThanOrEqual(2);
  expect(found.reduce((sum, { children }) => sum + children, 0)).toBeGreaterThanOrEqual(
    childrenOn(on, 'cannot-tell:seen').size,
  );
});

test('a line of the picture for every open child, each week as its spans say', async () => {
  const lines = await read((tx) => imageLines(tx, TABLES, on));
  expect(new Set(lines.map(({ child }) => child))).toEqual(childrenOn(on, 'open'));
  for (const { child, days, today } of lines) {
    for (const gap of GAPS) {
      const has = childrenOn(on, gap).has(child);
      expect([gap, days[gap] !== undefined]).toEqual([gap, has]);
      if (has) expect(addDays(on, 1 - (days[gap] ?? 0))).toBe(since(child, gap, on));
    }
    expect(today === 'nothing-late').toBe(!KINDS.some((kind) => childrenOn(on, kind).has(child)));
  }
});

test('clocks that run and fall due are counted by duty and day; what ended, was met or lies beyond is not', async () => {
  const until = addDays(on, 14);
  const piece = (
    duty: string,
    verdict: string,
    due: LocalDate,
    more: { first?: LocalDate; last?: LocalDate; ended?: LocalDate } = {},
  ) =>
    fresh.db.owner((tx) =>
      sql`insert into sight.clock (child, piece, duty, thread, started_by, due_from, due_until, verdict, relaxed, local, first_day, last_day, ended_on)
        values (gen_random_uuid(), 1, ${duty}, gen_random_uuid(), gen_random_uuid(), ${due}, ${due}, ${verdict}, false, false,
          ${more.first ?? addDays(on, -9)}, ${more.last ?? null}, ${more.ended ?? null})`.execute(tx),
    );
  await piece('visit', 'not-due', addDays(on, 3));
  await piece('visit', 'due-soon', addDays(on, 3));
  await piece('visit', 'not-due', on);
  await piece('visit', 'met', addDays(on, 3));
  await piece('visit', 'not-due', addDays(on, 3), { last: addDays(on, -1) });
  await piece('visit', 'not-due', addDays(on, 3), { ended: addDays(on, -2) });
  await piece('visit', 'not-due', addDays(on, 15));
  await piece('review', 'not-due', until);
  expect(await read((tx) => countDue(tx, TABLES, on, until))).toEqual([
    { duty: 'review', due: until, clocks: 1 },
    { duty: 'visit', due: on, clocks: 1 },
    { duty: 'visit', due: addDays(on, 3), clocks: 2 },
  ]);
});
