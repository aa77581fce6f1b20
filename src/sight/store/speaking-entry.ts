import type { Entry } from '../../record/entry.ts';
import type { FactDraft, Policy, Standing } from '../facts.ts';

/** What one type of entry says to the line of sight: a module's manifest entries are such. */
export type SpeakingEntry = {
  readonly is: { readonly type: string };
  readonly facts: (entry: Entry) => readonly FactDraft[];
  readonly standing?: (entry: Entry) => readonly Pick<Standing, 'state' | 'from' | 'until'>[];
  readonly policy?: (entry: Entry) => readonly Pick<Policy, 'parameter' | 'value' | 'from'>[];
};

/** The mappings by type. Throws when two modules claim one type. */
export function speakersOf(entries: readonly SpeakingEntry[]): ReadonlyMap<string, SpeakingEntry> {
  const speakers = new Map<string, SpeakingEntry>();
  for (const entry of entries) {
    const before = speakers.get(entry.is.type);
    if (before && before !== entry) throw new Error(`Two modules say what ${entry.is.type} means.`);
    speakers.set(entry.is.type, entry);
  }
  return speakers;
}
