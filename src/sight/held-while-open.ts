import type { Id } from '../kernel/id.ts';
import type { ClockPiece } from './clock.ts';
import { appliesBetween, type CompiledState } from './compile.ts';
import { allocatedOn, type Covered } from './coverage.ts';
import { boundOrNull, NO_LATEST } from './day-bounds.ts';
import { type Lasting, openFrom } from './episodes.ts';
import { heldChangeDays } from './holding.ts';
import { statePiece } from './state-pieces.ts';

const VERDICT = { yes: 'holds', no: 'fails', 'not-owed': 'holds', 'cannot-tell': 'cannot-tell' } as const;

/** The check that an open child is held: one for each episode, while it is open. */
export function heldWhileOpen(duty: CompiledState, child: Id, covered: Covered): ClockPiece[] {
  const changes = [
    ...heldChangeDays(covered.held),
    ...covered.enquiries.flatMap((each) => [openFrom(each), each.until2]),
  ];
  return covered.episodes
    .filter((episode) => appliesBetween(duty, episode.from1, episode.from2))
    .flatMap((episode) => piecesOf(duty, child, covered, episode, changes));
}

function piecesOf(
  duty: CompiledState,
  child: Id,
  covered: Covered,
  episode: Lasting,
  changes: readonly number[],
): ClockPiece[] {
  const first = openFrom(episode);
  const until = episode.until2;
  if (first >= until) return [];
  const days = [...new Set([first, ...changes.filter((day) => day > first && day < until)])].sort((a, b) => a - b);
  const pieces: ClockPiece[] = [];
  for (const day of days) {
    const verdict = VERDICT[allocatedOn(covered, [episode], day)];
    const before = pieces.at(-1);
    if (before?.verdict === verdict) continue;
    if (before) pieces[pieces.length - 1] = { ...before, lastDay: day - 1 };
    pieces.push(pieceFrom(duty, child, episode, verdict, day));
  }
  const last = pieces.pop();
  return last ? [...pieces, { ...last, lastDay: until === NO_LATEST ? null : until - 1 }] : [];
}

function pieceFrom(
  duty: CompiledState,
  child: Id,
  { opened, from1, from2 }: Lasting,
  verdict: (typeof VERDICT)[keyof typeof VERDICT],
  day: number,
): ClockPiece {
  return statePiece({
    duty: duty.id,
    child,
    thread: opened.fact.thread,
    startedBy: opened.fact.entry,
    startedFrom: boundOrNull(from1),
    startedUntil: boundOrNull(from2),
    verdict,
    firstDay: day,
    lastDay: null,
    because: verdict === 'cannot-tell' ? 'source-never-says' : null,
  });
}
