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

/**
 * The entries of a book lie years apart on the disk: reading both tables from end to end and sorting beats walking along
 * their keys by more than two to one, once they are larger than the server's memory.
 */
const END_TO_END = {
  ...{ enable_nestloop: 'off', enable_memoize: 'off', enable_indexscan: 'off', enable_bitmapscan: 'off' },
  ...{ max_parallel_workers_per_gather: '0', work_mem: '64MB', jit: 'off' },
};

/**
 * Hands over all entries that a transaction sees, book by book and in order. The bytes are lent: they are overwritten after
 * `take` returns.
 */
export async function takePacked(db: Database, tx: Tx, take: (packed: Buffer) => void): Promise<void> {
  const { rows } = await sql<{ snapshot: string }>`select pg_export_snapshot() as snapshot`.execute(tx);
  const select = `select ${PACKED} from record.entry e left join record.entry_data d using (book, seq) order by e.book, e.seq`;
  await db.copyOut({ snapshot: rows[0]?.snapshot ?? '', settings: END_TO_END, select }, take);
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
