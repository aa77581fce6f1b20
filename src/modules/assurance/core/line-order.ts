import type { EpochDay } from '../../../kernel/local-date.ts';
import type { WeekGap } from '../../../sight/coverage-spans.ts';

/** The orders in which a reader may choose to see the lines of the county. */
export const LINE_ORDERS = ['team', 'no-worker', 'not-assessed', 'not-seen', 'no-plan', 'age', 'worst'] as const;
export type LineOrder = (typeof LINE_ORDERS)[number];

/** What a child's line is put in order by. Days of a gap, its first day as one, where there is such a gap today. */
export type LineKeys = {
  /** The name that the team stands under; null where no team is known. */
  readonly team: string | null;
  /** Where that team works; null where nobody said. */
  readonly district: string | null;
  readonly openSince: EpochDay;
  readonly days: Readonly<Partial<Record<'no-worker' | 'not-assessed' | 'not-seen' | 'no-plan', number>>>;
  readonly bornOn: EpochDay | null;
  /** What holds today, as its place in the ramp, worst first. */
  readonly shade: number;
  readonly today: WeekGap;
};

type Compare = (a: LineKeys, b: LineKeys) => number;

const byOpen: Compare = (a, b) => a.openSince - b.openSince;
const byName = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a.localeCompare(b, 'en-GB');
/** By district, then by team; without a team last; names as people sort them. */
const byTeam: Compare = (a, b) =>
  Number(a.team === null) - Number(b.team === null) || byName(a.district, b.district) || byName(a.team, b.team);
const byDays =
  (gap: keyof LineKeys['days']): Compare =>
  (a, b) =>
    (b.days[gap] ?? -1) - (a.days[gap] ?? -1);
/** Youngest first, the unborn before them; where no birth is known, last. */
const byAge: Compare = (a, b) =>
  a.bornOn === b.bornOn ? 0 : a.bornOn === null ? 1 : b.bornOn === null ? -1 : b.bornOn - a.bornOn;
const byWorst: Compare = (a, b) => a.shade - b.shade;

const ORDERS: Record<LineOrder, readonly Compare[]> = {
  team: [byTeam, byOpen],
  'no-worker': [byDays('no-worker'), byTeam, byOpen],
  'not-assessed': [byDays('not-assessed'), byTeam, byOpen],
  'not-seen': [byDays('not-seen'), byTeam, byOpen],
  'no-plan': [byDays('no-plan'), byTeam, byOpen],
  age: [byAge, byOpen],
  worst: [byWorst, byTeam, byOpen],
};

/** The lines in the reader's order; lines that are equal in it stay as they came, so that a line keeps its number. */
export function inLineOrder<Line extends LineKeys>(lines: readonly Line[], order: LineOrder): Line[] {
  return [...lines].sort((a, b) => {
    for (const compare of ORDERS[order]) {
      const found = compare(a, b);
      if (found !== 0) return found;
    }
    return 0;
  });
}
