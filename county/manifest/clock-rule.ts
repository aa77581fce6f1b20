import { type Day, dayAt } from '../generate/days.ts';
import type { Happening, Noted } from '../generate/happenings.ts';
import type { ExpectedClock, Outcome } from './expected.ts';

export type Reach = 'thread' | 'episode' | 'child';
export type Within = { readonly is: Happening; readonly reach: Reach };

/** What a limit is counted for: the link's own start, and the first of its chain. */
export type Counting = {
  readonly start: Noted;
  readonly origin: Noted;
  /** The day from which the days are counted: the start's, but for a rule that counts from the last meeting. */
  readonly from: Day;
  /** 0 for the first of a chain. */
  readonly link: number;
  readonly noted: readonly Noted[];
  /** The day on which it was met or ended, or else the present day: what comes later changes no limit. */
  readonly ranUntil: Day;
};

/** A duty with a due day, in the generator's own words. */
export type ClockRule = {
  readonly duty: string;
  readonly starts: readonly (Within & {
    /** What must be so on the day. */
    readonly when?: (start: Noted, noted: readonly Noted[]) => boolean;
    /** Days count from the last meeting on or before the start, since its thread began. */
    readonly fromLastMeeting?: true;
  })[];
  readonly meets: readonly Happening[];
  readonly ends: readonly (Within & { readonly voids?: true })[];
  /** The last day in time; null where the duty was not in force on the day of the start. */
  readonly due: (counting: Counting) => Day | null;
  /** Each meeting starts the next. */
  readonly again?: true;
  /** What was done by the starting day meets it at once. */
  readonly orBefore?: (start: Noted, noted: readonly Noted[]) => boolean;
  /** Never later than the first of these after the start. */
  readonly noLaterThan?: Within;
  /** What counts as a reason for being late, in the episode. */
  readonly reasons?: readonly Happening[];
  /** What, written down by the due day, excuses. */
  readonly excuses?: Within;
  /** Limits in hours: from moment to moment. */
  readonly hours?: number;
};

export const reaches = (reach: Reach, start: Noted, other: Noted): boolean =>
  reach === 'child' || (reach === 'thread' ? start.thread === other.thread : start.episode === other.episode);

/** The clocks of one book under one rule, on the present day. `noted` stands in the order of its days. */
export function clocksUnder(
  rule: ClockRule,
  book: ExpectedClock['book'],
  noted: readonly Noted[],
  today: Day,
): ExpectedClock[] {
  const found: ExpectedClock[] = [];
  const begun = new Set<Noted>();
  for (const origin of noted) {
    const how = rule.starts.find((each) => each.is === origin.is && (each.when?.(origin, noted) ?? true));
    if (!how || begun.has(origin) || origin.on > today) continue;
    const end = endOf(rule, noted, origin, today);
    let start: Noted | undefined = origin;
    for (let link = 0; start; link += 1) {
      const met = meetingOf(rule, noted, { origin, start, reach: how.reach, end: end?.noted ?? null });
      begun.add(start);
      const from = how.fromLastMeeting && link === 0 ? lastMeeting(rule, noted, start) : start.on;
      const clock = judged(
        rule,
        {
          book,
          counting: { start, origin, from, link, noted, ranUntil: met?.on ?? end?.noted.on ?? today },
          met: met ?? null,
          end,
        },
        today,
      );
      if (clock) found.push(clock);
      start = rule.again ? met : undefined;
    }
  }
  return found;
}

type End = { readonly noted: Noted; readonly voids: boolean };

function endOf(rule: ClockRule, noted: readonly Noted[], origin: Noted, today: Day): End | null {
  const ends = noted.flatMap((each): End[] => {
    if (each === origin || each.on < origin.on || each.on > today) return [];
    const how = rule.ends.find(({ is, reach }) => is === each.is && reaches(reach, origin, each));
    return how ? [{ noted: each, voids: how.voids === true }] : [];
  });
  return ends.find(({ voids }) => voids) ?? ends[0] ?? null;
}

type Meeting = { readonly origin: Noted; readonly start: Noted; readonly reach: Reach; readonly end: Noted | null };

