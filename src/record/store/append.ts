import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { type Instant, millisecondsOf } from '../../kernel/instant.ts';
import { accepted, type Result, refused } from '../../kernel/result.ts';
import type { Database, Identity, Tx } from '../../platform/database/database.ts';
import type { ReadEntry } from '../as-of.ts';
import type { Conflict } from '../conflict.ts';
import type { Act, Entry } from '../entry.ts';
import { type EntryRegistry, parseData, typeOf } from '../registry.ts';
import { findConflict } from './find-conflict.ts';
import { type Command, type Flight, takeOff } from './in-flight.ts';
import { type Head, lockBooks, openBooks } from './lock-books.ts';
import { readActs, readEntries } from './read-entries.ts';
import { writeEntries } from './write-entries.ts';

/** What else an entry changes: facts, clocks, a module's tables, the access line, jobs. Runs in the same transaction. */
export type Projection = (tx: Tx, written: readonly Entry[]) => Promise<void>;

export type AppendContext = {
  readonly identity: Identity;
  /** The house's clock: asked once the books are locked. */
  readonly now: () => Instant;
  readonly registry: EntryRegistry;
  readonly projections: readonly Projection[];
  /** One id for each thing that somebody asked for: a retry with the same id writes nothing and gets the same answer. */
  readonly commandId: Id;
  /** The draft that these entries came from; it is destroyed with them written. */
  readonly submits?: { readonly form: string; readonly about: Id };
};

/** `repeated`: the command had been done before, and these are the entries that it wrote then. */
export type Appended = { readonly entries: readonly Entry[]; readonly repeated: boolean };

const DEADLOCK_OR_RACE = new Set(['40P01', '40001']);

/**
 * Writes acts: all entries, facts, tables and jobs in one transaction, or nothing. Answers a conflict when a thread that
 * the writer decided on moved since. Throws when an entry does not fit its type or its book.
 */
export async function append(
  db: Database,
  context: AppendContext,
  acts: readonly Act[],
): Promise<Result<Appended, Conflict>> {
  return refusable(db, context, (tx) => writeActs(tx, context, acts));
}

/**
 * The same, where what is written depends on what is there: `decide` is given the entries of `books` as they are once the
 * books are locked, and may refuse.
 */
export async function appendDecided<Refusal>(
  db: Database,
  context: AppendContext,
  books: readonly Id[],
  decide: (fresh: readonly ReadEntry[]) => Result<readonly Act[], Refusal>,
): Promise<Result<Appended, Refusal | Conflict>> {
  return refusable<Refusal | Conflict>(db, context, async (tx) => {
    await lockBooks(tx, books);
    const before = await earlierAnswer(tx, context);
    if (before) return accepted(before);
    const fresh = await readEntries(tx, { registry: context.registry, books, knownAt: null });
    const decided = decide(fresh);
    return decided.ok ? writeActs(tx, context, decided.value) : decided;
  });
}

/**
 * The same inside a caller's transaction, as an importer needs that writes many children and its mark at once. Give it all
 * acts of the transaction in one call: that keeps the order of locks. A refusal leaves the transaction as it was before.
 */
export async function appendIn(
  tx: Tx,
  context: AppendContext,
  acts: readonly Act[],
): Promise<Result<Appended, Conflict>> {
  await sql`savepoint append`.execute(tx);
  const outcome = await writeActs(tx, context, acts);
  await (outcome.ok ? sql`release savepoint append` : sql`rollback to savepoint append`).execute(tx);
  return outcome;
}

class Refused<Refusal> extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super('refused');
    this.refusal = refusal;
  }
}

/** Runs the work in a transaction that a refusal undoes, and again when two writers got in each other's way. */
async function refusable<Refusal>(
  db: Database,
  context: AppendContext,
  work: (tx: Tx) => Promise<Result<Appended, Refusal>>,
): Promise<Result<Appended, Refusal>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.as(context.identity, async (tx) => {
        const outcome = await work(tx);
        if (!outcome.ok) throw new Refused(outcome.refusal);
        return outcome;
      });
    } catch (fault) {
      if (fault instanceof Refused) return refused(fault.refusal as Refusal);
      if (attempt === 4 || !DEADLOCK_OR_RACE.has((fault as { code?: string }).code ?? '')) throw fault;
    }
  }
}

