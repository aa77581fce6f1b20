import type { Id } from '../kernel/id.ts';
import { type Instant, instantInLondon } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Fact, FactName, Policy, Source, Standing } from './facts.ts';

/** Short ways to write histories in tests. A day is `2026-03-31`, a span of days `2026-03-01..2026-03-05`, `?` an unknown bound. */

const place = (n: number): Id => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Id;
const names = new Map<string, Id>();
/** The same id for the same word, so that failures can be read. */
export function idFor(word: string): Id {
  const known = names.get(word) ?? place(names.size + 1);
  names.set(word, known);
  return known;
}
/** The word that an id stands for. */
export const wordFor = (id: Id | null): string | null =>
  id === null ? null : ([...names].find(([, each]) => each === id)?.[0] ?? id);

export const CHILD = idFor('child');

type Extra = {
  entry?: string;
  thread?: string;
  episode?: string | null;
  source?: Source;
  party?: string;
  recorded?: string;
  until?: string;
  time?: string;
};

const bound = (text: string | undefined): LocalDate | null =>
  text === undefined || text === '?' ? null : (text as LocalDate);

/** One fact. Recorded at noon of its last day (1 January 2000 when it has none) unless `recorded` says otherwise. */
export function fact(name: FactName, days: string, extra: Extra = {}): Fact {
  const [first, second] = days.includes('..') ? days.split('..') : [days, days];
  const [earliest, latest] = [bound(first), bound(second)];
  const thread = extra.thread ?? 'referral';
  return {
    name,
    earliest,
    latest,
    at: extra.time ? instantInLondon(days as LocalDate, extra.time) : null,
    thread: idFor(thread),
    episode: extra.episode === null ? null : idFor(extra.episode ?? 'referral'),
    party: extra.party ? idFor(extra.party) : null,
    child: CHILD,
    entry: idFor(extra.entry ?? `${name} ${days} ${thread}`),
    source: extra.source ?? 'here',
    believedFrom: noon(extra.recorded ?? latest ?? '2000-01-01'),
    believedUntil: extra.until ? noon(extra.until) : null,
  };
}

export const noon = (day: string): Instant => instantInLondon(day as LocalDate, '12:00');

/** The window of a file: a census unless said. */
export const window = (from: string, until: string, source: Exclude<Source, 'here'> = 'cin-census'): Fact =>
  fact(`spoken.${source}`, `${from}..${until}`, { source, thread: `${source} ${until}`, episode: null });

export const policy = (parameter: string, value: Policy['value'], from: string): Policy => ({
  parameter,
  value,
  from: from as LocalDate,
  believedFrom: noon(from),
  believedUntil: null,
});

export const standing = (
  party: string,
  state: Standing['state'],
  from: string,
  until: string | null = null,
): Standing => ({
  party: idFor(party),
  state,
  from: from as LocalDate,
  until: until as LocalDate | null,
  believedFrom: noon(from),
  believedUntil: null,
});

/** A moment after everything. */
export const LATER = '2100-01-01T00:00:00.000Z' as Instant;
