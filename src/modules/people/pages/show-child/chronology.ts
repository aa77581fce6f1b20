import { dayInLondon } from '../../../../kernel/instant.ts';
import { daysBetween, type LocalDate } from '../../../../kernel/local-date.ts';
import { isWithheld, type Withheld } from '../../../../record/said.ts';
import { countOf, momentInWords, shortDay } from '../../../../ui/dates-in-words.ts';
import type { ToldEntry } from '../../../child-page.ts';
import { happenedShort } from '../../../verdict-in-words.ts';

/** One entry as a row of the chronology. A corrected one stays, struck through, beside the one that put it right. */
export type ChronologyRow = {
  readonly entry: string;
  readonly happened: string;
  readonly happenedOn: LocalDate | null;
  readonly tells: string;
  readonly writtenDown: string;
  readonly writtenBy: string;
  /** `written 41 days later`: only for what a person wrote; a file is loaded when it is loaded. */
  readonly delay: string | null;
  readonly correctedBy: string | null;
  /** What this entry puts right, and the reason that was given. */
  readonly corrects: string | null;
  readonly reason: string | null;
  /** The child's own words, when the entry holds any. */
  readonly words: string | Withheld | null;
  /** Something of it, other than those words, is withheld from this reader. */
  readonly isPartly: boolean;
  /** Somebody wrote sentences in it, of which it can be said who may read them. */
  readonly hasSentences: boolean;
};

/** Days after which a page remarks that a thing was written down late. */
const REMARKABLE_DAYS = 5;

function delayOf({ entry }: ToldEntry): string | null {
  const happened = entry.happened.latest;
  if (happened === null || entry.source.kind !== 'here') return null;
  const days = daysBetween(happened, dayInLondon(entry.recordedAt));
  return days > REMARKABLE_DAYS ? `written ${countOf(days, 'day')} later` : null;
}

/** What began on a day that is not known exactly stands where it may first have happened. */
const placeInTime = ({ entry }: ToldEntry): string => entry.happened.earliest ?? entry.happened.latest ?? '0000';

function rowOf(told: ToldEntry, all: ReadonlyMap<string, ToldEntry>): ChronologyRow {
  const { entry, tells, writtenBy } = told;
  const corrected = entry.corrects === null ? undefined : all.get(entry.corrects);
  return {
    entry: entry.id,
    happened: happenedShort(entry.happened.earliest, entry.happened.latest),
    happenedOn: entry.happened.earliest === entry.happened.latest ? entry.happened.latest : null,
    tells,
    writtenDown: momentInWords(entry.recordedAt),
    writtenBy,
    delay: delayOf(told),
    correctedBy: entry.correctedBy,
    corrects: corrected === undefined ? null : `the entry of ${shortDay(dayInLondon(corrected.entry.recordedAt))}`,
    reason: entry.reason,
    words: told.words,
    isPartly: told.isPartly && !isWithheld(told.words),
    hasSentences: hasSentences(entry.data),
  };
}

const hasSentences = (data: unknown): boolean =>
  typeof data === 'string' ? /\s/.test(data) : Object.values(data ?? {}).some(hasSentences);

/** Every entry about the child, newest first; those whose day is not known stand last. */
export function chronologyOf(entries: readonly ToldEntry[]): ChronologyRow[] {
  const all = new Map<string, ToldEntry>(entries.map((told) => [told.entry.id, told]));
  return [...entries]
    .sort(
      (a, b) => placeInTime(b).localeCompare(placeInTime(a)) || b.entry.recordedAt.localeCompare(a.entry.recordedAt),
    )
    .map((told) => rowOf(told, all));
}

/** What the child said last: the words that stand above any status. Where those are withheld, older ones do not stand for them. */
export function latestWordsOf(
  entries: readonly ToldEntry[],
): { readonly told: ToldEntry; readonly words: string | Withheld } | null {
  const spoken = entries
    .flatMap((told) => (told.words === null || told.entry.correctedBy !== null ? [] : [{ told, words: told.words }]))
    .sort((a, b) => placeInTime(b.told).localeCompare(placeInTime(a.told)));
  return spoken[0] ?? null;
}