function meetingOf(
  rule: ClockRule,
  noted: readonly Noted[],
  { origin, start, reach, end }: Meeting,
): Noted | undefined {
  if (rule.orBefore?.(start, noted)) return start;
  const later = rule.again === true || rule.meets.includes(origin.is);
  return noted.find(
    (each) =>
      each !== start &&
      rule.meets.includes(each.is) &&
      (later ? each.on > start.on : each.on >= start.on) &&
      (end === null || each.on <= end.on) &&
      reaches(reach, origin, each),
  );
}

function lastMeeting({ meets }: ClockRule, noted: readonly Noted[], start: Noted): Day {
  const begun = noted.find(({ thread }) => thread === start.thread)?.on ?? start.on;
  return noted.findLast(({ is, on }) => meets.includes(is) && on >= begun && on <= start.on)?.on ?? start.on;
}

type Judged = {
  readonly book: ExpectedClock['book'];
  readonly counting: Counting;
  readonly met: Noted | null;
  readonly end: End | null;
};

function judged(rule: ClockRule, { book, counting, met, end }: Judged, today: Day): ExpectedClock | null {
  const counted = rule.due(counting);
  if (counted === null) return null;
  const { start, origin, noted } = counting;
  const dueOn = broughtForward(rule, counting, counted, met, today);
  const common = { duty: rule.duty, book, thread: origin.thread, startedOn: start.on, dueOn };
  if (met) {
    const inTime = isInTime(rule, start, met, dueOn);
    const late = inTime ? null : lateBetween(Math.max(dueOn + 1, start.on), met.on - 1);
    return { ...common, metOn: met.on, endedOn: null, outcome: inTime ? 'met' : lateOutcome(rule, counting), late };
  }
  const endedOn = end?.noted.on ?? null;
  const unmet = { ...common, metOn: null, endedOn, late: null };
  if (end && (end.voids || end.noted.on <= dueOn)) return { ...unmet, outcome: 'superseded' };
  if (dueOn >= today) return { ...unmet, outcome: 'running' };
  if (isExcused(rule, origin, noted, dueOn)) return { ...unmet, outcome: 'excused' };
  return { ...unmet, outcome: 'overdue', late: { from: Math.max(dueOn + 1, start.on), until: null } };
}

const lateBetween = (from: Day, until: Day): ExpectedClock['late'] => (from <= until ? { from, until } : null);

/** The first of the days that bring the due day forward counts once it has come, unless all was done before. */
function broughtForward(
  { noLaterThan }: ClockRule,
  { origin, start, noted }: Counting,
  due: Day,
  met: Noted | null,
  today: Day,
): Day {
  if (!noLaterThan) return due;
  const first = noted.find(
    (each) => each.is === noLaterThan.is && each.on >= start.on && reaches(noLaterThan.reach, origin, each),
  )?.on;
  if (first === undefined || first > today || (met !== null && met.on < first)) return due;
  return Math.min(due, first);
}

function lateOutcome({ reasons }: ClockRule, { origin, start, noted }: Counting): Outcome {
  return noted.some((each) => reasons?.includes(each.is) && each.on >= start.on && reaches('episode', origin, each))
    ? 'reasoned-late'
    : 'met-late';
}

function isExcused({ excuses }: ClockRule, origin: Noted, noted: readonly Noted[], dueOn: Day): boolean {
  if (!excuses) return false;
  return noted.some(
    (each) =>
      each.is === excuses.is &&
      reaches(excuses.reach, origin, each) &&
      each.on >= origin.on &&
      each.on <= dueOn &&
      each.recordedOn <= dueOn,
  );
}

/** By days; by moments where the limit is in hours. */
function isInTime(rule: ClockRule, start: Noted, met: Noted, dueOn: Day): boolean {
  if (met === start) return true;
  if (rule.hours === undefined || start.at === null || met.at === null) return met.on <= dueOn;
  return met.at - start.at <= rule.hours * 3_600_000;
}

/** The day on which so many hours run out. */
export const hoursAfter =
  (hours: number) =>
  ({ start }: Counting): Day =>
    start.at === null ? start.on + Math.ceil(hours / 24) : dayAt(start.at + hours * 3_600_000);
