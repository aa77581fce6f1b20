import type { Id } from '../../../kernel/id.ts';
import type { Act, Entry } from '../../../record/entry.ts';
import { type Likeness, whoseBook } from '../../people/public.ts';
import { decideChild } from './decide-child.ts';
import type { Attestation, DecidedChild, DecidingWith } from './deciding.ts';
import type { FileFlag, FileNote } from './file-note.ts';
import type { PreparedChild } from './prepared-child.ts';

export type KnownBook = Likeness & { readonly book: Id; readonly identity: Id };

/** What some children of a file are decided with. */
export type BatchWith = Pick<DecidingWith, 'run' | 'file' | 'digest' | 'makeId'> & {
  /** Books under each council id, as the record has them. */
  readonly sameCouncilId: ReadonlyMap<string, readonly KnownBook[]>;
  /** What files of this kind have said, by book and key. */
  readonly attested: ReadonlyMap<Id, ReadonlyMap<string, Attestation>>;
  /** What files of other kinds have said, by book and key. */
  readonly elsewhere: ReadonlyMap<Id, ReadonlyMap<string, readonly Attestation[]>>;
  /** Entries that stand, by book and natural key; empty in a first round. */
  readonly standing: ReadonlyMap<Id, ReadonlyMap<string, readonly Entry[]>>;
};

/** A line of the report. */
export type Finding = {
  readonly kind: 'set-aside' | 'flagged' | 'development' | 'correction' | 'disagreement' | 'withdrawn';
  readonly child: string | null;
  readonly book: Id | null;
  readonly table: string;
  readonly line: number | null;
  readonly code: string | null;
  readonly reason: string;
};

export type Tally = {
  readonly read: number;
  readonly loaded: number;
  readonly unchanged: number;
  readonly setAside: number;
};
export const NO_TALLY: Tally = { read: 0, loaded: 0, unchanged: 0, setAside: 0 };
export const addTallies = (a: Tally, b: Tally): Tally => ({
  read: a.read + b.read,
  loaded: a.loaded + b.loaded,
  unchanged: a.unchanged + b.unchanged,
  setAside: a.setAside + b.setAside,
});

/** What a file said of a child, with the book and the council's id that it said it under. */
export type BookAttestation = Attestation & { readonly book: Id; readonly laChildId: string };

export type DecidedBatch = {
  readonly acts: readonly Act[];
  readonly attest: readonly BookAttestation[];
  readonly findings: readonly Finding[];
  readonly children: Tally;
  readonly rows: Tally;
  /** Books whose standing entries are needed to decide: read them and decide again. */
  readonly booksToRead: readonly Id[];
  readonly withdrawn: readonly { readonly book: Id; readonly key: string }[];
};

type Batch = BatchWith & {
  readonly known: Map<string, KnownBook[]>;
  readonly attestedNow: Map<Id, Map<string, Attestation>>;
  readonly elsewhereNow: Map<Id, Map<string, readonly Attestation[]>>;
  readonly acts: Act[];
  readonly attest: Map<string, BookAttestation>;
  readonly findings: Finding[];
  readonly booksToRead: Set<Id>;
  readonly withdrawn: { book: Id; key: string }[];
  children: Tally;
  rows: Tally;
};

/** Decides some children of a file, in their order, each knowing what the ones before it did. Writes nothing. */
export function decideBatch(children: readonly PreparedChild[], given: BatchWith): DecidedBatch {
  const batch: Batch = {
    ...given,
    known: new Map([...given.sameCouncilId].map(([id, books]) => [id, [...books]])),
    attestedNow: new Map([...given.attested].map(([book, said]) => [book, new Map(said)])),
    elsewhereNow: new Map([...given.elsewhere].map(([book, said]) => [book, new Map(said)])),
    acts: [],
    attest: new Map(),
    findings: [],
    booksToRead: new Set(),
    withdrawn: [],
    children: NO_TALLY,
    rows: NO_TALLY,
  };
  for (const child of children) decideOne(child, batch);
  return { ...batch, attest: [...batch.attest.values()], booksToRead: [...batch.booksToRead] };
}

function decideOne(child: PreparedChild, batch: Batch): void {
  const { laChildId } = child;
  for (const note of child.setAside) batch.findings.push(findingOf('set-aside', laChildId, null, note));
  if (laChildId === null) setWhollyAside(child, batch);
  else decideKnown(child, laChildId, batch);
}

