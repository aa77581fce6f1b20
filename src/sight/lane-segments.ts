import { type EpochDay, fromEpochDay } from '../kernel/local-date.ts';
import { type Dated, named } from './believed.ts';
import type { ClockPiece } from './clock.ts';
import type { CompiledStatute } from './compile.ts';
import type { CoverageSpan } from './coverage-spans.ts';
import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';
import { type Lasting, lastingThings, OPENINGS, openFrom } from './episodes.ts';
import type { FactName } from './facts.ts';
import type { LaneMark, LaneSegment, OverdueVisit, SegmentSays } from './lanes.ts';

type Part = {
  readonly from: EpochDay;
  readonly until: EpochDay;
  readonly is: LaneSegment['is'];
  readonly says: SegmentSays;
} & Partial<Pick<LaneSegment, 'entry' | 'endedBy' | 'party' | 'lateFrom' | 'duty'>>;

/** A part as callers read it, told up to the end of a day. */
function segment(part: Part, on: EpochDay): LaneSegment {
  const until = Math.min(part.until, on + 1);
  return {
    from: fromEpochDay(part.from),
    until: until > on ? null : fromEpochDay(until),
    days: until - part.from,
    is: part.is,
    says: part.says,
    entry: part.entry ?? null,
    endedBy: until > on ? null : (part.endedBy ?? null),
    party: part.party ?? null,
    lateFrom: part.lateFrom ?? null,
    duty: part.duty ?? null,
  };
}

/** Neighbours that say the same become one. */
function joined(parts: readonly Part[]): Part[] {
  const found: Part[] = [];
  for (const part of parts) {
    const before = found.at(-1);
    const same =
      before &&
      before.until === part.from &&
      before.is === part.is &&
      before.says === part.says &&
      before.entry === part.entry;
    if (same) found[found.length - 1] = { ...before, until: part.until };
    else found.push(part);
  }
  return found;
}

const openSpans = (spans: readonly CoverageSpan[]): CoverageSpan[] =>
  spans.filter(({ answers }) => answers.open !== 'no');

/** The whole time for which the child was open, and each concern and referral; never broken by team, worker or stage. */
export function concernLane(
  episodes: readonly Lasting[],
  happened: readonly Dated[],
  on: EpochDay,
): { segments: LaneSegment[]; marks: LaneMark[] } {
  const begun = episodes.filter((episode) => openFrom(episode) <= on);
  const stretches: Part[] = [];
  for (const episode of begun.toSorted((a, b) => openFrom(a) - openFrom(b))) {
    const { opened, closed, until2 } = episode;
    const from = openFrom(episode);
    const before = stretches.at(-1);
    const endedBy = closed?.fact.entry ?? null;
    if (!before || before.until < from)
      stretches.push({ from, until: until2, is: 'open', says: 'open', entry: opened.fact.entry, endedBy });
    else if (until2 > before.until) stretches[stretches.length - 1] = { ...before, until: until2, endedBy };
  }
  const openings = named(happened, OPENINGS).filter(({ n2 }) => n2 < NO_LATEST);
  const marks = openings.map(
    ({ fact, n2 }, at): LaneMark => ({
      is: at === 0 ? 'first' : 'event',
      on: fromEpochDay(n2),
      fact: fact.name,
      entry: fact.entry,
    }),
  );
  return { segments: stretches.map((part) => segment(part, on)), marks };
}

/** Who held the child and when nobody did, with the reason. */
export function heldSegments(spans: readonly CoverageSpan[], on: EpochDay): LaneSegment[] {
  const parts = openSpans(spans).map(({ from, until, answers, held }): Part => {
    const entry = held.by?.fact.entry ?? null;
    const party = held.by?.fact.party ?? null;
    if (answers.allocated === 'yes') return { from, until, is: 'cover', says: 'held', entry, party };
    if (answers.allocated === 'no') return { from, until, is: 'gap', says: held.why ?? 'nobody', entry, party };
    return { from, until, is: 'unknown', says: held.why === 'not-known' ? 'not-known' : 'cannot-tell', entry, party };
  });
  return joined(parts).map((part) => segment(part, on));
}

