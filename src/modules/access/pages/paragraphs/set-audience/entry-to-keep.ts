import type { Id } from '../../../../../kernel/id.ts';
import type { LocalDate } from '../../../../../kernel/local-date.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { Entry } from '../../../../../record/entry.ts';
import type { RedactedEntry } from '../../../../../record/redacted.ts';
import { typeOf } from '../../../../../record/registry.ts';
import { isWithheld } from '../../../../../record/said.ts';
import { readActs, readById, readOfTypeNow } from '../../../../../record/store/read-entries.ts';
import type { Showing } from '../../../../showing.ts';
import type { Writing } from '../../../../writing.ts';
import type { Audience } from '../../../core/paragraphs/audience.ts';
import { audienceSet } from '../../../core/paragraphs/audience-set.entry.ts';
import type { ParagraphNow, Twin } from '../../../core/paragraphs/decide-set-audience.ts';
import { type Paragraph, paragraphsOf } from '../../../core/paragraphs/paragraphs.ts';
import { readAudiences } from '../../../store/redact-entries.ts';

/** What the page about who may read an entry needs of the house. */
export type AudienceHouse = Writing &
  Showing & {
    /** "Safiya Nowak-Rahman, 8"; null when there is no such child. */
    readonly headingOf: (tx: Tx, child: Id, on: LocalDate) => Promise<string | null>;
    /** The line of the chronology, of what its reader may see. */
    readonly tells: (entry: RedactedEntry) => string;
    /** What stands at that path of an entry of that type is searched, or shown in lists. */
    readonly standsInLists: (type: string, path: string) => boolean;
  };

/** An entry with its paragraphs as whoever asks may see them, and who may read each. */
export type EntryToKeep = {
  readonly entry: Pick<Entry, 'id' | 'book'>;
  /** Entries of the same act, in records that the reader may open too. */
  readonly twins: readonly Twin[];
  readonly heading: string;
  readonly tells: string;
  readonly paragraphs: readonly (ParagraphNow & { readonly text: string | null })[];
  readonly standsInLists: boolean;
  readonly lastSeen: Id | null;
};

type Question = {
  readonly entry: Id;
  readonly books: readonly Id[];
  readonly child: Id;
  readonly today: LocalDate;
};

/** Null when no book of the child has such an entry, or it was misfiled. */
export async function loadEntryToKeep(tx: Tx, house: AudienceHouse, asked: Question): Promise<EntryToKeep | null> {
  const { registry } = house;
  const [entry] = await readById(tx, registry, [asked.entry]);
  if (!entry || !asked.books.includes(entry.book) || entry.type === audienceSet.is.type) return null;
  const [shown] = await house.redacted(tx, [{ ...entry, correctedBy: null }]);
  const heading = await house.headingOf(tx, asked.child, asked.today);
  if (!shown || heading === null) return null;
  const type = typeOf(registry, entry.type, entry.version);
  const written = paragraphsOf(entry.data, (data) => type.data.safeParse(data).success);
  const keepable = written.filter(({ path }) => !house.standsInLists(entry.type, path));
  const audiences = (await readAudiences(tx, registry, [entry.book])).filter(({ versions }) => versions.has(entry.id));
  const audienceOf = (path: string): Audience => audiences.find((each) => each.path === path)?.audience ?? 'everyone';
  const sets = await readOfTypeNow(tx, registry, [entry.book], audienceSet.is.type);
  return {
    entry: { id: entry.id, book: entry.book },
    twins: (await readActs(tx, registry, [entry.act])).flatMap((other) => twinOf(other, entry, keepable)),
    heading,
    tells: house.tells(shown),
    paragraphs: keepable.map(({ path, text }) => {
      const isReadable = !isWithheldAt(shown.data, path.split('.'));
      return { path, text: isReadable ? text : null, isReadable, audience: audienceOf(path) };
    }),
    standsInLists: keepable.length < written.length,
    lastSeen: sets.findLast(({ about }) => about === entry.id)?.id ?? null,
  };
}

function twinOf(other: Entry, { id, type }: Entry, keepable: readonly Paragraph[]): Twin[] {
  if (other.id === id || other.type !== type) return [];
  const same = keepable
    .filter(({ path, text }) => textAt(other.data, path.split('.')) === text)
    .map(({ path }) => path);
  return same.length === 0 ? [] : [{ id: other.id, book: other.book, same: new Set(same) }];
}

const textAt = (data: unknown, [step, ...rest]: readonly string[]): unknown => {
  if (step === undefined) return Array.isArray(data) ? data.join('; ') : data;
  return typeof data === 'object' && data !== null ? textAt((data as Record<string, unknown>)[step], rest) : undefined;
};

function isWithheldAt(data: unknown, [step, ...rest]: readonly string[]): boolean {
  if (isWithheld(data) || step === undefined) return isWithheld(data);
  return typeof data === 'object' && data !== null && isWithheldAt((data as Record<string, unknown>)[step], rest);
}
