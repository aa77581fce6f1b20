import type { Id } from '../../src/kernel/id.ts';
import type { Day } from '../generate/days.ts';
import type { Happening, Noted } from '../generate/happenings.ts';
import type { ExpectedClock, ExpectedSpan } from './expected.ts';
import type { Standing } from './standing-of-workers.ts';

type Open = { readonly thread: Id; readonly from: Day; readonly until: Day };
const NEVER = Number.POSITIVE_INFINITY;

/** What a child lacked on which days, from the happenings and the workers' standing. */
export function spansOf(
  book: Id,
  noted: readonly Noted[],
  clocks: readonly ExpectedClock[],
  standing: Standing,
  today: Day,
): ExpectedSpan[] {
  const child = readChild(noted);
  if (child.open.length + child.inCare.length === 0) return [];
  const visits = clocks.filter(({ duty, late }) => VISITS.test(duty) && late !== null);
  const days = changeDays(child, noted, visits, standing, today);
  const spans: ExpectedSpan[] = [];
  const running = new Map<string, { from: Day; because: string | null }>();
  for (const day of [...days, today + 1]) {
    const lacks = day > today ? new Map<ExpectedSpan['is'], string | null>() : lacksOn(child, visits, standing, day);
    for (const is of ['no-worker', 'not-assessed', 'not-seen', 'no-plan'] as const) {
      const before = running.get(is);
      const now = lacks.get(is);
      if (before && now === before.because && day <= today) continue;
      if (before) spans.push({ is, book, from: before.from, until: day > today ? null : day, because: before.because });
      running.delete(is);
      if (now !== undefined) running.set(is, { from: day, because: now });
    }
  }
  return spans;
}

const VISITS = /^(cin-visit|cp-visit|visit-.*|pf-.*)$/;

type Child = {
  /** Episodes of need. */
  readonly open: readonly Open[];
  readonly inCare: readonly Open[];
  readonly plans: readonly Open[];
  readonly registered: readonly Open[];
  readonly holding: readonly Noted[];
  readonly assessing: readonly Noted[];
  readonly decisions: readonly Noted[];
};

function readChild(noted: readonly Noted[]): Child {
  const plans = lastings(
    noted,
    ['need plan begun', 'protection plan begun', 'care plan agreed'],
    ['need plan ended', 'protection plan ended', 'care ended'],
    'thread',
  );
  return {
    open: opened(noted),
    inCare: lastings(noted, ['care entered'], ['care ended'], 'thread'),
    plans,
    registered: [
      ...lastings(noted, ['protection plan begun'], ['protection plan ended'], 'thread'),
      ...lastings(
        noted,
        ['enquiry begun'],
        ['enquiry concluded', 'no conference needed', 'conference held'],
        'episode',
      ),
    ],
    holding: noted.filter(
      ({ is }) => is === 'given to a worker' || is === 'in nobody’s hands' || is === 'holding ended',
    ),
    assessing: noted.filter(({ is }) =>
      [
        'assessment begun',
        'assessment completed',
        'initial assessment begun',
        'initial assessment completed',
        'core assessment completed',
      ].includes(is),
    ),
    decisions: noted.filter(({ is }) => is === 'plan needed' || is === 'no plan needed'),
  };
}

/** Open from the first concern or referral of an episode until nothing is to follow, or it is closed. */
function opened(noted: readonly Noted[]): Open[] {
  const found = new Map<Id, Open>();
  for (const { is, thread, on } of noted) {
    if ((is !== 'referred' && is !== 'concern') || found.has(thread)) continue;
    const end = noted.find(
      (each) =>
        (each.is === 'closed' || each.is === 'decided: nothing follows') && each.thread === thread && each.on >= on,
    );
    found.set(thread, { thread, from: on, until: end?.on ?? NEVER });
  }
  return [...found.values()];
}

function lastings(
  noted: readonly Noted[],
  opens: readonly Happening[],
  closes: readonly Happening[],
  by: 'thread' | 'episode',
): Open[] {
  return noted
    .filter(({ is }) => opens.includes(is))
    .map((begun) => {
      const end = noted.find((each) => closes.includes(each.is) && each[by] === begun[by] && each.on >= begun.on);
      return { thread: begun.thread, from: begun.on, until: end?.on ?? NEVER };
    });
}

function changeDays(
  child: Child,
  noted: readonly Noted[],
  visits: readonly ExpectedClock[],
  standing: Standing,
  today: Day,
): Day[] {
  const workers = new Set(child.holding.flatMap(({ party }) => (party === null ? [] : [party])));
  const days = [
    ...noted.map(({ on }) => on),
    ...visits.flatMap(({ late, endedOn }) => [late?.from ?? 0, (late?.until ?? today) + 1, endedOn ?? 0]),
    ...[...workers].flatMap((worker) => standing.changes(worker)),
  ];
  const first = Math.min(...[...child.open, ...child.inCare].map(({ from }) => from));
  return [...new Set([first, ...days])].filter((day) => day >= first && day <= today).sort((a, b) => a - b);
}

const lastsOn = ({ from, until }: Open, on: Day): boolean => from <= on && on < until;

function lacksOn(
  child: Child,
  visits: readonly ExpectedClock[],
  standing: Standing,
  on: Day,
): Map<ExpectedSpan['is'], string | null> {
  const lacks = new Map<ExpectedSpan['is'], string | null>();
  const open = child.open.filter((each) => lastsOn(each, on));
  const inCare = child.inCare.some((each) => lastsOn(each, on));
  if (open.length === 0 && !inCare) return lacks;
  const nobody = whyNobody(child, standing, on);
  if (nobody !== null) lacks.set('no-worker', nobody);
  const planned = child.plans.some((plan) => lastsOn(plan, on));
  const unassessed = open.some(
    ({ thread }) => !child.assessing.some((each) => each.episode === thread && each.on <= on),
  );
  if (unassessed && !planned) lacks.set('not-assessed', null);
  if (isLateVisit(visits, on)) lacks.set('not-seen', null);
  if (!planned && (inCare || (open.length > 0 && isPlanOwed(child, on)))) lacks.set('no-plan', null);
  return lacks;
}

const isLateVisit = (visits: readonly ExpectedClock[], on: Day): boolean =>
  visits.some(({ late, metOn, endedOn }) => late !== null && late.from <= on && on < (metOn ?? endedOn ?? NEVER));

/** The last decision asked for a plan, and the plan that was made since is not over. */
function isPlanOwed(child: Child, on: Day): boolean {
  const last = child.decisions.findLast((each) => each.on <= on);
  if (last?.is !== 'plan needed') return false;
  return !child.plans.some(({ from, until }) => from >= last.on && until <= on);
}

function whyNobody({ holding, registered }: Child, standing: Standing, on: Day): string | null {
  const last = holding.findLast((each) => each.on <= on);
  if (!last) return 'never-allocated';
  if (last.is === 'holding ended') return 'ended';
  if (last.is === 'in nobody’s hands' || last.party === null) return `placeholder:${last.as}`;
  const absence = standing.absence(
    last.party,
    on,
    registered.some((each) => lastsOn(each, on)),
  );
  return absence;
}
