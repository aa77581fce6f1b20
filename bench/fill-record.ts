import { sql } from 'kysely';
import type { Database } from '../src/platform/database/database.ts';
import { HASHED_COLUMNS } from '../src/record/entry-bytes.ts';

export const ENTRIES_A_BOOK = 20;
const ROW = HASHED_COLUMNS.join(', ');

/**
 * Fills an empty record with so many entries (a multiple of 20), hashed by PostgreSQL itself: so that `verify` is held to
 * another's hashes. A book's entries lie scattered, as those of years do.
 */
export async function fillRecord(db: Database, entries: number): Promise<void> {
  await db.owner(async (tx) => {
    await sql`
      insert into record.book (id, kind, opened_at, opened_by)
      select gen_random_uuid(), 'child', '2026-03-31 12:00:00+00', 'the bench'
      from generate_series(1, ${entries / ENTRIES_A_BOOK}::int)`.execute(tx);
    for (let seq = 1; seq <= ENTRIES_A_BOOK; seq += 1) await addToEveryBook(tx, seq);
  });
  await db.owner((tx) => sql`analyze record.book, record.entry, record.entry_data`.execute(tx));
}

const addToEveryBook = (tx: Parameters<Parameters<Database['owner']>[0]>[0], seq: number) =>
  sql`
    with words as materialized (
      select id as book, coalesce(head_hash, decode(repeat('00', 32), 'hex')) as prev_hash,
        substr(sha256(uuid_send(gen_random_uuid())), 1, 16) as salt,
        '{"account":"' || repeat('Seen at home, alone, and spoke of school. ', 6) || '","n":' || ${seq}::int || '}' as canonical
      from record.book
    ), said as (
      insert into record.entry_data (book, seq, salt, canonical) select book, ${seq}, salt, canonical from words
    ), envelope as (
      select prev_hash, sha256(salt || textsend(canonical)) as data_hash, book, ${seq}::int as seq, gen_random_uuid() as id,
        book as about, gen_random_uuid() as act, 'note-written'::text as type, 1 as version, date '2026-03-01' as earliest,
        date '2026-03-01' as latest, 'day'::text as precision, null::timestamptz as at,
        timestamptz '2026-03-31 12:00:00+00' + ${seq}::int * interval '1 ms' as recorded_at, 'the bench'::text as recorded_by,
        null::text as on_behalf_of, '{"kind":"here"}'::text as source, null::uuid as corrects, null::text as reason
      from words
    ), hashed as materialized (
      select *, sha256(record_send(row(${sql.raw(ROW)}))) as hash from envelope
    ), written as (
      insert into record.entry (${sql.raw(ROW)}, hash) select * from hashed
    )
    update record.book b set head_seq = h.seq, head_hash = h.hash, head_at = h.recorded_at
    from hashed h where h.book = b.id`.execute(tx);
