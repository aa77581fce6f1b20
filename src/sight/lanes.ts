import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import { named } from './believed.ts';
import type { ClockPiece } from './clock.ts';
import { verdictOn } from './clocks.ts';
import type { CompiledStatute } from './compile.ts';
import { type Answer, type CoverageAnswers, coveredOf } from './coverage.ts';
import { coverageSpans, type Stretch, type WeekGap, worstWeeks } from './coverage-spans.ts';
import type { Fact, Standing } from './facts.ts';
import type { NotHeld } from './holding.ts';
import { dueMarks, heardMarks, visitMarks } from './lane-marks.ts';
import { laneOfDuty } from './lane-of-duty.ts';
import { assessedSegments, concernLane, heldSegments, plannedSegments, seenSegments } from './lane-segments.ts';
import { placedLane } from './placed-lane.ts';

/** The lanes of the sightline; `placed` is drawn for a child who was in care. */
export const LANES = ['concern', 'held', 'seen', 'assessed', 'planned', 'placed', 'heard'] as const;
export type LaneName = (typeof LANES)[number];

/** What a segment says, as a closed code; pages turn each into words. */
export type SegmentSays =
  | 'open'
  | 'held'
  | NotHeld
  | 'not-seen-yet'
  | 'visit-overdue'
  | 'not-assessed'
  | 'assessment'
  | 'initial-assessment'
  | 'core-assessment'
  | 'no-plan'
  | 'plan-in-need'
  | 'plan-protection'
  | 'plan-care'
  | 'placed'
  | 'not-placed'
  | 'cannot-tell';

/** A stretch of a lane, from its first day up to, not including, `until`; null when it still lasts on the day asked about. */
export type LaneSegment = {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  /** Days that it has lasted by the end of the day asked about. */
  readonly days: number;
  readonly is: 'open' | 'cover' | 'gap' | 'unknown';
  readonly says: SegmentSays;
  /** The entry that opens it, the entry that ended it, and the worker whom it names. */
  readonly entry: Id | null;
  readonly endedBy: Id | null;
  readonly party: Id | null;
  /** The first day after its due day, when it went on past it. */
  readonly lateFrom: LocalDate | null;
  /** The duty behind it, when a rule makes it a gap. */
  readonly duty: string | null;
};

export type LaneMark =
  | { readonly is: 'first' | 'event'; readonly on: LocalDate; readonly fact: Fact['name']; readonly entry: Id }
  | {
      readonly is: 'visit';
      readonly on: LocalDate;
      readonly seen: 'alone' | 'with-others' | 'not-seen';
      readonly entry: Id;
    }
  | {
      readonly is: 'view';
      readonly on: LocalDate;
      readonly answeredOn: LocalDate | null;
      readonly toldOn: LocalDate | null;
      readonly entry: Id;
    }
  | { readonly is: 'due'; readonly on: LocalDate; readonly duty: string; readonly title: string };

export type Lane = {
  readonly lane: LaneName;
  readonly segments: readonly LaneSegment[];
  readonly marks: readonly LaneMark[];
  /** How the lane stands on the day asked about; `open` for the concern lane. */
  readonly answer: Answer;
};

export type Sightline = {
  readonly lanes: readonly Lane[];
  readonly worst: readonly { readonly from: LocalDate; readonly until: LocalDate; readonly is: WeekGap }[];
  readonly coverage: CoverageAnswers;
};

/** What the sightline is drawn from: all of it as known at one moment, told as it stood on one day. */
export type SightlineQuestion = {
  readonly compiled: CompiledStatute;
  readonly facts: readonly Fact[];
  readonly standings: readonly Standing[];
  readonly pieces: readonly ClockPiece[];
  readonly on: LocalDate;
  readonly known: Instant;
};

/** The child's line of sight up to a day, lane by lane, with what is due next beyond it. Null for a child who was never open by then. */
export function lanesOf({ compiled, facts, standings, pieces, on, known }: SightlineQuestion): Sightline | null {
  const day = toEpochDay(on);
  const child = coveredOf(facts, standings, known, compiled.leaveDays);
  const spans = coverageSpans(child, day + 1);
  const today = spans.at(-1);
  if (!today) return null;
  const happened = child.facts.filter(({ n2 }) => n2 <= day);
  const overdue = overdueVisits(compiled, pieces, day);
  const { answers } = today;
  const due = (lane: LaneName): readonly LaneMark[] => dueMarks(compiled, verdictOn(pieces, on), lane, day);
  const placed = placedLane(child.facts, day);
  const concern = concernLane(child.episodes, happened, day);
  const lanes: Lane[] = [
    { lane: 'concern', ...concern, marks: [...concern.marks, ...due('concern')], answer: answers.open },
    { lane: 'held', segments: heldSegments(spans, day), marks: due('held'), answer: answers.allocated },
    {
      lane: 'seen',
      segments: seenSegments(spans, overdue, day),
      marks: [...visitMarks(happened), ...due('seen')],
      answer: answers.seen,
    },
    {
      lane: 'assessed',
      segments: assessedSegments(compiled, spans, child.facts, pieces, day),
      marks: due('assessed'),
      answer: answers.assessed,
    },
    {
      lane: 'planned',
      segments: plannedSegments(spans, child.plans, day),
      marks: due('planned'),
      answer: answers.planned,
    },
    ...(placed ? [{ lane: 'placed' as const, ...placed, marks: due('placed') }] : []),
    {
      lane: 'heard',
      segments: [],
      marks: heardMarks(named(happened, ['view.expressed', 'view.decided', 'view.told'])),
      answer: heardAnswer(happened),
    },
  ];
  const worst = worstWeeks(spans, overdue).map(({ from, until, is }) => ({
    from: fromEpochDay(from),
    until: fromEpochDay(until),
    is,
  }));
  return { lanes, worst, coverage: answers };
}

/** Is every view that the child expressed answered and told? Nothing said is not owed an answer. */
function heardAnswer(happened: Parameters<typeof heardMarks>[0]): Answer {
  const views = heardMarks(named(happened, ['view.expressed', 'view.decided', 'view.told']));
  if (views.length === 0) return 'not-owed';
  return views.every((view) => view.is === 'view' && view.toldOn !== null) ? 'yes' : 'no';
}

export type OverdueVisit = Stretch & { readonly duty: string; readonly entry: Id };

/** The stretches in which a visit was owed and late, by the clocks that only a visit meets. */
function overdueVisits(compiled: CompiledStatute, pieces: readonly ClockPiece[], day: EpochDay): OverdueVisit[] {
  const visits = new Set(compiled.clocks.filter((duty) => laneOfDuty(duty) === 'seen').map(({ id }) => id));
  return pieces
    .filter(
      ({ duty, verdict, firstDay, endedBy }) =>
        visits.has(duty) && verdict === 'overdue' && endedBy === null && firstDay <= day,
    )
    .map(({ duty, startedBy, firstDay, lastDay }) => ({
      duty,
      entry: startedBy,
      from: firstDay,
      until: Math.min(lastDay === null ? day : lastDay, day) + 1,
    }))
    .sort((a, b) => a.from - b.from);
}
