import type { Id } from '../kernel/id.ts';
import { addMonths, type LocalDate } from '../kernel/local-date.ts';
import type { Entry } from '../record/entry.ts';
import type { FactDraft, FactName } from '../sight/facts.ts';

type More = { readonly party?: Id | null; readonly thread?: Id; readonly episode?: Id | null };

/** The fact that something happened when the entry says it did: as exactly as that, and no more. */
export function factOf(entry: Entry<object>, name: FactName, more: More = {}): FactDraft {
  const { earliest, latest, at } = entry.happened;
  const { thread = entry.about, party = null, episode = episodeOf(entry.data) } = more;
  return { name, earliest, latest, at, thread, episode, party };
}

/** The same for a thing that happened on another day than the entry: a birth, a need seen earlier. */
export function factOn(entry: Entry<object>, name: FactName, on: LocalDate): FactDraft {
  return { ...factOf(entry, name), earliest: on, latest: on, at: null };
}

/**
 * What is foreseen from the entry's day: so many months later, on the corresponding day or the last of that month. As
 * uncertain as the entry is. It has not happened before its day, whatever was known earlier.
 */
export function factMonthsAfter(entry: Entry<object>, name: FactName, months: number, more: More = {}): FactDraft {
  const ahead = (day: LocalDate | null): LocalDate | null => (day === null ? null : addMonths(day, months));
  const fact = factOf(entry, name, more);
  return { ...fact, earliest: ahead(fact.earliest), latest: ahead(fact.latest), at: null };
}

/** The thread that the data names as the episode it belongs to; null where it names none. */
const episodeOf = (data: { readonly episode?: Id | null }): Id | null => data.episode ?? null;