/** Gaps in which the child had not been seen at all, and those in which a visit was overdue. */
export function seenSegments(
  spans: readonly CoverageSpan[],
  overdue: readonly OverdueVisit[],
  on: EpochDay,
): LaneSegment[] {
  const parts = openSpans(spans).flatMap(({ from, until, answers }): Part[] => {
    if (answers.seen === 'no') return [{ from, until, is: 'gap', says: 'not-seen-yet' }];
    return answers.seen === 'cannot-tell' ? [{ from, until, is: 'unknown', says: 'cannot-tell' }] : [];
  });
  const told = joined(parts);
  const late: Part[] = [];
  for (const { from, until, duty, entry } of overdue) {
    const covered = Math.max(from, late.at(-1)?.until ?? NO_EARLIEST);
    if (covered < until && !told.some((part) => part.is === 'gap' && part.from <= covered && until <= part.until))
      late.push({ from: covered, until, is: 'gap', says: 'visit-overdue', duty, entry });
  }
  return [...told, ...late].sort((a, b) => a.from - b.from).map((part) => segment(part, on));
}

const ASSESSMENTS = [
  { says: 'assessment', begun: 'assessment.begun', completed: 'assessment.completed' },
  { says: 'initial-assessment', begun: 'assessment.initial-begun', completed: 'assessment.initial-completed' },
  { says: 'core-assessment', begun: 'assessment.core-needed', completed: 'assessment.core-completed' },
] as const;

/** Assessments under way, with the part after the due day; and the time for which risk stood unassessed. */
export function assessedSegments(
  compiled: CompiledStatute,
  spans: readonly CoverageSpan[],
  facts: readonly Dated[],
  pieces: readonly ClockPiece[],
  on: EpochDay,
): LaneSegment[] {
  const gaps = openSpans(spans).flatMap(({ from, until, answers }): Part[] => {
    if (answers.assessed === 'no') return [{ from, until, is: 'gap', says: 'not-assessed' }];
    return answers.assessed === 'cannot-tell' ? [{ from, until, is: 'unknown', says: 'cannot-tell' }] : [];
  });
  const under = ASSESSMENTS.flatMap(({ says, begun, completed }) =>
    lastingThings(facts, [begun], [completed])
      .filter(({ from2 }) => from2 <= on)
      .map((each): Part => {
        const due = dueOf(compiled, each, completed, pieces);
        const late = due !== null && due < Math.min(each.until2 - 1, on);
        return {
          from: each.from2,
          until: Math.max(each.until2, each.from2 + 1),
          is: 'cover',
          says,
          entry: each.opened.fact.entry,
          endedBy: each.closed?.fact.entry ?? null,
          lateFrom: late ? fromEpochDay(due + 1) : null,
        };
      }),
  );
  return [...joined(gaps), ...under].sort((a, b) => a.from - b.from).map((part) => segment(part, on));
}

/** The due day of the clock that this assessment meets, or of one of its episode that still waits for it. */
function dueOf(
  compiled: CompiledStatute,
  { opened, closed }: Lasting,
  completed: FactName,
  pieces: readonly ClockPiece[],
): EpochDay | null {
  const duties = new Set(compiled.clocks.filter(({ duty }) => duty.meets.includes(completed)).map(({ id }) => id));
  const { episode, thread } = opened.fact;
  const found = pieces.findLast((piece) => {
    if (!duties.has(piece.duty) || piece.dueUntil === null) return false;
    if (closed) return piece.metBy === closed.fact.entry;
    return piece.metBy === null && (piece.thread === thread || piece.thread === episode);
  });
  return found?.dueUntil ?? null;
}

const SAYS_PLAN: Partial<Record<FactName, SegmentSays>> = {
  'plan.protection-begun': 'plan-protection',
  'care-plan.agreed': 'plan-care',
};

/** Plans, and the time for which one was owed and there was none. */
export function plannedSegments(
  spans: readonly CoverageSpan[],
  plans: readonly Lasting[],
  on: EpochDay,
): LaneSegment[] {
  const gaps = openSpans(spans).flatMap(({ from, until, answers }): Part[] => {
    if (answers.planned === 'no') return [{ from, until, is: 'gap', says: 'no-plan' }];
    return answers.planned === 'cannot-tell' ? [{ from, until, is: 'unknown', says: 'cannot-tell' }] : [];
  });
  const unknownFrom = gaps.find(({ is }) => is === 'unknown');
  const made = plans
    .filter(({ from2 }) => from2 <= on)
    .map(({ opened, closed, from2, until2 }): Part => {
      const silentFrom = closed === null && unknownFrom && unknownFrom.from > from2 ? unknownFrom.from : until2;
      return {
        from: from2,
        until: Math.max(Math.min(until2, silentFrom), from2 + 1),
        is: 'cover',
        says: SAYS_PLAN[opened.fact.name] ?? 'plan-in-need',
        entry: opened.fact.entry,
        endedBy: closed?.fact.entry ?? null,
      };
    });
  return [...joined(gaps), ...made].sort((a, b) => a.from - b.from).map((part) => segment(part, on));
}
