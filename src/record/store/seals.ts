import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { accepted, type Result, refused } from '../../kernel/result.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { canonicalJson } from '../canonical-json.ts';
import {
  type Destruction,
  followSeals,
  isWhole,
  type Seal,
  type SealContent,
  type SealedBook,
  sealOf,
} from '../seal.ts';
import { sha256 } from './sha256.ts';

/** The seals that the database keeps, oldest first. */
export async function keptSeals(tx: Tx): Promise<Seal[]> {
  const { rows } = await sql<{ content: string }>`select content from record.seal order by number`.execute(tx);
  return rows.map(({ content }) => JSON.parse(content) as Seal);
}

/** Seals what changed since the last seal. Write the answer to a file that is kept outside the database. */
export async function seal(db: Database, now: Instant): Promise<Seal> {
  return db.owner(async (tx) => {
    await lockSeals(tx);
    const { newest, places, destructions } = followSeals(sha256, await keptSeals(tx), null);
    const changed = (await allHeads(tx)).filter(([book, seq, hash]) => {
      const last = places.get(book)?.at(-1);
      return last?.seq !== seq || last.hash !== hash;
    });
    const known = new Set(destructions.map(({ id }) => id));
    return keep(tx, {
      format: 'sightline-seal-1',
      number: (newest?.number ?? 0) + 1,
      sealedAt: now,
      previous: newest?.root ?? null,
      books: changed,
      destructions: (await certificates(tx)).filter(({ id }) => !known.has(id)),
      restored: null,
    });
  });
}

/** Why a restore is not accepted. */
export type RestoreRefusal =
  | 'the seal was altered'
  | 'nothing was lost'
  | 'the record differs otherwise than by being older';

/**
 * Accepts on record that this database was restored from a backup older than `outside`, the newest seal kept elsewhere.
 * Ask it before anything is written. Answers a new seal of every book, which follows `outside` and is to be kept in its place.
 * Destructions that the backup did not know must be done again first (`replayDestructions`).
 */
export async function acceptRestore(
  db: Database,
  outside: Seal,
  by: { readonly person: string; readonly reason: string },
  now: Instant,
): Promise<Result<Seal, RestoreRefusal>> {
  if (!isWhole(sha256, outside)) return refused('the seal was altered');
  return db.owner(async (tx) => {
    await lockSeals(tx);
    const kept = await keptSeals(tx);
    if (kept.some(({ number }) => number >= outside.number)) return refused('nothing was lost');
    const heads = await allHeads(tx);
    if (!(await isOlder(tx, outside, heads))) return refused('the record differs otherwise than by being older');
    const known = new Set([...kept, outside].flatMap(({ destructions }) => destructions.map(({ id }) => id)));
    const renewed = await keep(tx, {
      format: 'sightline-seal-1',
      number: outside.number + 1,
      sealedAt: now,
      previous: outside.root,
      books: heads,
      destructions: (await certificates(tx)).filter(({ id }) => !known.has(id)),
      restored: { by: by.person, reason: by.reason, keptSeals: kept.at(-1)?.number ?? 0 },
    });
    return accepted(renewed);
  });
}

/** Is each book that was sealed either shorter than it was then, or the same there? */
async function isOlder(tx: Tx, outside: Seal, heads: readonly SealedBook[]): Promise<boolean> {
  const endOf = new Map(heads.map(([book, seq]) => [book, seq]));
  const reached = outside.books.filter(([book, seq]) => (endOf.get(book) ?? 0) >= seq);
  const { rows } = await sql<{ book: Id; hash: Buffer }>`
    select e.book, e.hash from record.entry e
    join unnest(${reached.map(([book]) => book)}::uuid[], ${reached.map(([, seq]) => seq)}::int[]) as sealed (book, seq)
      using (book, seq)`.execute(tx);
  const hashes = new Map(rows.map(({ book, hash }) => [book, hash.toString('hex')]));
  return reached.every(([book, , hash]) => hashes.get(book) === hash);
}

/** One seal at a time. */
const lockSeals = (tx: Tx) => sql`lock table record.seal in share row exclusive mode`.execute(tx);

async function allHeads(tx: Tx): Promise<SealedBook[]> {
  const { rows } = await sql<{ id: Id; head_seq: number; hash: string }>`
    select id, head_seq, encode(head_hash, 'hex') as hash from record.book where head_seq > 0 order by id`.execute(tx);
  return rows.map(({ id, head_seq, hash }) => [id, head_seq, hash]);
}

/** Every certificate of destruction, oldest first. */
export async function certificates(tx: Tx): Promise<Destruction[]> {
  const { rows } = await sql<Omit<Destruction, 'by'> & { first: string; second: string }>`
    select d.id, d.destroyed_at as "destroyedAt", d.rule, d.first_person as first, d.second_person as second,
      array(select e.entry from record.destroyed e where e.destruction = d.id order by e.entry) as entries
    from record.destruction d order by d.destroyed_at, d.id`.execute(tx);
  return rows.map(({ first, second, ...certificate }) => ({ ...certificate, by: [first, second] }));
}

async function keep(tx: Tx, content: SealContent): Promise<Seal> {
  const made = sealOf(sha256, content);
  await sql`insert into record.seal (number, root, content)
    values (${made.number}, ${Buffer.from(made.root, 'hex')}, ${canonicalJson(made)})`.execute(tx);
  return made;
}

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const destruction = z.strictObject({
  id: z.uuid(),
  destroyedAt: z.iso.datetime(),
  rule: z.string(),
  by: z.tuple([z.string(), z.string()]),
  entries: z.array(z.uuid()),
});
const sealFile = z.strictObject({
  format: z.literal('sightline-seal-1'),
  number: z.number().int().positive(),
  sealedAt: z.iso.datetime(),
  previous: hex.nullable(),
  books: z.array(z.tuple([z.uuid(), z.number().int().positive(), hex])),
  destructions: z.array(destruction),
  restored: z.strictObject({ by: z.string(), reason: z.string(), keptSeals: z.number().int().min(0) }).nullable(),
  root: hex,
});

/** Reads the text of a seal's file. A file that is not a seal, or was changed, is refused with a sentence. */
export function readSeal(text: string): Result<Seal, string> {
  const read = sealFile.safeParse(jsonOf(text));
  if (!read.success) return refused('This file is not a seal of Sightline.');
  const given = read.data as unknown as Seal;
  return isWhole(sha256, given)
    ? accepted(given)
    : refused('This seal was altered: its root does not say what it says.');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a list of destructions that was kept outside, as `sightline destructions` writes it. */
export function readDestructions(text: string): Result<readonly Destruction[], string> {
  const read = z.array(destruction).safeParse(jsonOf(text));
  return read.success
    ? accepted(read.data as unknown as readonly Destruction[])
    : refused('This file is not a list of destructions of Sightline.');
}
