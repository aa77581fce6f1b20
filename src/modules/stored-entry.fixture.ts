import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { mustBeDate } from '../kernel/local-date.ts';
import type { Envelope } from '../record/define-entry.ts';
import { type Entry, type Happened, happenedBetween, happenedOn, type NewEntry } from '../record/entry.ts';
import type { FactDraft } from '../sight/facts.ts';
import type { ModuleEntry } from './manifest.ts';

/** For tests of cores: ids, envelopes and entries as the record would hand them over. */
export const idNumber = (place: number): Id => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}` as Id;
const BOOK = idNumber(1);

/** An envelope on a day (null: nobody knows when), on a thread of the book. */
export const envelopeOn = (day: string | Happened | null, about: Id = BOOK, book: Id = BOOK): Envelope => ({
  id: idNumber(900),
  book,
  about,
  happened: typeof day === 'string' ? happenedOn(mustBeDate(day)) : (day ?? happenedBetween(null, null)),
  source: { kind: 'here' },
});

/** Entries of one book in the order in which they were written. */
export const storedEntries = (entries: readonly NewEntry[]): Entry[] =>
  entries.map((entry, place) => ({
    ...entry,
    seq: place + 1,
    act: entry.id,
    recordedAt: '2026-03-31T09:00:00.000Z' as Instant,
    recordedBy: 'a person',
  }));

const speaking = (entries: readonly ModuleEntry[], written: NewEntry): [ModuleEntry, Entry] => {
  const speaker = entries.find(({ is }) => is.type === written.type);
  const [entry] = storedEntries([written]);
  if (!speaker || !entry) throw new Error(`No entry of the module is ${written.type}.`);
  return [speaker, entry];
};

/** What an entry says to the line of sight. */
export function factsOfEntry(entries: readonly ModuleEntry[], written: NewEntry): readonly FactDraft[] {
  const [speaker, entry] = speaking(entries, written);
  return speaker.facts(entry);
}

/** The names of those facts, in alphabetical order. */
export const factNamesOf = (entries: readonly ModuleEntry[], written: NewEntry): string[] =>
  factsOfEntry(entries, written)
    .map(({ name }) => name)
    .sort();

/** The line of the chronology. */
export function toldOf(entries: readonly ModuleEntry[], written: NewEntry): string {
  const [speaker, entry] = speaking(entries, written);
  return speaker.tells(entry);
}
