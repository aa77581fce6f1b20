import type { Id } from '../../../../kernel/id.ts';
import { dayInLondon, millisecondsOf } from '../../../../kernel/instant.ts';
import { daysBetween } from '../../../../kernel/local-date.ts';
import type { Finding } from './snooping-kinds.ts';
import { childrenOf, daysOf, GIVEN, isOwnChoice, linesOf, type View } from './snooping-known.ts';

/** All of one reader’s views, sorted once. */
export type Reading = {
  /** Every view that is known of, also before the time that is judged; by time. */
  readonly all: readonly View[];
  /** The views of the time that is judged. */
  readonly judged: readonly View[];
  /** Those of them that no work explains, by child. */
  readonly unexplained: ReadonlyMap<Id, readonly View[]>;
  readonly outOfHours: ReadonlySet<View>;
};

/** Somebody who works at night or at weekends for so large a part is not out of their hours then. */
const USUALLY_LATE = 0.25;

/** Days on which a child was opened by own choice, and what the return weighs. */
const BY_CHOICE: readonly (readonly [number, number])[] = [
  [5, 4],
  [4, 3],
  [3, 2],
  [2, 1],
];
/** The same where the child is near one’s work: of one’s team, of the desk, of the whole county. */
const NEAR_WORK: readonly (readonly [number, number])[] = [
  [9, 3],
  [6, 2],
  [4, 1],
];

const weigh = (count: number, scale: readonly (readonly [number, number])[]): number =>
  scale.find(([from]) => count >= from)?.[1] ?? 0;

/** Opened, and nothing done. */
export function withoutWork(views: readonly View[]): Finding {
  const reason = views.filter(isOwnChoice).length;
  const counts = { views: views.length, reason };
  return { kind: 'without-work', points: reason > 0 ? 1 : 0.5, counts, lines: linesOf(views) };
}

/** Opened again on other days. */
export function returned(views: readonly View[]): Finding | undefined {
  const days = daysOf(views);
  const points = weigh(days, views.some(isOwnChoice) ? BY_CHOICE : NEAR_WORK);
  return points > 0 ? { kind: 'returned', points, counts: { days }, lines: linesOf(views) } : undefined;
}

/** Opened at hours at which this reader otherwise seldom reads. */
export function outOfHours(views: readonly View[], child: Id, { judged, outOfHours: late }: Reading) {
  const own = views.filter((view) => late.has(view));
  if (own.length === 0) return undefined;
  const others = judged.filter((view) => view.child !== child);
  const elsewhere = others.filter((view) => late.has(view)).length;
  if (others.length > 0 && elsewhere / others.length >= USUALLY_LATE) return undefined;
  const days = daysOf(own);
  const counts = { days, elsewhere, others: others.length };
  return { kind: 'out-of-hours', points: Math.min(3, days), counts, lines: linesOf(own) } satisfies Finding;
}

/** By own choice, after the child had left this reader’s own work or their team’s. */
export function formerlyTheirs(views: readonly View[], child: Id, { all }: Reading): Finding | undefined {
  const first = views.find(isOwnChoice);
  if (!first) return undefined;
  const last = all.findLast(
    (view) => view.child === child && view.at < first.at && (GIVEN.has(view.relation) || view.relation === 'team'),
  );
  if (!last) return undefined;
  const counts = { days: daysBetween(dayInLondon(last.at), dayInLondon(first.at)) };
  return { kind: 'formerly-theirs', points: 1, counts, lines: [last.line, first.line] };
}

/** Several children of one family, each by own choice. */
export function wholeHousehold(child: Id, family: readonly Id[], { unexplained }: Reading): Finding | undefined {
  const views = [child, ...family].flatMap((each) => (unexplained.get(each) ?? []).filter(isOwnChoice));
  const opened = childrenOf(views);
  if (opened < 2) return undefined;
  const counts = { opened, family: family.length + 1 };
  return { kind: 'household', points: opened >= 3 ? 2 : 1, counts, lines: linesOf(views) };
}

const HOUR = 3_600_000;
const MANY = 8;
const UNLIKE = 3;

type Hour = { readonly views: readonly View[]; readonly children: number };

/** The busiest hour of some views in order of time, by children. */
function busiestHour(views: readonly View[]): Hour {
  let best: Hour = { views: [], children: 0 };
  let from = 0;
  for (const [at, view] of views.entries()) {
    while (millisecondsOf(view.at) - millisecondsOf((views[from] as View).at) > HOUR) from += 1;
    if (at + 1 - from <= best.children) continue;
    const within = views.slice(from, at + 1);
    const children = childrenOf(within);
    if (children > best.children) best = { views: within, children };
  }
  return best;
}

/** Many children by own choice within an hour, as on no other day of this reader. It stands with the first of them alone. */
export function manyAtOnce({ unexplained }: Reading): { readonly child: Id; readonly finding: Finding } | undefined {
  const chosen = [...unexplained.values()].flat().filter(isOwnChoice);
  if (chosen.length < MANY) return undefined;
  chosen.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.line - b.line));
  const hour = busiestHour(chosen);
  const first = hour.views[0];
  if (!first || hour.children < MANY) return undefined;
  const that = dayInLondon(first.at);
  const usual = busiestHour(chosen.filter(({ at }) => dayInLondon(at) !== that)).children;
  if (hour.children < usual * UNLIKE) return undefined;
  const counts = { children: hour.children, usual };
  return { child: first.child, finding: { kind: 'many-at-once', points: 3, counts, lines: linesOf(hour.views) } };
}
