import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { HASH_BYTES, SALT_BYTES, type StoredLink } from '../chain.ts';
import { HASHED_COLUMNS } from '../entry-bytes.ts';

/**
 * Every entry as one piece of bytes: hash, length of the words (−1: gone), salt, words, envelope as it was hashed. One
 * column a row is what makes a million entries quick to read.
 */
const PACKED = `e.hash
  || coalesce(int4send(octet_length(d.canonical)) || d.salt || textsend(d.canonical), '\\xffffffff'::bytea)
  || record_send(row(${HASHED_COLUMNS.map((column) => `e.${column}`).join(', ')}))`;

const AT_ONCE = 2000;

/** Entries and words are both stored by book and place: walking along both beats every plan that sorts a million rows. */
const ALONG_THE_KEYS = ['sort', 'incremental_sort', 'nestloop', 'hashjoin', 'memoize', 'seqscan', 'bitmapscan']
  .map((way) => `set_config('enable_${way}', 'off', true)`)
  .join(', ');

/** Streams all entries, book by book and in order. While one part is looked at, the database prepares the next. */
export async function* packedEntries(tx: Tx): AsyncGenerator<readonly Buffer[]> {
  await sql`select ${sql.raw(ALONG_THE_KEYS)}`.execute(tx);
  await sql`declare packed no scroll cursor for
    select ${sql.raw(PACKED)} as packed
    from record.entry e left join record.entry_data d using (book, seq)
    order by e.book, e.seq`.execute(tx);
  const fetch = async (): Promise<Buffer[]> => {
    const { rows } = await sql<{ packed: Buffer }>`fetch ${sql.raw(String(AT_ONCE))} from packed`.execute(tx);
    return rows.map(({ packed }) => packed);
  };
  let next = fetch();
  for (;;) {
    const part = await next;
    if (part.length === 0) break;
    next = fetch();
    next.catch(() => {}); // told where it is awaited
    yield part;
  }
  await sql`close packed`.execute(tx);
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
