import type { Day } from '../generate/days.ts';
import type { Happening, Noted } from '../generate/happenings.ts';
import type { ExpectedClock } from './expected.ts';

export type Reach = 'thread' | 'episode' | 'child';

/** A duty with a due day, in the generator's own words. */
export type ClockRule = {
  readonly duty: string;
  readonly starts: readonly { readonly is: Happening; readonly reach: Reach }[];
  readonly meets: readonly Happening[];
  readonly ends: readonly { readonly is: Happening; readonly reach: Reach; readonly voids?: true }[];
  /** The last day in time, counted from a start; null where the duty was not in force on that day. */
  readonly due: (start: Noted) => Day | null;
  /** Each meeting starts the next. */
  readonly again?: true;
  /** What counts as a reason for being late, in the episode. */
  readonly reasons?: readonly Happening[];
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
    const how = rule.starts.find(({ is }) => is === origin.is);
    if (!how || begun.has(origin)) continue;
    const end = endOf(rule, noted, origin);
    for (let start: Noted | undefined = origin; start; ) {
      const met = meetingOf(rule, noted, { origin, start, reach: how.reach, end: end?.noted ?? null });
      begun.add(start);
      const clock = judged(rule, { book, origin, start, met: met ?? null, end, noted }, today);
      if (clock) found.push(clock);
      start = rule.again ? met : undefined;
    }
  }
  return found;
}

type End = { readonly noted: Noted; readonly voids: boolean };

function endOf(rule: ClockRule, noted: readonly Noted[], origin: Noted): End | null {
  const ends = noted.flatMap((each): End[] => {
    const how = rule.ends.find(({ is, reach }) => is === each.is && reaches(reach, origin, each));
    return how && each !== origin && each.on >= origin.on ? [{ noted: each, voids: how.voids === true }] : [];
  });
  return ends.find(({ voids }) => voids) ?? ends[0] ?? null;
}

type Meeting = { readonly origin: Noted; readonly start: Noted; readonly reach: Reach; readonly end: Noted | null };

function meetingOf(
  rule: ClockRule,
  noted: readonly Noted[],
  { origin, start, reach, end }: Meeting,
): Noted | undefined {
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

type Judged = {
  readonly book: ExpectedClock['book'];
  readonly origin: Noted;
  readonly start: Noted;
  readonly met: Noted | null;
  readonly end: End | null;
  readonly noted: readonly Noted[];
};

function judged(rule: ClockRule, { book, origin, start, met, end, noted }: Judged, today: Day): ExpectedClock | null {
  const dueOn = rule.due(start);
  if (dueOn === null) return null;
  const common = { duty: rule.duty, book, thread: origin.thread, startedOn: start.on, dueOn };
  if (met) {
    const inTime = isInTime(rule, start, met, dueOn);
    const reasoned = noted.some(
      (each) => rule.reasons?.includes(each.is) && each.on >= start.on && reaches('episode', origin, each),
    );
    const late = met.on > dueOn + 1 || (!inTime && met.on > dueOn) ? { from: dueOn + 1, until: met.on - 1 } : null;
    const outcome = inTime ? 'met' : reasoned ? 'reasoned-late' : 'met-late';
    return { ...common, metOn: met.on, endedOn: null, outcome, late: late && late.from <= late.until ? late : null };
  }
  const endedOn = end && end.noted.on <= today ? end.noted.on : null;
  if (end && (end.voids || end.noted.on <= dueOn))
    return { ...common, metOn: null, endedOn, outcome: 'superseded', late: null };
  if (dueOn >= today) return { ...common, metOn: null, endedOn, outcome: 'running', late: null };
  return { ...common, metOn: null, endedOn, outcome: 'overdue', late: { from: dueOn + 1, until: null } };
}

/** By days; by moments where the limit is in hours. */
function isInTime(rule: ClockRule, start: Noted, met: Noted, dueOn: Day): boolean {
  if (rule.hours === undefined || start.at === null || met.at === null) return met.on <= dueOn;
  return met.at - start.at <= rule.hours * 3_600_000;
}
