import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { toldByHand } from '../county/hand-made/load-hand-made.ts';
import { entryRegistry } from '../src/app/entry-registry.ts';
import { houseProjections } from '../src/app/house-projections.ts';
import type { Id } from '../src/kernel/id.ts';
import { dayInLondon, type Instant, instantOf } from '../src/kernel/instant.ts';
import { childVisited } from '../src/modules/child-in-need/public.ts';
import type { Database } from '../src/platform/database/database.ts';
import { type Act, happenedOn } from '../src/record/entry.ts';
import { type AppendContext, append, type Projection } from '../src/record/store/append.ts';
import { verify } from '../src/record/store/verify.ts';
import { readStatute } from '../src/statute/read-statute.ts';
import type { Bench, Measured } from './bench.ts';
import { withBenchServer } from './bench-database.ts';

const WRITERS = 32;
const CHILDREN = 330;

/**
 * P11: 32 people record visits to children who have a history: decision on the thread, entry, hash, tables, facts, clocks,
 * access line, commit. Beside it, as many bare transactions that write an entry, a fact and an access line and nothing else.
 */
export const bench: Bench = {
  id: 'p11',
  title: 'append an entry, 32 writers',
  of: 'appends',
  sizes: [1_000, 4_000, 16_000],
  run: (size) => withBenchServer(async (fresh) => measure(await fresh('appended', WRITERS), size)),
  headline: ({ found }) => ({ appendsPerSecond: found.appendsPerSecond ?? 0 }),
};

const now = (): Instant => instantOf(Date.now());
const newId = (): Id => randomUUID() as Id;

async function measure(db: Database, size: number): Promise<Measured> {
  const registry = entryRegistry();
  const projections = [...houseProjections(registry, readStatute()), accessLine];
  const contextOf = (n: number): AppendContext => ({
    identity: { person: `writer ${n % WRITERS}`, purpose: 'command' },
    ...{ now, registry, projections, commandId: newId() },
  });
  const children = await tellStories(db, contextOf(0));
  const lastSeen = new Map<Id, Id>();
  const milliseconds = await byWriters(size, async (n) => {
    const child = children[n % children.length] as Id; // more children than writers: nobody meets a conflict
    const act = visitTo(child, lastSeen.get(child) ?? null);
    const outcome = await append(db, contextOf(n), [act]);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    lastSeen.set(child, act.entries[0]?.id as Id);
  });
  const bare = await bareTransactions(db, size, children);
  const { ok, entries } = await verify(db);
  return {
    size,
    milliseconds,
    beside: [{ name: 'as many bare transactions', milliseconds: bare, is: 'bound' }],
    found: { verified: ok, entries, appendsPerSecond: Math.round((size / milliseconds) * 1000) },
  };
}

async function byWriters(times: number, work: (n: number) => Promise<void>): Promise<number> {
  let next = 0;
  const start = performance.now();
  const writer = async (): Promise<void> => {
    while (next < times) {
      const n = next;
      next += 1;
      await work(n);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  return performance.now() - start;
}

const accessLine: Projection = async (tx, written) => {
  await sql`
    insert into access.log (at, person, event, outcome, purpose, children)
    values (${written[0]?.recordedAt}, ${written[0]?.recordedBy}, 'visit.recorded', 'done', 'request',
      ${[...new Set(written.map(({ book }) => book))]}::uuid[])`.execute(tx);
};

/** The hand-made children over and over, each time under fresh ids: a record with a past. Answers their books. */
async function tellStories(db: Database, context: AppendContext): Promise<Id[]> {
  const told = toldByHand(newId()).map(({ act }) => act);
  const isAbout = (act: Act, book: Id): boolean => act.entries.some((entry) => entry.book === book);
  const opened = told.flatMap(({ opens = [] }) => opens).filter(({ kind }) => kind === 'child');
  const children: Id[] = [];
  while (children.length < CHILDREN) {
    const rename = renamer();
    const acts = told.filter((act) => opened.some(({ book }) => isAbout(act, book)));
    const outcome = await append(db, { ...context, commandId: newId() }, rename(acts));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    children.push(...rename(opened).map(({ book }) => book));
  }
  return children;
}

/** Puts a fresh id in the place of each id, the same for the same. */
function renamer(): <Value>(value: Value) => Value {
  const names = new Map<string, Id>();
  const fresh = (id: string): Id => {
    const known = names.get(id) ?? newId();
    names.set(id, known);
    return known;
  };
  return (value) =>
    JSON.parse(JSON.stringify(value).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => fresh(id)));
}

function visitTo(book: Id, lastSeen: Id | null): Act {
  const visit = childVisited.write(
    { id: newId(), book, about: book, happened: happenedOn(dayInLondon(now())), source: { kind: 'here' } },
    { episode: null, seen: 'alone', words: 'I like the new school.', account: 'Calm and talkative. '.repeat(12) },
  );
  return { id: newId(), entries: [visit], decidedOn: lastSeen === null ? [] : [{ book, about: book, lastSeen }] };
}

/** What the same number of commits costs when nothing is decided, hashed or reckoned. */
async function bareTransactions(db: Database, times: number, books: readonly Id[]): Promise<number> {
  await db.owner(async (tx) => {
    await sql`create table public.bare_entry (id uuid primary key, book uuid not null, words text not null)`.execute(
      tx,
    );
    await sql`create table public.bare_fact (entry uuid primary key, book uuid not null, latest date not null)`.execute(
      tx,
    );
    await sql`grant insert on public.bare_entry, public.bare_fact to sightline_app`.execute(tx);
  });
  const words = 'Calm and talkative. '.repeat(12);
  return byWriters(times, (n) =>
    db.as({ person: `writer ${n % WRITERS}`, purpose: 'command' }, async (tx) => {
      const [id, book] = [newId(), books[n % books.length]];
      await sql`insert into public.bare_entry values (${id}, ${book}, ${words})`.execute(tx);
      await sql`insert into public.bare_fact values (${id}, ${book}, '2026-03-31')`.execute(tx);
      await sql`insert into access.log (at, person, event, outcome, purpose, children)
        values (${now()}, 'writer', 'visit.recorded', 'done', 'request', array[${book}]::uuid[])`.execute(tx);
    }),
  );
}
