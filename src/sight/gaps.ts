import type { EpochDay } from '../kernel/local-date.ts';
import type { ClockPiece } from './clock.ts';
import type { CompiledStatute } from './compile.ts';
import { type Covered, openOn } from './coverage.ts';
import { type CoverageSpan, coverageSpans } from './coverage-spans.ts';
import { NO_LATEST } from './day-bounds.ts';
import { assessmentGap, openSpan, planGap, whyNobody, whyUntold } from './gap-reasons.ts';
import { laneOfDuty } from './lane-of-duty.ts';
import { type GapSpan, type Said, SPAN_KINDS } from './span-kinds.ts';

export {
  GAPS,
  type Gap,
  type GapSpan,
  SPAN_BECAUSE,
  SPAN_KINDS,
  type SpanBecause,
  type SpanKind,
} from './span-kinds.ts';

/**
 * The child's spans from the first opening on and for ever after: while the child is open, in whose name they are held,
 * what they lack and what nobody can tell. Exact for days ahead: a leave that grows long, a registration that lapses and a
 * visit that falls due are known before their day.
 */
export function gapSpansOf(compiled: CompiledStatute, child: Covered, pieces: readonly ClockPiece[]): GapSpan[] {
  const coverage = coverageSpans(child, NO_LATEST);
  const first = coverage[0];
  if (!first) return [];
  const visits = visitPieces(compiled, pieces);
  const changes = [...coverage.map(({ from }) => from), ...visits.flatMap(changesOf)];
  const days = [...new Set(changes)].filter((day) => day >= first.from && day < NO_LATEST).sort((a, b) => a - b);
  let at = 0;
  const said = days.map((day, place) => {
    while ((coverage[at + 1]?.from ?? NO_LATEST) <= day) at += 1;
    return {
      from: day,
      until: days[place + 1] ?? null,
      says: saidOn(child, coverage[at] as CoverageSpan, visits, day),
    };
  });
  return joined(said);
}

const changesOf = ({ firstDay, lastDay }: ClockPiece): EpochDay[] =>
  lastDay === null ? [firstDay] : [firstDay, lastDay + 1];

/** Clocks that only a visit meets, while they run: late, or nobody can tell. */
function visitPieces(compiled: CompiledStatute, pieces: readonly ClockPiece[]): ClockPiece[] {
  const owed = visitDutiesOf(compiled);
  return pieces.filter(
    ({ duty, verdict, metBy, endedBy }) =>
      (verdict === 'overdue' || verdict === 'cannot-tell') && metBy === null && endedBy === null && owed.has(duty),
  );
}

/** The law without the duties that spans do not ask about: for who wants spans alone. */
export const visitsOnly = (compiled: CompiledStatute): CompiledStatute => ({
  ...compiled,
  clocks: compiled.clocks.filter(({ id }) => visitDutiesOf(compiled).has(id)),
  states: [],
});

const visitDuties = new WeakMap<CompiledStatute, ReadonlySet<string>>();

function visitDutiesOf(compiled: CompiledStatute): ReadonlySet<string> {
  const known = visitDuties.get(compiled);
  if (known) return known;
  const found = new Set(compiled.clocks.filter((duty) => laneOfDuty(duty) === 'seen').map(({ id }) => id));
  visitDuties.set(compiled, found);
  return found;
}

function saidOn(child: Covered, span: CoverageSpan, visits: readonly ClockPiece[], day: EpochDay): Said[] {
  const { answers, held } = span;
  if (answers.open === 'no') return [];
  const open = openOn(child, day);
  const said: Said[] = [openSpan(answers, open)];
  const holder = held.by?.fact.name === 'held.by-worker' && held.why !== 'ended' ? held.by.fact : null;
  const party = holder?.party ?? null;
  if (holder) said.push({ is: 'held', because: null, party, duty: null, entry: holder.entry });
  if (answers.allocated === 'no') said.push({ ...whyNobody(child, held), party });
  if (answers.assessed === 'no') said.push(assessmentGap(child, open, day));
  if (answers.planned === 'no') said.push(planGap(child, open, day));
  for (const lane of ['allocated', 'assessed', 'planned'] as const)
    if (answers[lane] === 'cannot-tell') said.push(whyUntold(child, open, lane, held, day));
  return [...said, ...seenOn(child, span, visits, day)];
}

/** Late by some duty; else, where nobody can tell, each reason why. */
function seenOn(child: Covered, { answers, held }: CoverageSpan, visits: readonly ClockPiece[], day: EpochDay): Said[] {
  const owed = visits.filter(({ firstDay, lastDay }) => firstDay <= day && (lastDay === null || day <= lastDay));
  const late = owed.filter(({ verdict }) => verdict === 'overdue');
  const common = { party: null } as const;
  if (late.length > 0)
    return late.map(({ duty, startedBy }) => ({
      ...common,
      is: 'not-seen',
      because: answers.seen === 'no' ? 'never-seen' : 'visit-late',
      duty,
      entry: startedBy,
    }));
  const untold = owed.map(
    ({ duty, because, startedBy }): Said => ({ ...common, is: 'cannot-tell:seen', because, duty, entry: startedBy }),
  );
  if (answers.seen !== 'cannot-tell') return untold;
  return [whyUntold(child, openOn(child, day), 'seen', held, day), ...untold];
}

type SaidBetween = { readonly from: EpochDay; readonly until: EpochDay | null; readonly says: readonly Said[] };

/** Neighbours that say the same become one span. A second opening while the child is open begins nothing new. */
function joined(stretches: readonly SaidBetween[]): GapSpan[] {
  const running = new Map<string, GapSpan>();
  const spans: GapSpan[] = [];
  for (const { from, until, says } of stretches) {
    // Two clocks of one duty may have begun with one entry: they say one thing.
    for (const [key, each] of new Map(says.map((said) => [keyOf(said), said]))) {
      const before = running.get(key);
      if (before?.until === from) running.set(key, { ...before, until });
      else {
        if (before) spans.push(before);
        running.set(key, { ...each, from, until });
      }
    }
  }
  return [...spans, ...running.values()].sort(
    (a, b) => a.from - b.from || SPAN_KINDS.indexOf(a.is) - SPAN_KINDS.indexOf(b.is) || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
}

const keyOf = ({ is, because, party, duty, entry }: Said): string =>
  [is, because, party, duty, is === 'open' ? '' : entry].join(' ');
