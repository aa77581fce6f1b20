import { randomFillSync } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { instantOf, millisecondsOf } from '../../kernel/instant.ts';
import { WORTH_COPYING } from '../../platform/database/copy-in.ts';
import type { Tx } from '../../platform/database/database.ts';
import { canonicalData, canonicalJson } from '../canonical-json.ts';
import { BEFORE_THE_FIRST, hashOfData, SALT_BYTES } from '../chain.ts';
import type { Entry } from '../entry.ts';
import { bytesOfEnvelope, type HashedEnvelope } from '../entry-bytes.ts';
import { type EntryRegistry, upcast } from '../registry.ts';
import type { AppendContext, Prepared } from './append.ts';
import { copyEntries } from './copy-entries.ts';
import { HERE_TEXT } from './entry-rows.ts';
import type { Head } from './lock-books.ts';
import { sha256 } from './sha256.ts';

/** An entry with its place, time and hash. `bytes`: the envelope as it was hashed. */
export type Row = HashedEnvelope & {
  readonly salt: Uint8Array;
  readonly canonical: string;
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
};

/** Where a book ends: what its next entry chains to, and the time of its last (milliseconds). */
export type End = { seq: number; hash: Uint8Array; at: number };

/**
 * Gives each entry its place, time and hash, and writes them all. `from` is the time of the first entry of each book
 * (milliseconds); further ones in the same book follow by a millisecond each.
 */
export async function writeEntries(
  tx: Tx,
  { registry, identity }: Pick<AppendContext, 'registry' | 'identity'>,
  prepared: readonly Prepared[],
  heads: ReadonlyMap<Id, Head>,
  from: number,
): Promise<Entry[]> {
  const ends = endsOf(heads);
  for (const end of ends.values()) end.at = from - 1;
  const rows = prepared.map((entry) => chained(entry, identity.person, ends.get(entry.book) as End));
  await insertEntries(tx, rows, ends);
  return prepared.map((entry, i) => asEntry(registry, entry, rows[i] as Row));
}

/** The ends of books as they are in the database. */
export function endsOf(heads: ReadonlyMap<Id, Head>): Map<Id, End> {
  const ends = new Map<Id, End>();
  for (const [book, { head_seq: seq, head_hash: hash, head_at: at }] of heads)
    ends.set(book, { seq, hash: hash ?? BEFORE_THE_FIRST, at: at === null ? 0 : millisecondsOf(at) });
  return ends;
}

/** The entry as it follows the end of its book, a millisecond later; the end moves on to it. */
export function chained(entry: Prepared, recordedBy: string, end: End): Row {
  const canonical = canonicalData(entry.data);
  const salt = newSalt();
  const envelope = envelopeOf(entry, recordedBy, end, hashOfData(sha256, salt, canonical));
  const bytes = bytesOfEnvelope(envelope);
  const hash = sha256(bytes);
  end.seq += 1;
  end.at += 1;
  end.hash = hash;
  return Object.assign(envelope, { salt, canonical, bytes, hash });
}

const SALTS_AT_ONCE = 256;
let salts = Buffer.alloc(0);

/** Sixteen bytes of chance, drawn many at a time. Each is handed out once. */
function newSalt(): Uint8Array {
  if (salts.length === 0) salts = randomFillSync(Buffer.allocUnsafeSlow(SALT_BYTES * SALTS_AT_ONCE));
  const salt = salts.subarray(0, SALT_BYTES);
  salts = salts.subarray(SALT_BYTES);
  return salt;
}

const envelopeOf = (entry: Prepared, recordedBy: string, end: End, dataHash: Uint8Array): HashedEnvelope => ({
  prevHash: end.hash,
  dataHash,
  book: entry.book,
  seq: end.seq + 1,
  id: entry.id,
  about: entry.about,
  act: entry.act,
  type: entry.type,
  version: entry.version,
  earliest: entry.happened.earliest,
  latest: entry.happened.latest,
  precision: entry.happened.precision,
  at: entry.happened.at,
  recordedAt: instantOf(end.at + 1),
  recordedBy,
  onBehalfOf: entry.onBehalfOf,
  source: entry.source.kind === 'here' ? HERE_TEXT : canonicalJson(entry.source),
  corrects: entry.corrects,
  reason: entry.reason,
});

