import { type EpochDay, fromEpochDay } from '../kernel/local-date.ts';
import { type Dated, windowOver } from './believed.ts';
import type { Answer } from './coverage.ts';
import { type Lasting, lastingThings } from './episodes.ts';
import type { FactName } from './facts.ts';
import type { LaneSegment } from './lanes.ts';

type Stretch = { readonly from: EpochDay; readonly until: EpochDay };
const SPOKEN_OF: readonly FactName[] = ['placement.begun', 'placement.ended'];

/**
 * Where a child in care was placed, and the days in care for which no placement is known; null for a child who was
 * never in care by that day. `answer` is how it stands on the day.
 */
export function placedLane(
  facts: readonly Dated[],
  on: EpochDay,
): { readonly segments: readonly LaneSegment[]; readonly answer: Answer } | null {
  const begunBy = (each: Lasting): boolean => each.from2 <= on;
  const care = lastingThings(facts, ['care.entered'], ['care.ended']).filter(begunBy);
  if (care.length === 0) return null;
  const placements = lastingThings(facts, ['placement.begun'], ['placement.ended'])
    .filter(begunBy)
    .map((each) => endedWith(care, each));
  const covers = placements.map((each) => segmentOf(each, on));
  const gaps = care.flatMap((period) => uncovered(period, placements, on).map((gap) => gapIn(period, gap, facts, on)));
  const segments = [...covers, ...gaps].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return { segments, answer: answerOn(care, segments, on) };
}

/** No placement outlasts the time in care in which it began. */
function endedWith(care: readonly Lasting[], placement: Lasting): Lasting {
  const period = care.find(({ from2, until2 }) => from2 <= placement.from2 && placement.from2 < until2);
  if (!period || period.until2 >= placement.until2) return placement;
  return { ...placement, closed: period.closed, until2: period.until2 };
}

const daysOf = ({ from, until }: Stretch, on: EpochDay): Pick<LaneSegment, 'from' | 'until' | 'days'> => ({
  from: fromEpochDay(from),
  until: until > on ? null : fromEpochDay(until),
  days: Math.min(until, on + 1) - from,
});

const NOTHING = { entry: null, endedBy: null, party: null, lateFrom: null, duty: null } as const;

const segmentOf = ({ opened, closed, from2, until2 }: Lasting, on: EpochDay): LaneSegment => ({
  ...NOTHING,
  // A placement that was over on the day on which it began still stands on that day.
  ...daysOf({ from: from2, until: Math.max(until2, from2 + 1) }, on),
  is: 'cover',
  says: 'placed',
  entry: opened.fact.entry,
  endedBy: until2 > on ? null : (closed?.fact.entry ?? null),
  party: opened.fact.party,
});

/** The days of a period in care that no placement covers, up to and with the day asked about. */
function uncovered({ from2, until2 }: Lasting, placements: readonly Lasting[], on: EpochDay): Stretch[] {
  const last = Math.min(until2, on + 1);
  const found: Stretch[] = [];
  let from = from2;
  for (const each of placements.toSorted((a, b) => a.from2 - b.from2)) {
    if (each.from2 >= last || from >= last) break;
    if (each.from2 > from) found.push({ from, until: each.from2 });
    from = Math.max(from, each.until2);
  }
  return from < last ? [...found, { from, until: last }] : found;
}

/** No placement is known: a gap where silence is heard, and otherwise it cannot be told. */
function gapIn({ opened }: Lasting, gap: Stretch, facts: readonly Dated[], on: EpochDay): LaneSegment {
  const window = windowOver(facts, SPOKEN_OF, gap.from);
  const isHeard = opened.fact.source === 'here' || (window !== undefined && window.until >= gap.until - 1);
  const still = gap.until > on ? { ...gap, until: on + 2 } : gap;
  const kind = isHeard
    ? ({ is: 'gap', says: 'not-placed' } as const)
    : ({ is: 'unknown', says: 'cannot-tell' } as const);
  return { ...NOTHING, ...daysOf(still, on), ...kind };
}

function answerOn(care: readonly Lasting[], segments: readonly LaneSegment[], on: EpochDay): Answer {
  if (!care.some(({ until2 }) => until2 > on)) return 'not-owed';
  const now = segments.filter(({ until }) => until === null);
  if (now.some(({ is }) => is === 'cover')) return 'yes';
  return now.some(({ is }) => is === 'gap') ? 'no' : 'cannot-tell';
}
