import { NO_EARLIEST, NO_LATEST } from './day-bounds.ts';

/** Verdict codes: places in VERDICTS. */
export const NOT_DUE = 0;
export const DUE_SOON = 1;
export const MET = 2;
export const MET_LATE = 3;
export const OVERDUE = 4;
export const EXCUSED = 5;
export const REASONED_LATE = 6;
export const SUPERSEDED = 7;
export const CANNOT_TELL = 8;
export const HOLDS = 9;
export const FAILS = 10;

/** Codes of the reasons for not telling: places in REASONS_UNKNOWN, 0 for none. */
export const KNOWN = 0;
export const SOURCE_ENDS_BEFORE = 1;
export const SOURCE_BEGINS_AFTER = 2;
export const SOURCE_NEVER_SAYS = 3;
export const START_DAY = 4;
export const MET_DAY = 5;
export const END_DAY = 6;
export const TIME_OF_DAY = 7;
export const SOURCES_DISAGREE = 8;
export const CALENDAR_ENDS = 9;

/** Was the meeting in time? */
export const IN_TIME = 0;
export const LATE = 1;
export const NOT_SURE = 2;

/** Whose silence is evidence, for a clock that nothing has met. */
export const SPOKEN_OF = 0;
export const WITHIN_WINDOW = 1;
export const NOT_SPOKEN_OF = 2;

/**
 * One clock of one child, ready to be asked about any day. One object serves clock after clock, so that a million
 * children cost no garbage. Days are epoch days; `m` the first meeting, `e` the end.
 */
export type RunningClock = {
  /** Place of the starting fact in the view, and of the fact that began the chain. */
  start: number;
  origin: number;
  /** Where its meetings stand: one of the scopes. */
  scope: number;
  /** 0 for the first link of a chain and for a clock that is none. */
  link: number;
  first: number;
  s1: number;
  s2: number;
  /** The days from which a duty that is not plain counts: those of the start, or of the last meeting by then. */
  counted1: number;
  counted2: number;
  /** The first and last day on which it can fall due, before any switch. */
  d1: number;
  d2: number;
  /** Stages of the due day, each later one from its switch. One unless a limit switches; the lists below hold all only then. */
  stages: number;
  readonly from1: Int32Array;
  readonly from2: Int32Array;
  readonly due1: Int32Array;
  readonly due2: Int32Array;
  /** Place of the fact that met it, -1 for none; its days. */
  metBy: number;
  m1: number;
  m2: number;
  /** What ended it; heard only while nothing met it. */
  endBy: number;
  e1: number;
  e2: number;
  /** What ended it says that nothing was owed; then only a meeting in time counts beside it. */
  voided: boolean;
  /** The limit in hours, when that is how the first stage is counted; else 0. */
  hours: number;
  /** Why it cannot be told whether its first fact starts anything; for all links of a chain. */
  doubt: number;
  /** A reason why nothing about it can be told on any day. */
  unknown: number;
  inTime: number;
  /** Why it is not sure whether the meeting was in time. */
  metUnknown: number;
  evidence: number;
  /** The last day of the covering windows, or the code of why there is no evidence. */
  windowUntil: number;
  silenceCode: number;
  /** No file speaks of the meetings at all, and nothing here did before it started: a late meeting need not be the first. */
  blind: boolean;
  /** Why something before the start may have met it at once, so that no miss can be told; KNOWN when nothing can have. */
  perhapsBefore: number;
  excused: boolean;
  /** The first day by which a reason for lateness had surely been given. */
  reasonDay: number;
  /** First and last day on which each switch of the duty can come, for this start. */
  readonly switch1: Int32Array;
  readonly switch2: Int32Array;
  /** The places of the switches in the order of their days, where facts make them. */
  readonly order: Int32Array;
  /** Why the last verdict could not be told; the due days that it went by. */
  because: number;
  asked1: number;
  asked2: number;
  /** The same clock were another source right about an event, null where there would be none; null where none disagree. */
  rivals: readonly (RunningClock | null)[] | null;
};

