import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { ReadEntry } from '../../../record/as-of.ts';
import { type DataOf, isEntryOf } from '../../../record/define-entry.ts';
import type { Entry } from '../../../record/entry.ts';
import type { RedactedEntry } from '../../../record/redacted.ts';
import { type EntryRegistry, guardedFields } from '../../../record/registry.ts';
import { correctionsIn, readOfTypeNow } from '../../../record/store/read-entries.ts';
import { withholdWords } from '../../protected-words.ts';
import { mayOpen, seesProtected } from '../core/may-open.ts';
import { audiencesOf, mayRead, type ParagraphAudience, type Reader } from '../core/paragraphs/audience.ts';
import { audienceSet } from '../core/paragraphs/audience-set.entry.ts';
import { redact } from '../core/paragraphs/redact.ts';

/** Who may read which paragraph of these books now. */
export async function readAudiences(
  tx: Tx,
  registry: EntryRegistry,
  books: readonly Id[],
): Promise<ParagraphAudience[]> {
  const sets = await readOfTypeNow(tx, registry, books, audienceSet.is.type);
  if (sets.length === 0) return [];
  return audiencesOf(sets as AudienceSet[], await correctionsIn(tx, books));
}
type AudienceSet = Entry<DataOf<typeof audienceSet>>;

/** The same from all that is written in those books. */
const audiencesIn = (written: readonly Entry[]): ParagraphAudience[] =>
  audiencesOf(
    written.filter((entry): entry is AudienceSet => isEntryOf(audienceSet, entry)),
    written,
  );

type AskerRow = { readonly person: string; readonly house: boolean };
type StandingRow = { readonly book: Id; readonly relations: readonly string[]; readonly roles: readonly string[] };

/**
 * Whoever asks the database, as a reader of these books: all that they are to each child, by the functions that the gate asks.
 * The reader is never an argument, so no page can name another one.
 */
export async function readerOf(tx: Tx, books: readonly Id[]): Promise<Reader> {
  const { rows: askers } = await sql<AskerRow>`
    select coalesce(current_setting('sightline.person', true), '') as person, access.is_house() as house`.execute(tx);
  const { person = '', house: isHouse = false } = askers[0] ?? {};
  if (isHouse) return { person, isHouse, relations: new Map() };
  const { rows } = await sql<StandingRow>`
    select book, s.relations, coalesce((select roles from access.person where id = access.asker() and active), '{}') as roles
    from unnest(${books}::uuid[]) as book cross join lateral access.standing_towards(access.asker(), book) s`.execute(
    tx,
  );
  return { person, isHouse, relations: new Map(rows.map((row) => [row.book, relationsOf(row)])) };
}

/** Those that the record tells, and the one that follows from answering for the whole county. */
function relationsOf({ relations, roles }: StandingRow): string[] {
  const byRole = mayOpen({ roles, relations: [], interest: false, restricted: false });
  return [...relations, ...(byRole.is === 'open' ? [byRole.relation] : [])];
}

/**
 * These entries as whoever asks the database may see them now. Everything that a page, a command or a file shows of entries
 * comes from here. Costs one question by the books' index where no audience was ever set; none to a caller who hands over
 * `written`: all that stands in the books of these entries now, whatever moment is asked about.
 */
export async function redactEntries(
  tx: Tx,
  registry: EntryRegistry,
  entries: readonly ReadEntry[],
  written?: readonly Entry[],
): Promise<RedactedEntry[]> {
  const books = [...new Set(entries.map(({ book }) => book))];
  const audiences = written ? audiencesIn(written) : books.length === 0 ? [] : await readAudiences(tx, registry, books);
  const narrow = audiences.filter(({ audience }) => audience !== 'everyone');
  // Beside what was set: words that give a protected place which the reader may not see, whenever they were written.
  const open = await withholdWords(tx, entries);
  if (narrow.length === 0) return redact(open, [], NOBODY);
  return redact(open, narrow, await readerOf(tx, [...new Set(narrow.map(({ book }) => book))]));
}

/**
 * Of entries whose fields stand in other tables too: which of them are withheld from whoever asks. There a protected text is a
 * plain one, so its field is withheld from all but those who see protected places, by the relation that the gate opened the child by.
 */
export async function withheldIn(
  tx: Tx,
  registry: EntryRegistry,
  books: readonly Id[],
): Promise<(entry: Id, field: string) => boolean> {
  const guarded = (await seesPlaces(tx)) ? NONE : guardedFields(registry);
  const narrow = (await readAudiences(tx, registry, books)).filter(({ audience }) => audience !== 'everyone');
  const reader = narrow.length === 0 ? NOBODY : await readerOf(tx, [...new Set(narrow.map(({ book }) => book))]);
  const closed = narrow.filter((each) => !mayRead(each, reader));
  return (entry, field) =>
    guarded.has(field) || closed.some(({ versions, path }) => versions.has(entry) && path.split('.')[0] === field);
}

async function seesPlaces(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ relation: string }>`
    select coalesce(current_setting('sightline.relation', true), '') as relation`.execute(tx);
  return seesProtected(rows[0]?.relation);
}

const NONE: ReadonlySet<string> = new Set();

/** Somebody of whom nothing need be known: nothing is kept from anybody. */
const NOBODY: Reader = { person: '', isHouse: false, relations: new Map() };