const NOTHING: Appended = { entries: [], repeated: false };

async function writeActs(tx: Tx, context: AppendContext, acts: readonly Act[]): Promise<Result<Appended, Conflict>> {
  const prepared = prepare(context.registry, acts);
  if (prepared.length === 0) return accepted(NOTHING);
  const flight = await takeOff(tx, context.now(), commandOf(context, acts));
  if (!flight.first) return accepted((await earlierAnswer(tx, context)) ?? NOTHING);
  await openBooks(
    tx,
    acts.flatMap((act) => act.opens ?? []),
    context.now(),
    context.identity.person,
  );
  const heads = await lockBooks(tx, booksOf(acts));
  checkBooks(context.registry, prepared, heads);
  const conflict = await findConflict(tx, context.registry, acts);
  if (conflict) return refused(conflict);
  const written = await writeEntries(tx, context, prepared, heads, earliestRecording(context.now(), flight, heads));
  for (const project of context.projections) await project(tx, written);
  if (context.submits) await destroySubmitted(tx, context.identity, context.submits);
  return accepted({ entries: written, repeated: false });
}

/** An entry whose data fits its type, in the act that it belongs to. */
export type Prepared = Act['entries'][number] & { readonly act: Id };

/** Entries with their data as their types have it. Throws for data that does not fit. */
export const prepare = (registry: EntryRegistry, acts: readonly Act[]): Prepared[] =>
  acts.flatMap((act) =>
    act.entries.map((entry) => ({
      ...entry,
      act: act.id,
      data: parseData(typeOf(registry, entry.type, entry.version), entry.data),
    })),
  );

/** Every book that an act writes in or decided on. */
const booksOf = (acts: readonly Act[]): Id[] => [
  ...new Set(acts.flatMap((act) => [...act.entries, ...act.decidedOn].map(({ book }) => book))),
];

/** Throws for an entry whose book is not open, or is of another kind than the entry's type asks. */
export function checkBooks(
  registry: EntryRegistry,
  entries: readonly Prepared[],
  heads: ReadonlyMap<Id, Pick<Head, 'kind'>>,
): void {
  for (const { book, type, version } of entries) {
    const head = heads.get(book);
    if (!head) throw new Error(`An entry ${type} was meant for a book that is not open: ${book}.`);
    if (!typeOf(registry, type, version).books.includes(head.kind))
      throw new Error(`An entry ${type} does not belong in the book of a ${head.kind}.`);
  }
}

const commandOf = ({ commandId, identity }: AppendContext, acts: readonly Act[]): Command => ({
  id: commandId,
  acts: acts.map(({ id }) => id),
  by: identity.person,
});

/** What the same command wrote when it was first given; null when it never was. */
async function earlierAnswer(tx: Tx, { registry, commandId }: AppendContext): Promise<Appended | null> {
  const { rows } = await sql<{ acts: Id[] }>`select acts from record.command where id = ${commandId}`.execute(tx);
  return rows[0] ? { entries: await readActs(tx, registry, rows[0].acts), repeated: true } : null;
}

/** Later than the clock, than every mark that was served, and than the last entry of each book. In milliseconds. */
const earliestRecording = (now: Instant, flight: Flight, heads: ReadonlyMap<Id, Head>): number =>
  [...heads.values()].reduce(
    (latest, { floor, head_at }) =>
      Math.max(latest, millisecondsOf(floor) + 1, head_at === null ? 0 : millisecondsOf(head_at) + 1),
    Math.max(millisecondsOf(now), flight.notBefore),
  );

async function destroySubmitted(
  tx: Tx,
  identity: Identity,
  { form, about }: NonNullable<AppendContext['submits']>,
): Promise<void> {
  await sql`delete from record.draft where author = ${identity.person} and form = ${form} and about = ${about}`.execute(
    tx,
  );
}
