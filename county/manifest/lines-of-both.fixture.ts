import { grouped } from '../../src/kernel/grouped.ts';
import { type Day, textOf } from '../generate/days.ts';
import type { ExpectedOfBook } from './expected.ts';
import type { SystemOf } from './system-of-county.fixture.ts';

/** What either side says of a book, one line a finding: two lists of lines that must be equal. */

const day = (on: Day | null | undefined): string => (on === null || on === undefined ? '–' : textOf(on));

export function linesOfManifest({ clocks, states, spans }: ExpectedOfBook, covered: ReadonlySet<string>): string[] {
  return [
    ...clocks
      .filter(({ duty }) => covered.has(duty))
      .map(({ duty, thread, startedOn, dueOn, metOn, outcome, late, endedOn }) =>
        [
          duty,
          thread,
          day(startedOn),
          `due ${day(dueOn)}`,
          outcome,
          day(metOn),
          day(endedOn),
          `late ${day(late?.from)} to ${day(late?.until)}`,
        ].join(' | '),
      ),
    ...states
      .filter(({ duty }) => covered.has(duty))
      .map(({ duty, thread, on, holds }) => [duty, thread, day(on), holds ? 'holds' : 'fails'].join(' | ')),
    ...spans.map(({ is, from, until, because }) => [is, day(from), day(until), because ?? ''].join(' | ')),
  ].sort();
}

const DIRECT = new Set(['not-due', 'due-soon']);

export function linesOfSystem({ pieces, spans }: SystemOf, covered: ReadonlySet<string>, today: Day): string[] {
  const begun = pieces.filter(({ duty, firstDay }) => covered.has(duty) && firstDay <= today);
  const clocks = grouped(
    begun.filter(({ dueFrom }) => dueFrom !== null),
    ({ duty, thread, startedBy, startedFrom }) => [duty, thread, startedBy, startedFrom].join(),
  );
  const states = begun.filter(({ dueFrom, lastDay }) => dueFrom === null && (lastDay === null || lastDay >= today));
  return [
    ...[...clocks.values()].map((own) => lineOfClock(own, today)),
    ...states.map(({ duty, thread, startedFrom, verdict }) => [duty, thread, day(startedFrom), verdict].join(' | ')),
    ...linesOfSpans(spans, today),
  ].sort();
}

function lineOfClock(pieces: SystemOf['pieces'][number][], today: Day): string {
  const inOrder = pieces.sort((a, b) => a.firstDay - b.firstDay);
  const last = inOrder.at(-1) as (typeof pieces)[number];
  const { duty, thread, startedFrom, dueUntil, verdict, metFrom, endedOn } = last;
  const overdue = inOrder.filter((piece) => piece.verdict === 'overdue');
  const from = overdue[0]?.firstDay ?? null;
  const until = overdue.at(-1)?.lastDay ?? null;
  const outcome = DIRECT.has(verdict) ? 'running' : verdict;
  return [
    duty,
    thread,
    day(startedFrom),
    `due ${day(dueUntil)}`,
    outcome,
    day(metFrom),
    verdict === 'met' ? '–' : day(endedOn),
    `late ${day(from)} to ${day(until !== null && until >= today ? null : until)}`,
  ].join(' | ');
}

const GAPS = new Set(['no-worker', 'not-assessed', 'not-seen', 'no-plan']);

/** Spans by kind and reason; a span that two entries speak of, or two duties, is one stretch of days. */
function linesOfSpans(spans: SystemOf['spans'], today: Day): string[] {
  const kinds = grouped(
    spans.filter(({ is, from }) => GAPS.has(is) && from <= today),
    ({ is, because }) => `${is}|${is === 'no-worker' ? because : ''}`,
  );
  return [...kinds].flatMap(([key, own]) => {
    const [is, because = ''] = key.split('|');
    return united(own.map(({ from, until }) => ({ from, until: until === null || until > today ? null : until }))).map(
      ({ from, until }) => [is, day(from), day(until), because].join(' | '),
    );
  });
}

type Days = { readonly from: Day; readonly until: Day | null };

/** Stretches that touch or overlap, as one. */
export function united(stretches: readonly Days[]): Days[] {
  const found: Days[] = [];
  for (const each of stretches.toSorted((a, b) => a.from - b.from)) {
    const before = found.at(-1);
    if (before && (before.until === null || before.until >= each.from)) {
      const until = before.until === null || each.until === null ? null : Math.max(before.until, each.until);
      found[found.length - 1] = { from: before.from, until };
    } else found.push(each);
  }
  return found;
}
