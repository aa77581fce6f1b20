import { sql } from 'kysely';
import { countyOf } from '../county/generate/county-plan.ts';
import { inventCounty, toldOfCounty } from '../county/generate/invent-county.ts';
import { entryRegistry } from '../src/app/entry-registry.ts';
import { markDatabase } from '../src/app/house-mark.ts';
import { houseProjections } from '../src/app/house-projections.ts';
import type { Id } from '../src/kernel/id.ts';
import type { Instant } from '../src/kernel/instant.ts';
import type { Database } from '../src/platform/database/database.ts';
import { appendHistory } from '../src/record/store/append-history.ts';
import { verify } from '../src/record/store/verify.ts';
import type { Told } from '../src/record/told.ts';
import { readStatute } from '../src/statute/read-statute.ts';
import { copyInAll, copyOutAll } from './bare-copy.ts';
import type { Bench, Measured } from './bench.ts';
import { withBenchServer } from './bench-database.ts';

const SEED = 20_260_331;
const COUNCIL = 'cccccccc-0000-4000-8000-000000000014' as Id;

/**
 * P14: the history of a county through the same pure functions as every append: parsed, chained, hashed, facts, current pages,
 * clocks and spans. Beside it, a bare COPY of the very rows that it left, into the same tables with the same keys.
 */
export const bench: Bench = {
  id: 'p14',
  title: 'load the history of a county',
  of: 'open children',
  sizes: [40, 160, 640],
  run: (size) =>
    withBenchServer(async (fresh, ownerUrlOf) => {
      const [db] = [await fresh('told', 4), await fresh('copied', 1)];
      return measure(db, { told: ownerUrlOf('told'), copied: ownerUrlOf('copied') }, size);
    }),
  headline: ({ found }) => ({ entriesPerSecond: found.entriesPerSecond ?? 0, timesBareCopy: found.timesBareCopy ?? 0 }),
};

async function measure(db: Database, urls: { told: string; copied: string }, size: number): Promise<Measured> {
  await db.owner((tx) => markDatabase(tx, 'Wherrymouth', 'invented', '2026-03-31T12:00:00.000Z' as Instant));
  const registry = entryRegistry();
  const context = { registry, projections: houseProjections(registry, readStatute()) };
  const told: Told[] = [...toldOfCounty(inventCounty(countyOf(SEED, size)), COUNCIL)];
  const start = performance.now();
  const entries = await appendHistory(db, context, told);
  const milliseconds = performance.now() - start;
  const tables = await copyOutAll(urls.told);
  const bare = await copyInAll(urls.copied, tables);
  return {
    size,
    milliseconds,
    beside: [{ name: 'a bare COPY of the same rows', milliseconds: bare, is: 'bound' }],
    found: {
      entries,
      entriesPerSecond: Math.round((entries / milliseconds) * 1000),
      timesBareCopy: Number((milliseconds / bare).toFixed(2)),
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      everyEntryThere: (await countEntries(db)) === entries,
      chainIsWhole: (await verify(db)).ok,
    },
  };
}

const countEntries = async (db: Database): Promise<number> => {
  const { rows } = await db.owner((tx) => sql<{ n: number }>`select count(*) as n from record.entry`.execute(tx));
  return rows[0]?.n ?? 0;
};
