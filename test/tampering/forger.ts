import { sql } from 'kysely';
import type { Id } from '../../src/kernel/id.ts';
import type { Database, Tx } from '../../src/platform/database/database.ts';
import { HASHED_COLUMNS } from '../../src/record/entry-bytes.ts';

/** An administrator who can do everything that PostgreSQL lets its superuser do, and knows how Sightline hashes. */
export type Forger = {
  /** Runs statements with every trigger and key switched off. */
  forge(...statements: string[]): Promise<void>;
  /** Makes the hashes of a book right again from a place on, and its head too. */
  rehash(book: Id, from: number): Promise<void>;
  /** Keeps the record as it is now; `restore` brings it back, seals and all. */
  backUp(): Promise<void>;
  restore(): Promise<void>;
};

const TABLES = ['book', 'entry', 'entry_data', 'command', 'misfiling', 'seal', 'destruction', 'destroyed'];

export function forger(db: Database): Forger {
  const asSuperuser = <Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer> =>
    db.owner(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      return work(tx);
    });
  return {
    forge: (...statements) =>
      asSuperuser(async (tx) => {
        for (const statement of statements) await sql.raw(statement).execute(tx);
      }),
    rehash: (book, from) => asSuperuser((tx) => rehash(tx, book, from)),
    backUp: () =>
      asSuperuser(async (tx) => {
        await sql`drop schema if exists backup cascade`.execute(tx);
        await sql`create schema backup`.execute(tx);
        for (const table of TABLES)
          await sql.raw(`create table backup.${table} as select * from record.${table}`).execute(tx);
      }),
    restore: () =>
      asSuperuser(async (tx) => {
        for (const table of TABLES)
          await sql
            .raw(`delete from record.${table}; insert into record.${table} select * from backup.${table}`)
            .execute(tx);
      }),
  };
}

async function rehash(tx: Tx, book: Id, from: number): Promise<void> {
  const row = HASHED_COLUMNS.map((column) => `e.${column}`).join(', ');
  const { rows } = await sql<{ seq: number }>`
    select seq from record.entry where book = ${book} and seq >= ${from} order by seq`.execute(tx);
  for (const { seq } of rows) {
    await sql`update record.entry e set
        prev_hash = coalesce((select p.hash from record.entry p where p.book = e.book and p.seq = e.seq - 1),
          decode(repeat('00', 32), 'hex')),
        data_hash = (select sha256(d.salt || textsend(d.canonical)) from record.entry_data d
          where d.book = e.book and d.seq = e.seq)
      where book = ${book} and seq = ${seq}`.execute(tx);
    await sql`update record.entry e set hash = sha256(record_send(row(${sql.raw(row)})))
      where book = ${book} and seq = ${seq}`.execute(tx);
  }
  await sql`update record.book b set head_seq = e.seq, head_hash = e.hash from record.entry e
    where b.id = ${book} and e.book = b.id
      and e.seq = (select max(seq) from record.entry where book = ${book})`.execute(tx);
}
