import type { Id } from '../kernel/id.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Entry } from '../record/entry.ts';
import type { FactDraft, FactName } from '../sight/facts.ts';

/** The fact that something happened when the entry says it did: as exactly as that, and no more. */
export function factOf(
  entry: Entry<object>,
  name: FactName,
  more: { readonly party?: Id | null; readonly thread?: Id } = {},
): FactDraft {
  const { earliest, latest, at } = entry.happened;
  const { thread = entry.about, party = null } = more;
  return { name, earliest, latest, at, thread, episode: episodeOf(entry.data), party };
}

/** The same for a thing that happened on another day than the entry: a birth, a need seen earlier. */
export function factOn(entry: Entry<object>, name: FactName, on: LocalDate): FactDraft {
  return { ...factOf(entry, name), earliest: on, latest: on, at: null };
}

/** The referral's thread that the data names; null where it names none. */
const episodeOf = (data: { readonly episode?: Id | null }): Id | null => data.episode ?? null;
