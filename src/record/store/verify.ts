import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type Fault, hexOf, idIn, isFault, START, step, type Walk } from '../chain.ts';
import { followSeals, type Seal, type Sealed } from '../seal.ts';
import { linkOf, takePacked } from './packed-entries.ts';
import { keptSeals } from './seals.ts';
import { sha256 } from './sha256.ts';

export type Verification = {
  readonly entries: number;
  readonly books: number;
  readonly ok: boolean;
  /** The first bad entry, books in the order of their ids; null when all is well. */
  readonly firstFault: Fault | null;
  /** Entries whose words were destroyed under a certificate. */
  readonly destroyed: number;
  /** Restores from a backup that a person answered for. */
  readonly restores: number;
};

/**
 * Reads the whole record and holds every entry to its hash, to the one before it, to the head of its book and to the
 * seals; `outside` is a seal that was kept elsewhere. Runs beside writers: it sees the record as it stood at the start.
 */
export async function verify(db: Database, outside: Seal | null = null): Promise<Verification> {
  return db.owner(async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx);
    const sealed = followSeals(sha256, await keptSeals(tx), outside);
    const destroyed = await destroyedEntries(tx);
    const walked = await walk(db, tx, sealed, destroyed);
    const faults = [
      walked.fault,
      await faultOfHeads(tx),
      await faultOfHiding(tx),
      await faultOfCertificates(tx, sealed),
    ];
    const firstFault = firstOf(faults) ?? faultOfSeals(sealed);
    const { entries, books } = await counts(tx);
    return {
      entries,
      books,
      ok: firstFault === null,
      firstFault,
      destroyed: destroyed.size,
      restores: sealed.restores,
    };
  });
}

async function destroyedEntries(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ entry: Id }>`select entry from record.destroyed`.execute(tx);
  return new Set(rows.map(({ entry }) => entry));
}

async function counts(tx: Tx): Promise<{ entries: number; books: number }> {
  const { rows } = await sql<{ entries: number; books: number }>`
    select (select count(*) from record.entry) as entries, (select count(*) from record.book) as books`.execute(tx);
  return rows[0] ?? { entries: 0, books: 0 };
}

/** Walks along all books; stops at the first fault. */
async function walk(
  db: Database,
  tx: Tx,
  sealed: Sealed,
  destroyed: ReadonlySet<string>,
): Promise<{ fault: Fault | null }> {
  const isDestroyed = (envelope: Uint8Array): boolean => destroyed.size > 0 && destroyed.has(idIn(envelope));
  const demands = new SealedDemands(sealed);
  let at: Walk = START;
  let fault: Fault | null = null;
  await takePacked(db, tx, (packed) => {
    if (fault !== null) return;
    const outcome = step(sha256, at, linkOf(packed, isDestroyed));
    if (isFault(outcome)) fault = outcome;
    else {
      fault = demands.check(at, outcome);
      at = outcome;
    }
  });
  return { fault: fault ?? demands.end(at) };
}

/** Holds the walk to the seals: each sealed place must be reached, with the hash that was sealed. */
class SealedDemands {
  private readonly waiting: Map<string, Sealed['places'] extends ReadonlyMap<Id, infer Places> ? Places : never>;
  private next = 0;

  constructor(sealed: Sealed) {
    this.waiting = new Map(sealed.places);
  }

  check(before: Walk, now: Walk): Fault | null {
    if (this.waiting.size === 0) return null;
    if (now.seq === 1) {
      const fault = this.leave(before);
      if (fault) return fault;
      this.next = 0;
    }
    const book = now.id;
    const demand = this.waiting.get(book)?.[this.next];
    if (demand?.seq !== now.seq) return null;
    this.next += 1;
    if (demand.hash === hexOf(now.hash)) return null;
    return { book, seq: now.seq, what: `is not the entry that seal ${demand.seal} sealed here` };
  }

  /** Leaves a book: all that was sealed of it must have been met. */
  private leave(book: Walk): Fault | null {
    if (book.book === null) return null;
    const demand = this.waiting.get(book.id)?.[this.next];
    this.waiting.delete(book.id);
    return demand ? missing(book.id, book.seq + 1, demand) : null;
  }

  /** The books that were sealed and never came. */
  end(last: Walk): Fault | null {
    const left = this.leave(last);
    const gone = [...this.waiting].find(([, demands]) => demands.length > 0);
    return left ?? (gone ? missing(gone[0], 1, gone[1][0]) : null);
  }
}

const missing = (book: string, seq: number, demand: { seq: number; seal: number } | undefined): Fault => ({
  book,
  seq,
  what: `the entry is missing: seal ${demand?.seal} sealed the book at entry ${demand?.seq}`,
});

/** Each book's own head must say where its entries end. */
async function faultOfHeads(tx: Tx): Promise<Fault | null> {
  const { rows } = await sql<{ book: Id; head: number; last: number }>`
    select b.id as book, b.head_seq as head, coalesce(l.seq, 0) as last
    from record.book b
    left join lateral (select seq, hash from record.entry e where e.book = b.id order by seq desc limit 1) l on true
    where b.head_seq <> coalesce(l.seq, 0) or b.head_hash is distinct from l.hash
    order by b.id limit 1`.execute(tx);
  const found = rows[0];
  if (!found) return null;
  const { book, head, last } = found;
  if (head > last) return { book, seq: last + 1, what: 'the entry is missing' };
  if (head < last) return { book, seq: head + 1, what: 'the entry lies beyond the end of its book' };
  return { book, seq: head, what: 'the end of the book was altered' };
}

/** Nothing may be hidden as misfiled unless an entry of that book says so. */
async function faultOfHiding(tx: Tx): Promise<Fault | null> {
  const { rows } = await sql<{ book: Id; seq: number }>`
    select e.book, e.seq from record.misfiling m join record.entry e on e.id = m.entry
    where not exists (select from record.entry said join record.entry_data d using (book, seq)
      where said.book = e.book and said.act = m.by_act and said.type = 'entry-misfiled'
        and d.canonical = '{"entry":"' || m.entry || '"}')
    order by e.book, e.seq limit 1`.execute(tx);
  return rows[0] ? { ...rows[0], what: 'the entry is hidden as misfiled, and no entry says so' } : null;
}

/** What was destroyed stays destroyed, through a restore too. */
async function faultOfCertificates(tx: Tx, { destructions }: Sealed): Promise<Fault | null> {
  const { rows } = await sql<{ book: Id; seq: number }>`
    select e.book, e.seq from record.entry e join record.entry_data d using (book, seq)
    where e.id = any(${destructions.flatMap(({ entries }) => entries)}::uuid[])
      and not exists (select from record.destroyed gone where gone.entry = e.id)
    order by e.book, e.seq limit 1`.execute(tx);
  return rows[0]
    ? { ...rows[0], what: 'the words stand though a sealed certificate says that they were destroyed' }
    : null;
}

function faultOfSeals({ fault, newest }: Sealed): Fault | null {
  const [book, seq] = newest?.books[0] ?? ['', 0];
  return fault ? { book, seq, what: fault.what } : null;
}

function firstOf(faults: readonly (Fault | null)[]): Fault | null {
  const found = faults.filter((fault) => fault !== null);
  found.sort((a, b) => (a.book === b.book ? a.seq - b.seq : a.book < b.book ? -1 : 1));
  return found[0] ?? null;
}
