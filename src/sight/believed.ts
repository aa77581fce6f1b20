import type { Instant } from '../kernel/instant.ts';
import type { EpochDay } from '../kernel/local-date.ts';
import { earliestOf, latestOf } from './day-bounds.ts';
import type { Fact, FactName } from './facts.ts';
import { ATTESTED_ONCE, SPOKEN_BY } from './told-by-files.ts';
import { trustOrder } from './trust.ts';

/** What was believed at a moment: recorded by then, and not corrected by then. */
export const isBelieved = (
  { believedFrom, believedUntil }: { readonly believedFrom: Instant; readonly believedUntil: Instant | null },
  known: Instant,
): boolean => believedFrom <= known && (believedUntil === null || known < believedUntil);

/** A fact with its days counted; `n1` and `n2` bound the day on which it happened. */
export type Dated = { readonly fact: Fact; readonly n1: EpochDay; readonly n2: EpochDay };

/**
 * The facts believed at a moment, in the order of the latest day on which each can have happened. Of an event that two
 * sources put on different days, what the trusted one says.
 */
export function believedFacts(facts: readonly Fact[], known: Instant): readonly Dated[] {
  const told = facts
    .filter((fact) => isBelieved(fact, known))
    .map((fact) => ({ fact, n1: earliestOf(fact.earliest), n2: latestOf(fact.latest) }));
  return told
    .filter((each) => !isContradicted(each, told))
    .sort((a, b) => a.n2 - b.n2 || a.n1 - b.n1 || byRecording(a.fact, b.fact));
}

/** Does a source that is trusted more tell of the same event, on days that cannot be the same as any this source tells? */
function isContradicted({ fact }: Dated, told: readonly Dated[]): boolean {
  if (fact.source === 'here' || !ATTESTED_ONCE.includes(fact.name)) return false;
  const event = told.filter(({ fact: other }) => other.name === fact.name && other.thread === fact.thread);
  const order = trustOrder(fact.name).filter((source) => event.some((each) => each.fact.source === source));
  if (order[0] === fact.source) return false;
  const trusted = event.filter((each) => each.fact.source === order[0]);
  return event.some(
    (own) => own.fact.source === fact.source && trusted.every(({ n1, n2 }) => own.n1 > n2 || own.n2 < n1),
  );
}

function byRecording(a: Fact, b: Fact): number {
  const [first, second] = [a.believedFrom + a.entry + a.name, b.believedFrom + b.entry + b.name];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The thread of the episode of need that a fact belongs to: its own when it belongs to none. */
export const episodeOf = ({ fact }: Dated): Fact['thread'] => fact.episode ?? fact.thread;

export const named = (facts: readonly Dated[], names: readonly FactName[]): Dated[] =>
  facts.filter(({ fact }) => names.includes(fact.name));

/** First and last day of the joined windows that cover a day, of the files that speak of all these facts; undefined for none. */
export function windowOver(
  facts: readonly Dated[],
  names: readonly FactName[],
  day: EpochDay,
): { readonly from: EpochDay; readonly until: EpochDay } | undefined {
  const windows = facts
    .filter(({ fact }) => speaksOf(fact, names))
    .map(({ n1, n2 }) => ({ from: n1, until: n2 }))
    .sort((a, b) => a.from - b.from);
  const joined: { from: number; until: number }[] = [];
  for (const window of windows) {
    const last = joined.at(-1);
    if (last && window.from <= last.until + 1) last.until = Math.max(last.until, window.until);
    else joined.push({ ...window });
  }
  return joined.find(({ from, until }) => from <= day && day <= until);
}

function speaksOf(fact: Fact, names: readonly FactName[]): boolean {
  if (!fact.name.startsWith('spoken.') || fact.earliest === null || fact.latest === null) return false;
  const spoken = SPOKEN_BY[fact.name.slice('spoken.'.length) as keyof typeof SPOKEN_BY];
  return names.every((name) => spoken.includes(name));
}
