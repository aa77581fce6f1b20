import { type EpochDay, fromEpochDay, type LocalDate } from '../kernel/local-date.ts';
import type { Dated } from './believed.ts';
import type { ClockPiece } from './clock.ts';
import type { CompiledStatute } from './compile.ts';
import { NO_LATEST } from './day-bounds.ts';
import { laneOfDuty } from './lane-of-duty.ts';
import type { LaneMark, LaneName } from './lanes.ts';

const SEEN = { 'seen.alone': 'alone', 'seen.with-others': 'with-others', 'seen.not-seen': 'not-seen' } as const;

/** One mark for each visit, on the last day on which it can have happened. */
export function visitMarks(happened: readonly Dated[]): LaneMark[] {
  return happened.flatMap(({ fact, n2 }): LaneMark[] =>
    fact.name in SEEN && n2 < NO_LATEST
      ? [{ is: 'visit', on: fromEpochDay(n2), seen: SEEN[fact.name as keyof typeof SEEN], entry: fact.entry }]
      : [],
  );
}

/** One mark for each thing the child said, with the days on which it was decided on and the child was told. */
export function heardMarks(views: readonly Dated[]): LaneMark[] {
  const said = views.filter(({ fact }) => fact.name === 'view.expressed');
  return said.map(({ fact, n2 }) => ({
    is: 'view',
    on: fromEpochDay(n2),
    answeredOn: firstAfter(views, 'view.decided', fact.thread, n2),
    toldOn: firstAfter(views, 'view.told', fact.thread, n2),
    entry: fact.entry,
  }));
}

function firstAfter(views: readonly Dated[], name: string, thread: string, day: EpochDay): LocalDate | null {
  const found = views.find(({ fact, n2 }) => fact.name === name && fact.thread === thread && n2 >= day);
  return found ? fromEpochDay(found.n2) : null;
}

/** What falls due next on a lane: the nearest due day of each duty that runs and is not yet late. */
export function dueMarks(
  compiled: CompiledStatute,
  pieces: readonly ClockPiece[],
  lane: LaneName,
  on: EpochDay,
): LaneMark[] {
  const nearest = new Map<string, EpochDay>();
  for (const { duty, verdict, dueFrom } of pieces) {
    if ((verdict !== 'not-due' && verdict !== 'due-soon') || dueFrom === null || dueFrom < on) continue;
    nearest.set(duty, Math.min(dueFrom, nearest.get(duty) ?? NO_LATEST));
  }
  return compiled.clocks.flatMap((duty): LaneMark[] => {
    const due = nearest.get(duty.id);
    if (due === undefined || laneOfDuty(duty) !== lane) return [];
    return [{ is: 'due', on: fromEpochDay(due), duty: duty.id, title: duty.duty.title }];
  });
}