const STAGES = 8;
export const MOST_SWITCHES = STAGES - 1;

export function runningClock(): RunningClock {
  return {
    start: -1,
    origin: -1,
    scope: 0,
    link: 0,
    first: 0,
    s1: 0,
    s2: 0,
    counted1: 0,
    counted2: 0,
    d1: 0,
    d2: 0,
    stages: 1,
    from1: new Int32Array(STAGES),
    from2: new Int32Array(STAGES),
    due1: new Int32Array(STAGES),
    due2: new Int32Array(STAGES),
    metBy: -1,
    m1: NO_LATEST,
    m2: NO_LATEST,
    endBy: -1,
    e1: NO_LATEST,
    e2: NO_LATEST,
    voided: false,
    hours: 0,
    doubt: KNOWN,
    unknown: KNOWN,
    inTime: IN_TIME,
    metUnknown: KNOWN,
    evidence: SPOKEN_OF,
    windowUntil: NO_LATEST,
    silenceCode: KNOWN,
    blind: false,
    perhapsBefore: KNOWN,
    excused: false,
    reasonDay: NO_LATEST,
    switch1: new Int32Array(MOST_SWITCHES),
    switch2: new Int32Array(MOST_SWITCHES),
    order: new Int32Array(MOST_SWITCHES),
    because: KNOWN,
    asked1: 0,
    asked2: 0,
    rivals: null,
  };
}

/** A clock that stays as it is while the one object goes on to others. */
export const copyOfClock = (clock: RunningClock): RunningClock => ({
  ...clock,
  from1: clock.from1.slice(),
  from2: clock.from2.slice(),
  due1: clock.due1.slice(),
  due2: clock.due2.slice(),
});

/** Sets `asked1` and `asked2`: the first and last day on which it can fall due, as it stands between two days. */
export function askDue(clock: RunningClock, from: number, until: number): void {
  if (clock.stages === 1) {
    clock.asked1 = clock.d1;
    clock.asked2 = clock.d2;
    return;
  }
  let stage = 0;
  while (stage + 1 < clock.stages && (clock.from2[stage + 1] as number) <= from) stage += 1;
  clock.asked1 = clock.due1[stage] as number;
  clock.asked2 = clock.due2[stage] as number;
  for (let later = stage + 1; later < clock.stages && (clock.from1[later] as number) <= until; later += 1) {
    if ((clock.due1[later] as number) < clock.asked1) clock.asked1 = clock.due1[later] as number;
    if ((clock.due2[later] as number) > clock.asked2) clock.asked2 = clock.due2[later] as number;
  }
}

/** The verdict on a day that is not before the clock's first day; *cannot tell* where sources that disagree lead to different ones. */
export const verdictAt = (clock: RunningClock, on: number): number =>
  clock.rivals === null ? ownVerdictAt(clock, on) : agreedVerdictAt(clock, clock.rivals, on);

function agreedVerdictAt(clock: RunningClock, rivals: readonly (RunningClock | null)[], on: number): number {
  const verdict = ownVerdictAt(clock, on);
  for (const rival of rivals)
    if (rival === null || rival.first > on || ownVerdictAt(rival, on) !== verdict)
      return cannotTell(clock, SOURCES_DISAGREE);
  return verdict;
}

/**
 * The verdict of the facts that are trusted, on a day that is not before the clock's first day: the meaning of a clock, as the README of this folder
 * states it rule by rule. Sets `because`, and the due days that it went by.
 */
export function ownVerdictAt(clock: RunningClock, on: number): number {
  clock.because = KNOWN;
  if (clock.unknown !== KNOWN) return undatable(clock);
  if (clock.voided && clock.e1 <= on) return voidedVerdict(clock, on);
  if (clock.m2 <= on) return metVerdict(clock, on);
  askDue(clock, on, on);
  if (clock.metBy >= 0 && clock.m1 <= on && on > clock.asked1)
    return cannotTell(clock, clock.blind ? clock.silenceCode : MET_DAY);
  if (clock.metBy < 0 && clock.endBy >= 0 && clock.e1 <= on) return endedVerdict(clock, on);
  return openVerdict(clock, on, clock.excused ? EXCUSED : OVERDUE);
}

