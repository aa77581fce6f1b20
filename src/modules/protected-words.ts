import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { isProtected } from '../kernel/protected.ts';
import type { Tx } from '../platform/database/database.ts';
import { WITHHELD_IN_WORDS, withheld } from '../record/said.ts';
import { literalKeys } from './people/public.ts';

/** The hints of all protected words of one database, as of a moment; words that are protected no longer may still be there. */
type Watch = {
  readonly realm: string;
  /** Which list of this process it is: one that is begun anew has another number. */
  readonly serial: number;
  readonly snapshot: string;
  readonly hints: Set<number>;
  /** For each ending of 16 bits, whether some hint has it: nearly every word is told to be nothing by one byte. */
  readonly endings: Uint8Array;
};
type HintRow = Pick<Watch, 'realm' | 'snapshot'> & { readonly hints: readonly number[] };

/** What this process saw last; every question brings it up to date. */
let watch: Watch | undefined;
let lists = 0;

/** Tells by its hint whether a word may be protected, and the name of the list by which it tells: a longer one has another. */
type Wanted = { readonly list: string; readonly wanted: (hint: number) => boolean };

/** What may be protected now. Costs one question, which answers only what is new. */
async function mayBeProtected(tx: Tx): Promise<Wanted | null> {
  const before = watch;
  const { rows } = await sql<HintRow>`
    select realm, snapshot, hints from people.literal_hints(${before?.realm ?? ''}, ${before?.snapshot ?? ''})`.execute(
    tx,
  );
  const now = rows[0];
  if (!now) return null;
  const { serial, hints, endings } = before?.realm === now.realm ? before : begunAnew();
  for (const hint of now.hints) {
    hints.add(hint);
    endings[hint & 0xffff] = 1;
  }
  watch = { realm: now.realm, snapshot: now.snapshot, serial, hints, endings };
  if (hints.size === 0) return null;
  const wanted = (hint: number): boolean => endings[hint & 0xffff] === 1 && hints.has(hint);
  return { list: `${serial} ${hints.size}`, wanted };
}

function begunAnew(): Pick<Watch, 'serial' | 'hints' | 'endings'> {
  lists += 1;
  return { serial: lists, hints: new Set(), endings: new Uint8Array(0x10000) };
}

/** The keys of protected words, perhaps, in each of these texts; null when there is none in any. */
async function suspicious(tx: Tx, texts: readonly string[]): Promise<readonly ReadonlySet<string>[] | null> {
  const now = await mayBeProtected(tx);
  if (now === null) return null;
  const keys = texts.map((text) => literalKeys(text, now.wanted));
  return keys.some(({ size }) => size > 0) ? keys : null;
}

async function met(tx: Tx, keys: Iterable<string>, whose: 'unseen' | 'anybody'): Promise<ReadonlySet<string>> {
  const asked = [...new Set(keys)];
  const { rows } = await (whose === 'unseen'
    ? sql<{ key: string }>`select key from people.literals_met(${asked}::text[]) as key`
    : sql<{ key: string }>`select key from people.literals_protected(${asked}::text[]) as key`
  ).execute(tx);
  return new Set(rows.map(({ key }) => key));
}

async function placesNaming(
  tx: Tx,
  texts: readonly string[],
  whose: 'unseen' | 'anybody',
): Promise<ReadonlySet<number>> {
  const keys = await suspicious(tx, texts);
  if (keys === null) return new Set();
  const named = await met(
    tx,
    keys.flatMap((own) => [...own]),
    whose,
  );
  return new Set(keys.flatMap((own, place) => ([...own].some((key) => named.has(key)) ? [place] : [])));
}

/**
 * Which of these texts give a protected address, postcode or telephone number of anybody, by their places in the list: for
 * whoever is about to write them. A paraphrase ("the flat over the bakery") is not found.
 */
export const textsNamingProtected = (tx: Tx, texts: readonly string[]): Promise<ReadonlySet<number>> =>
  placesNaming(tx, texts, 'anybody');