/** The entry as it will be read. */
export const asEntry = (registry: EntryRegistry, entry: Prepared, row: Row): Entry => ({
  id: entry.id,
  book: entry.book,
  seq: row.seq,
  about: entry.about,
  act: entry.act,
  type: entry.type,
  version: registry.newest.get(entry.type) ?? entry.version,
  happened: entry.happened,
  recordedAt: row.recordedAt,
  recordedBy: row.recordedBy,
  onBehalfOf: entry.onBehalfOf,
  source: entry.source,
  corrects: entry.corrects,
  reason: entry.reason,
  data: upcast(registry, entry.type, entry.version, JSON.parse(row.canonical)),
});

/** Writes the rows, and where their books end now. */
export async function insertEntries(tx: Tx, rows: readonly Row[], ends: ReadonlyMap<Id, End>): Promise<void> {
  const touched = new Map(rows.map(({ book }) => [book, ends.get(book) as End]));
  if (rows.length < WORTH_COPYING) return insert(tx, rows, touched);
  await copyEntries(tx, rows);
  await moveHeads(tx, touched);
}

async function moveHeads(tx: Tx, ends: ReadonlyMap<Id, End>): Promise<void> {
  const heads = [...ends.values()];
  await sql`
    update record.book set head_seq = ended.seq, head_hash = ended.hash, head_at = ended.at
    from unnest(${[...ends.keys()]}::uuid[], ${heads.map(({ seq }) => seq)}::int[],
      ${buffers(heads.map(({ hash }) => hash))}::bytea[], ${heads.map(({ at }) => instantOf(at))}::timestamptz[])
      as ended (book, seq, hash, at)
    where id = ended.book`.execute(tx);
}

async function insert(tx: Tx, rows: readonly Row[], ends: ReadonlyMap<Id, End>): Promise<void> {
  const column = <Key extends keyof Row>(key: Key): Row[Key][] => rows.map((row) => row[key]);
  const heads = [...ends.values()];
  await sql`
    with entries as (
      insert into record.entry (book, seq, id, about, act, type, version, earliest, latest, precision, at, recorded_at,
        recorded_by, on_behalf_of, source, corrects, reason, data_hash, prev_hash, hash)
      select * from unnest(${column('book')}::uuid[], ${column('seq')}::int[], ${column('id')}::uuid[],
        ${column('about')}::uuid[], ${column('act')}::uuid[], ${column('type')}::text[], ${column('version')}::int[],
        ${column('earliest')}::date[], ${column('latest')}::date[], ${column('precision')}::text[],
        ${column('at')}::timestamptz[], ${column('recordedAt')}::timestamptz[], ${column('recordedBy')}::text[],
        ${column('onBehalfOf')}::text[], ${column('source')}::text[], ${column('corrects')}::uuid[],
        ${column('reason')}::text[], ${buffers(column('dataHash'))}::bytea[], ${buffers(column('prevHash'))}::bytea[],
        ${buffers(column('hash'))}::bytea[])
    ), words as (
      insert into record.entry_data (book, seq, salt, canonical)
      select * from unnest(${column('book')}::uuid[], ${column('seq')}::int[], ${buffers(column('salt'))}::bytea[],
        ${column('canonical')}::text[])
    )
    update record.book set head_seq = ended.seq, head_hash = ended.hash, head_at = ended.at
    from unnest(${[...ends.keys()]}::uuid[], ${heads.map(({ seq }) => seq)}::int[],
      ${buffers(heads.map(({ hash }) => hash))}::bytea[], ${heads.map(({ at }) => instantOf(at))}::timestamptz[])
      as ended (book, seq, hash, at)
    where id = ended.book`.execute(tx);
}

/** The driver writes Buffers as bytea; other byte arrays it would write as text. */
const buffers = (values: readonly Uint8Array[]): Buffer[] =>
  values.map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
