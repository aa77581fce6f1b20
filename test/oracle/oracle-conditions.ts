import type { ClockDuty, Condition } from '../../src/statute/duty.ts';
import { spokenOf, type Told } from './oracle-facts.ts';

type Answer = 'yes' | 'no' | 'perhaps';

/** Why it cannot be told whether a fact starts anything, 'no start' when it surely does not, null when it does. */
export function doubtOf(duty: ClockDuty, facts: readonly Told[], start: Told): string | null {
  const asked = duty.starts.find(({ fact }) => fact === start.name);
  const answers = (asked?.while ?? []).map((condition) => holds(condition, facts, start));
  if (answers.includes('no')) return 'no start';
  if (asked?.ordinal) {
    const order = orderOf(facts, start);
    if (order === 'start-day-not-known') return order;
    const isFirst = order === 'first' || order === 'first of the file';
    if (order !== 'first of the file' && isFirst !== (asked.ordinal === 'first')) return 'no start';
    if (order === 'first of the file') return 'source-begins-after';
  }
  return answers.includes('perhaps') ? 'start-day-not-known' : null;
}

/** Goes over every day on which the start may lie: was it open on all of them, on none, or on some? */
function holds({ opens, closes, in: scope, not }: Condition, facts: readonly Told[], start: Told): Answer {
  const openings = facts.filter(({ name, thread }) => name === opens && (scope === 'child' || thread === start.thread));
  const answers = openings.map((opening) => openOn(opening, facts, closes, start));
  const best: Answer = answers.includes('yes') ? 'yes' : answers.includes('perhaps') ? 'perhaps' : 'no';
  if (!not || best === 'perhaps') return best;
  return best === 'yes' ? 'no' : 'yes';
}

function openOn(opening: Told, facts: readonly Told[], closes: string, start: Told): Answer {
  const closings = facts.filter(
    ({ name, thread, hi }) => name === closes && thread === opening.thread && hi >= opening.lo,
  );
  // Closed on every day of the start: the opening lies behind it, or a closing that surely followed lies before it.
  if (opening.lo > start.hi) return 'no';
  if (closings.some(({ lo, hi }) => lo >= opening.hi && hi <= start.lo)) return 'no';
  const untouched = closings.every(({ lo }) => lo > start.hi);
  return opening.hi <= start.lo && untouched ? 'yes' : 'perhaps';
}

/** Its place among the facts of its kind on its thread. */
function orderOf(facts: readonly Told[], start: Told): string {
  const others = facts.filter((fact) => fact !== start && fact.name === start.name && fact.thread === start.thread);
  const isExact = ({ lo, hi }: Told): boolean => lo === hi;
  const together = others.filter((fact) => isExact(fact) && isExact(start) && fact.lo === start.lo);
  if (together.some((fact) => facts.indexOf(fact) < facts.indexOf(start))) return 'later';
  if (others.some(({ hi }) => hi < start.lo)) return 'later';
  if (others.some((fact) => !together.includes(fact) && fact.lo <= start.hi)) return 'start-day-not-known';
  if (start.here) return 'first';
  const begun = Math.min(...facts.filter(({ thread }) => thread === start.thread).map(({ lo }) => lo));
  const spoken = spokenOf(facts, [start.name]);
  return spoken.covers(begun) && spoken.endFrom(begun) >= start.hi ? 'first' : 'first of the file';
}