function decideKnown(child: PreparedChild, laChildId: string, batch: Batch): void {
  const { book, opens } = bookFor(child, laChildId, batch);
  const attested = batch.attestedNow.get(book) ?? new Map<string, Attestation>();
  const elsewhere = batch.elsewhereNow.get(book) ?? new Map<string, readonly Attestation[]>();
  const { run, file, digest, makeId } = batch;
  const standing = batch.standing.get(book) ?? new Map();
  const decided = decideChild(child, { run, book, laChildId, file, attested, elsewhere, standing, digest, makeId });
  if (decided.differing.length > 0) batch.booksToRead.add(book);
  for (const said of decided.attest) attested.set(said.key, said);
  batch.attestedNow.set(book, attested);
  for (const said of decided.repointed) repoint(said, elsewhere);
  batch.elsewhereNow.set(book, elsewhere);
  for (const said of [...decided.attest, ...decided.repointed])
    batch.attest.set(`${book}/${said.kind}/${said.key}`, { ...said, book, laChildId });
  for (const key of decided.withdrawn) batch.withdrawn.push({ book, key });
  if (decided.entries.length > 0)
    batch.acts.push({
      id: makeId('act', run, String(child.line), laChildId),
      entries: decided.entries,
      ...(opens ? { opens: [{ book, kind: 'child' as const }] } : {}),
      decidedOn: [],
    });
  report(child, laChildId, book, decided, batch);
  count(child, decided, opens, batch);
}

/** A child further down the file may say the same again. */
function repoint(said: Attestation, elsewhere: Map<string, readonly Attestation[]>): void {
  const others = (elsewhere.get(said.key) ?? []).filter(({ kind }) => kind !== said.kind);
  elsewhere.set(said.key, [...others, said]);
}

function setWhollyAside(child: PreparedChild, batch: Batch): void {
  if (child.rows.length === 0)
    batch.findings.push(
      findingOf('set-aside', null, null, {
        table: 'Child',
        line: child.line,
        reason: 'The child has no id: nobody can say who this is.',
      }),
    );
  for (const flag of child.flags) batch.findings.push(findingOf('flagged', null, null, flag, flag.code));
  if (!child.isNoChild) batch.children = addTallies(batch.children, { ...NO_TALLY, read: 1, setAside: 1 });
  batch.rows = addTallies(batch.rows, { ...NO_TALLY, read: child.rows.length, setAside: child.rows.length });
}

/**
 * Whose book the child's entries belong in. The same id joins where neither birth date nor sex contradicts; else a book
 * of its own is opened, and whose it is stays in doubt until a person decides.
 */
function bookFor(child: PreparedChild, laChildId: string, batch: Batch): { book: Id; opens: boolean } {
  const { bornOn, sex } = child.identity;
  const known = batch.known.get(laChildId) ?? [];
  const whose = whoseBook({ bornOn, sex }, known);
  if (whose.is === 'known') {
    rememberLikeness(child, laChildId, whose.book, batch);
    return { book: whose.book, opens: false };
  }
  const told = whose.is === 'new' ? [] : [bornOn ?? 'birth not given', sex ?? 'sex not given'];
  const book = batch.makeId('book', laChildId, ...told);
  const stands = batch.attestedNow.has(book) || known.some((each) => each.book === book);
  rememberLikeness(child, laChildId, book, batch);
  return { book, opens: !stands };
}

/** A child further down the file may carry the same id. */
function rememberLikeness(child: PreparedChild, laChildId: string, book: Id, { known }: Batch): void {
  const { bornOn, sex } = child.identity;
  const books = known.get(laChildId) ?? [];
  const before = books.find((each) => each.book === book);
  const now = {
    book,
    identity: before?.identity ?? book,
    bornOn: before?.bornOn ?? bornOn,
    sex: before?.sex === 'female' || before?.sex === 'male' ? before.sex : (sex ?? before?.sex ?? null),
  };
  known.set(laChildId, [...books.filter((each) => each.book !== book), now]);
}

function report(child: PreparedChild, laChildId: string, book: Id, decided: DecidedChild, { findings }: Batch): void {
  const add = (kind: Finding['kind'], notes: readonly FileNote[]): void => {
    for (const note of notes) findings.push(findingOf(kind, laChildId, book, note));
  };
  const flags: readonly FileFlag[] = [...child.flags, ...decided.flags];
  for (const flag of flags) findings.push(findingOf('flagged', laChildId, book, flag, flag.code));
  add('development', decided.developments);
  add('correction', decided.corrections);
  add('disagreement', decided.disagreements);
}

function count(child: PreparedChild, decided: DecidedChild, opens: boolean, batch: Batch): void {
  const [read, setAside, loaded] = [child.rows.length, child.setAside.length, decided.loaded.size];
  batch.rows = addTallies(batch.rows, { read, loaded, setAside, unchanged: read - loaded - setAside });
  const isLoaded = opens || loaded > 0 ? 1 : 0;
  batch.children = addTallies(batch.children, { read: 1, loaded: isLoaded, unchanged: 1 - isLoaded, setAside: 0 });
}

const findingOf = (
  kind: Finding['kind'],
  child: string | null,
  book: Id | null,
  { table, line, reason }: FileNote,
  code: string | null = null,
): Finding => ({ kind, child, book, table, line, code, reason });
