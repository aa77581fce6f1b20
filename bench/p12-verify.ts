import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../src/platform/database/database.ts';
import { takePacked } from '../src/record/store/packed-entries.ts';
import { sha256 } from '../src/record/store/sha256.ts';
import { verify } from '../src/record/store/verify.ts';
import { type Bench, fastestOf, type Measured } from './bench.ts';
import { withBenchServer } from './bench-database.ts';
import { fillRecord } from './fill-record.ts';

/** P12: the whole chain is verified, beside merely reading the same bytes and merely making as many hashes. */
export const bench: Bench = {
  id: 'p12',
  title: 'verify the whole chain',
  of: 'entries',
  sizes: [10_000, 100_000, 1_000_000],
  run: (size) => withBenchServer(async (fresh) => measure(await fresh('verified', 2), size)),
  headline: ({ found }) => ({ entriesPerSecond: found.entriesPerSecond ?? 0 }),
};

async function measure(db: Database, size: number): Promise<Measured> {
  await fillRecord(db, size);
  let whole = true;
  const milliseconds = await fastestOf(3, async () => {
    const found = await verify(db);
    whole &&= found.ok && found.entries === size;
  });
  const reading = await fastestOf(3, () => readAll(db));
  const hashing = await fastestOf(3, () => hashAsMuch(size));
  return {
    size,
    milliseconds,
    beside: [
      { name: 'reading the same bytes', milliseconds: reading, is: 'bound' },
      { name: 'making as many hashes', milliseconds: hashing, is: 'bound' },
    ],
    found: { whole, entriesPerSecond: Math.round((size / milliseconds) * 1000) },
  };
}

const readAll = (db: Database): Promise<void> =>
  db.owner(async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx);
    let bytes = 0;
    await takePacked(db, tx, (packed) => {
      bytes += packed.length;
    });
    if (bytes === 0) throw new Error('nothing was read');
  });

/** Two for each entry: its words with their salt, and its envelope. */
function hashAsMuch(entries: number): void {
  const [words, envelope] = [randomBytes(300), randomBytes(430)];
  for (let n = 0; n < entries; n += 1) {
    sha256(words);
    sha256(envelope);
  }
}