/** Which of these texts must be withheld from whoever asks the database: they give a protected place that the asker may not see. */
export const withholdLiterals = (tx: Tx, texts: readonly string[]): Promise<ReadonlySet<number>> =>
  placesNaming(tx, texts, 'unseen');

type Worded = { readonly id: Id; readonly data: unknown; readonly reason: string | null };

/**
 * These entries with every text withheld that gives a protected place which whoever asks the database may not see. Their authors
 * are told that words of theirs are withheld.
 */
export async function withholdWords<Entry extends Worded>(
  tx: Tx,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  const texts = entries.flatMap(({ data, reason }) => [...textsIn(data), ...(reason === null ? [] : [reason])]);
  const named = await withholdLiterals(tx, texts);
  if (named.size === 0) return entries;
  const closed = new Set([...named].map((place) => texts[place]));
  const without = (value: unknown): unknown => {
    if (typeof value === 'string') return closed.has(value) ? withheld : value;
    if (Array.isArray(value)) return value.map(without);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, without(each)]));
  };
  const touched = (entry: Entry): boolean =>
    closed.has(entry.reason ?? undefined) || textsIn(entry.data).some((text) => closed.has(text));
  const ids = entries.filter(touched).map(({ id }) => id);
  await sql`select people.raise_literals(${ids}::uuid[])`.execute(tx);
  return entries.map((entry) =>
    touched(entry)
      ? { ...entry, data: without(entry.data), reason: entry.reason === null ? null : WITHHELD_IN_WORDS }
      : entry,
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !isProtected(value);

/** Every text anywhere in the data of an entry. A protected value is none: it cannot print. */
function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  return Array.isArray(data) || isRecord(data) ? Object.values(data).flatMap(textsIn) : [];
}

/** The children about whom the asking person wrote words that are withheld from others, and that nobody has corrected. */
export async function childrenRaised(tx: Tx): Promise<readonly Id[]> {
  const { rows } = await sql<{ identity: Id }>`
    select distinct i.identity from people.literals_raised() r join people.child_identity i using (book)`.execute(tx);
  return rows.map(({ identity }) => identity);
}

/** Finds in a text the keys of what may be protected. Under the same list a text has the same keys. */
export type WatchedLiterals = { readonly list: string; readonly keysIn: (text: string) => ReadonlySet<string> };

/** What the last look at what leaves looks for now; null where nothing is protected at all. */
export async function watchedLiterals(tx: Tx): Promise<WatchedLiterals | null> {
  const now = await mayBeProtected(tx);
  return now && { list: now.list, keysIn: (text) => literalKeys(text, now.wanted) };
}

/** How many of these keys are of protected places that whoever asks may not see, and in none of the texts that they typed themselves. */
export async function unlawfulLiterals(tx: Tx, keys: ReadonlySet<string>, typed: readonly string[]): Promise<number> {
  const unseen = await met(tx, keys, 'unseen');
  if (unseen.size === 0) return 0;
  const own = new Set(typed.flatMap((each) => [...literalKeys(each, () => true)]));
  return [...unseen].filter((key) => !own.has(key)).length;
}

/** An answer that was stopped by the last look: when, who would have read it, the child whose record was open, and how many places it gave. */
export type StoppedAnswer = {
  readonly id: Id;
  readonly stoppedAt: Instant;
  readonly person: string;
  readonly child: Id | null;
  readonly places: number;
};

/** The last hundred answers that were stopped, newest first. To anybody who does not answer for data protection: none. */
export async function stoppedAnswers(tx: Tx): Promise<readonly StoppedAnswer[]> {
  const { rows } = await sql<StoppedAnswer>`
    select s.id, s.stopped_at as "stoppedAt", s.person, i.identity as child, s.places
    from people.literal_stopped s left join people.child_identity i on i.book = s.book
    order by s.stopped_at desc, s.id limit 100`.execute(tx);
  return rows;
}
