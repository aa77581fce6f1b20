import { createHash } from 'node:crypto';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { standing } from '../../../record/as-of.ts';
import type { Entry } from '../../../record/entry.ts';
import { appendIn } from '../../../record/store/append.ts';
import { readEntries } from '../../../record/store/read-entries.ts';
import { type DecidedBatch, decideBatch, type KnownBook } from '../core/decide-batch.ts';
import type { DecidedFile } from '../core/deciding.ts';
import { derivedId } from '../core/derived-id.ts';
import type { PreparedChild } from '../core/prepared-child.ts';
import { type Attested, attestationsOf, saveAttestations, saveWithdrawn } from '../store/attestation-rows.ts';
import { saveFindings } from '../store/finding-rows.ts';
import type { ImportContext } from './import-context.ts';

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
/** The kind of file that was read first gave its name to all derived ids. It is never changed, or every id would be another. */
const NAMESPACE = 'cin-census';
/** Ids of all that files write: the same child, key and content make the same id, whatever kind of file says it. */
export const makeId = (...parts: readonly string[]): Id => derivedId(digest, NAMESPACE, ...parts);

export type BatchOf = {
  readonly run: Id;
  readonly file: DecidedFile;
  /** Children of the file before these. */
  readonly mark: number;
};

/** Writes some children of a file: entries, attestations and the report. The caller moves the mark in the same transaction. */
export async function writeBatch(
  tx: Tx,
  context: ImportContext,
  of: BatchOf,
  children: readonly PreparedChild[],
): Promise<DecidedBatch & { readonly written: number }> {
  const decided = await decide(tx, context, of, children);
  const appended = await appendIn(
    tx,
    {
      identity: context.identity,
      now: context.now,
      registry: context.registry,
      projections: context.projections,
      commandId: makeId('batch', of.run, String(of.mark)),
    },
    decided.acts,
  );
  if (!appended.ok) throw new BooksMoved();
  await saveAttestations(tx, decided.attest);
  await saveWithdrawn(tx, of.file.kind, of.run, decided.withdrawn);
  await saveFindings(tx, of.run, decided.findings);
  return { ...decided, written: appended.value.entries.length };
}

/** Somebody put right an entry between our reading and our writing: the batch must be decided again. */
export class BooksMoved extends Error {}

async function decide(
  tx: Tx,
  context: ImportContext,
  { run, file }: BatchOf,
  children: readonly PreparedChild[],
): Promise<DecidedBatch> {
  const ids = [...new Set(children.flatMap(({ laChildId }) => laChildId ?? []))];
  const sameCouncilId = await context.booksUnder(tx, ids);
  const attested = await attestationsOf(tx, file.kind, possibleBooks(children, sameCouncilId));
  const given = {
    run,
    file,
    digest,
    makeId,
    sameCouncilId,
    attested: attested.own,
    elsewhere: attested.elsewhere,
    standing: new Map(),
  };
  const decided = decideBatch(children, given);
  if (decided.booksToRead.length === 0) return decided;
  return decideBatch(children, { ...given, standing: await standingByKey(tx, context, decided.booksToRead, attested) });
}

/** Every book that these children may turn out to belong in. */
function possibleBooks(
  children: readonly PreparedChild[],
  sameCouncilId: ReadonlyMap<string, readonly KnownBook[]>,
): Id[] {
  const known = [...sameCouncilId.values()].flat().map(({ book }) => book);
  const own = children.flatMap(({ laChildId }) => (laChildId === null ? [] : makeId('book', laChildId)));
  return [...new Set([...known, ...own])];
}

/** What stands under each natural key of each book; an attested key under which nothing stands has an empty list. */
async function standingByKey(
  tx: Tx,
  { registry }: ImportContext,
  books: readonly Id[],
  { own, elsewhere }: Attested,
): Promise<Map<Id, Map<string, Entry[]>>> {
  const keysOf = (book: Id): string[] => [...(own.get(book)?.keys() ?? []), ...(elsewhere.get(book)?.keys() ?? [])];
  const byBook = new Map(books.map((book) => [book, new Map(keysOf(book).map((key) => [key, [] as Entry[]]))]));
  for (const entry of standing(await readEntries(tx, { registry, books, knownAt: null }))) {
    if (entry.source.kind === 'here') continue;
    const byKey = byBook.get(entry.book);
    const key = byKey && keyWithin(entry.source.naturalKey, byKey);
    if (key !== undefined) byKey?.get(key)?.push(entry);
  }
  return byBook;
}

/** The council id stands before the key, and may itself hold a slash. */
function keyWithin(naturalKey: string, known: ReadonlyMap<string, unknown>): string | undefined {
  for (let slash = naturalKey.indexOf('/'); slash >= 0; slash = naturalKey.indexOf('/', slash + 1)) {
    const key = naturalKey.slice(slash + 1);
    if (known.has(key)) return key;
  }
  return undefined;
}
