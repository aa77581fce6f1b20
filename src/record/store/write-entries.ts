import { randomFillSync } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { instantOf } from '../../kernel/instant.ts';
import type { Tx } from '../../platform/database/database.ts';
import { canonicalJson } from '../canonical-json.ts';
import { BEFORE_THE_FIRST, hashOfData, SALT_BYTES } from '../chain.ts';
import type { Entry } from '../entry.ts';
import { bytesOfEnvelope, type HashedEnvelope } from '../entry-bytes.ts';
import { upcast } from '../registry.ts';
import type { AppendContext, Prepared } from './append.ts';
import type { Head } from './lock-books.ts';
import { sha256 } from './sha256.ts';

type Row = HashedEnvelope & {
  readonly salt: Uint8Array;
  readonly canonical: string;
  readonly hash: Uint8Array;
};
type End = { seq: number; hash: Uint8Array; at: number };

/**
 * Gives each entry its place, time and hash, and writes them all in one statement. `from` is the time of the first entry
 * of each book (milliseconds); further ones in the same book follow by a millisecond each.
 */
export async function writeEntries(
  tx: Tx,
  context: AppendContext,
  prepared: readonly Prepared[],
  heads: ReadonlyMap<Id, Head>,
  from: number,
): Promise<Entry[]> {
  const ends = new Map<Id, End>();
  for (const [book, head] of heads)
    ends.set(book, { seq: head.head_seq, hash: head.head_hash ?? BEFORE_THE_FIRST, at: from - 1 });
  const rows = prepared.map((entry) => chained(context, entry, ends));
  const touched = new Map(rows.map(({ book }) => [book, ends.get(book) as End]));
  await insert(tx, rows, touched);
  return prepared.map((entry, i) => asEntry(context, entry, rows[i] as Row));
}

function chained(context: AppendContext, entry: Prepared, ends: ReadonlyMap<Id, End>): Row {
  const end = ends.get(entry.book) as End;
  const canonical = canonicalJson(entry.data);
  const salt = randomFillSync(new Uint8Array(SALT_BYTES));
  const envelope = envelopeOf(context, entry, end, hashOfData(sha256, salt, canonical));
  const hash = sha256(bytesOfEnvelope(envelope));
  end.seq += 1;
  end.at += 1;
  end.hash = hash;
  return { ...envelope, salt, canonical, hash };
}

const envelopeOf = (context: AppendContext, entry: Prepared, end: End, dataHash: Uint8Array): HashedEnvelope => ({
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
  recordedBy: context.identity.person,
  onBehalfOf: entry.onBehalfOf,
  source: canonicalJson(entry.source),
  corrects: entry.corrects,
  reason: entry.reason,
});

const asEntry = (context: AppendContext, { act, ...entry }: Prepared, row: Row): Entry => ({
  ...entry,
  act,
  seq: row.seq,
  recordedAt: row.recordedAt,
  recordedBy: row.recordedBy,
  version: context.registry.newest.get(entry.type) ?? entry.version,
  data: upcast(context.registry, entry.type, entry.version, JSON.parse(row.canonical)),
});

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