/** Its due day cannot be named at all. */
function undatable(clock: RunningClock): number {
  clock.asked1 = NO_EARLIEST;
  clock.asked2 = NO_LATEST;
  return cannotTell(clock, clock.unknown);
}

function cannotTell(clock: RunningClock, why: number): number {
  clock.because = why;
  return CANNOT_TELL;
}

function metVerdict(clock: RunningClock, on: number): number {
  askDue(clock, clock.m1, clock.m2);
  if (clock.inTime === IN_TIME) return MET;
  if (clock.blind) return cannotTell(clock, clock.silenceCode);
  if (clock.perhapsBefore !== KNOWN) return cannotTell(clock, clock.perhapsBefore);
  if (clock.inTime === LATE) return clock.excused ? EXCUSED : clock.reasonDay <= on ? REASONED_LATE : MET_LATE;
  return cannotTell(clock, clock.metUnknown);
}

/** Has it surely been said, by that day, that nothing was owed, with nothing done in time all the same? */
export const isVoid = (clock: RunningClock, on: number): boolean =>
  clock.voided && clock.e2 <= on && !(clock.m2 <= on && clock.inTime === IN_TIME);

/** It was said, for sure or perhaps, that nothing was owed. */
function voidedVerdict(clock: RunningClock, on: number): number {
  if (clock.m2 <= on && clock.inTime === IN_TIME) return metVerdict(clock, on);
  askDue(clock, on, on);
  if (clock.e2 <= on) return SUPERSEDED;
  return on <= clock.asked1 ? openVerdict(clock, on, OVERDUE) : cannotTell(clock, END_DAY);
}

/** It ended, for sure or perhaps, before anything met it. */
function endedVerdict(clock: RunningClock, on: number): number {
  const missed = clock.excused ? EXCUSED : clock.reasonDay <= on ? REASONED_LATE : OVERDUE;
  if (clock.e2 > on) {
    if (on <= clock.asked1) return openVerdict(clock, on, missed);
    if (clock.e1 > clock.asked2) return openVerdict(clock, on, missed);
  } else {
    askDue(clock, clock.e1, clock.e2);
    if (clock.e2 <= clock.asked1) return SUPERSEDED;
    if (clock.e1 > clock.asked2) return openVerdict(clock, on, missed);
  }
  return cannotTell(clock, END_DAY);
}

/** Nothing met it by that day: evidence first, then the days. Goes by the due days last asked for. */
function openVerdict(clock: RunningClock, on: number, missed: number): number {
  const silence = clock.metBy >= 0 && !clock.blind ? KNOWN : silenceOn(clock, on);
  if (silence !== KNOWN) return cannotTell(clock, silence);
  if (on <= clock.asked1) return on >= soonFrom(clock.asked1, clock.s1) ? DUE_SOON : NOT_DUE;
  if (on <= clock.asked2) return cannotTell(clock, START_DAY);
  return clock.perhapsBefore === KNOWN ? missed : cannotTell(clock, clock.perhapsBefore);
}

function silenceOn(clock: RunningClock, on: number): number {
  if (clock.evidence === SPOKEN_OF) return KNOWN;
  if (clock.evidence === NOT_SPOKEN_OF) return clock.silenceCode;
  // Already late at the end of the window is late whatever followed.
  return on <= clock.windowUntil || clock.asked2 < clock.windowUntil ? KNOWN : SOURCE_ENDS_BEFORE;
}

/** The last fifth of the limit, at least two days, never before the start. */
export function soonFrom(due: number, start: number): number {
  if (start === NO_EARLIEST || due === NO_LATEST) return due;
  const last = Math.max(2, Math.ceil((due - start) / 5));
  return Math.max(start, due - last + 1);
}
