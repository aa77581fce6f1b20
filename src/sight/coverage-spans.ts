import { type EpochDay, weekdayOf } from '../kernel/local-date.ts';
import { type CoverageAnswers, type Covered, coverageOnDay, holderOn } from './coverage.ts';
import { NO_LATEST } from './day-bounds.ts';
import { openFrom } from './episodes.ts';
import { type Held, heldChangeDays } from './holding.ts';

/** Days from `from` up to, not including, `until` in which the coverage answers stay the same. */
export type CoverageSpan = {
  readonly from: EpochDay;
  readonly until: EpochDay;
  readonly answers: CoverageAnswers;
  readonly held: Held;
};

/** The child's coverage from the first opening up to, not including, a day. Empty for a child who was never open. */
export function coverageSpans(child: Covered, until: EpochDay): CoverageSpan[] {
  const first = Math.min(NO_LATEST, ...child.episodes.map(openFrom));
  const changes = [
    ...[...child.episodes, ...child.plans, ...child.enquiries].map(openFrom),
    ...child.facts.flatMap(({ fact, n1, n2 }) => (fact.name.startsWith('spoken.') ? [n2 + 1] : [n1, n2])),
    ...heldChangeDays(child.held),
  ];
  const days = [...new Set([first, ...changes])].filter((day) => day >= first && day < until).sort((a, b) => a - b);
  return days.map((from, at) => {
    const held = holderOn(child, from);
    return { from, until: days[at + 1] ?? until, answers: coverageOnDay(child, from, held), held };
  });
}

/** Worst first; what the county image colours each week of each child by. */
export const WEEK_GAPS = [
  'no-worker',
  'not-assessed',
  'not-seen',
  'no-plan',
  'cannot-tell',
  'nothing-late',
  'not-open',
] as const;
export type WeekGap = (typeof WEEK_GAPS)[number];
/** A week from its Monday; weeks of the same kind are joined. `until` is the Monday after, or the day after the last one asked about. */
export type WorstWeek = { readonly from: EpochDay; readonly until: EpochDay; readonly is: WeekGap };
/** Days on which a visit was overdue. */
export type Stretch = { readonly from: EpochDay; readonly until: EpochDay };

/** The worst gap of each week, by the coverage answers and the visits that were overdue. */
export function worstWeeks(spans: readonly CoverageSpan[], notSeen: readonly Stretch[]): WorstWeek[] {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return [];
  const weeks: WorstWeek[] = [];
  for (let monday = first.from - weekdayOf(first.from); monday < last.until; monday += 7) {
    const from = Math.max(monday, first.from);
    const until = Math.min(monday + 7, last.until);
    const is = worstBetween(spans, notSeen, from, until);
    const before = weeks.at(-1);
    if (before?.is === is) weeks[weeks.length - 1] = { ...before, until };
    else weeks.push({ from, until, is });
  }
  return weeks;
}

function worstBetween(
  spans: readonly CoverageSpan[],
  notSeen: readonly Stretch[],
  from: EpochDay,
  until: EpochDay,
): WeekGap {
  const overlaps = (each: Stretch): boolean => each.from < until && from < each.until;
  const found = new Set<WeekGap>(spans.filter(overlaps).map(({ answers }) => gapOf(answers)));
  if (notSeen.some(overlaps)) found.add('not-seen');
  return WEEK_GAPS.find((gap) => found.has(gap)) ?? 'not-open';
}

/** The worst gap of one day. */
export function gapOf({ open, allocated, assessed, seen, planned }: CoverageAnswers): WeekGap {
  if (open === 'no') return 'not-open';
  if (allocated === 'no') return 'no-worker';
  if (assessed === 'no') return 'not-assessed';
  if (seen === 'no') return 'not-seen';
  if (planned === 'no') return 'no-plan';
  return [open, allocated, assessed, seen, planned].includes('cannot-tell') ? 'cannot-tell' : 'nothing-late';
}
