import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/database.ts';
import { HASH_BYTES, SALT_BYTES, type StoredLink } from '../chain.ts';
import { HASHED_COLUMNS } from '../entry-bytes.ts';

/**
 * Every entry as one piece of bytes: hash, length of the words (−1: gone), salt, words, envelope as it was hashed. One
 * column a row is what makes a million entries quick to read.
 */
const PACKED = `e.hash
  || coalesce(int4send(octet_length(d.canonical)) || d.salt || textsend(d.canonical), '\\xffffffff'::bytea)
  || record_send(row(${HASHED_COLUMNS.map((column) => `e.${column}`).join(', ')}))`;

/** Entries and words are both stored by book and place: walking along both beats every plan that sorts a million rows. */
const ALONG_THE_KEYS = Object.fromEntries(
  ['sort', 'incremental_sort', 'nestloop', 'hashjoin', 'memoize', 'seqscan', 'bitmapscan'].map((way) => [
    `enable_${way}`,
    'off',
  ]),
);

/**
 * Hands over all entries that a transaction sees, book by book and in order. The bytes are lent: they are overwritten after
 * `take` returns.
 */
export async function takePacked(db: Database, tx: Tx, take: (packed: Buffer) => void): Promise<void> {
  const { rows } = await sql<{ snapshot: string }>`select pg_export_snapshot() as snapshot`.execute(tx);
  const select = `select ${PACKED} from record.entry e left join record.entry_data d using (book, seq) order by e.book, e.seq`;
  await db.copyOut({ snapshot: rows[0]?.snapshot ?? '', settings: ALONG_THE_KEYS, select }, take);
}

/** Takes a packed entry apart without copying it. */
export function linkOf(packed: Buffer, destroyed: (envelope: Uint8Array) => boolean): StoredLink {
  const length = packed.readInt32BE(HASH_BYTES);
  const wordsAt = HASH_BYTES + 4;
  const envelopeAt = length < 0 ? wordsAt : wordsAt + SALT_BYTES + length;
  const envelope = packed.subarray(envelopeAt);
  return {
    envelope,
    hash: packed.subarray(0, HASH_BYTES),
    saltAndData: length < 0 ? null : packed.subarray(wordsAt, envelopeAt),
    destroyed: destroyed(envelope),
  };
}
