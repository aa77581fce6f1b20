import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';
import type { Identity } from '../database/database.ts';
import { addJob, type Job, runs } from './job.ts';
import { startWorker, type Worker } from './worker.ts';

const count: Job<{ n: number }> = { name: 'count', payload: z.object({ n: z.number() }) };
const who: Identity = { person: 'somebody', purpose: 'request' };
const counted: number[] = [];
const logged: string[] = [];

let fresh: FreshDatabase;
let worker: Worker;
beforeAll(async () => {
  fresh = await freshDatabase();
  const runner = runs(count, async ({ n }) => {
    if (n < 0) throw new Error('cannot count "Ada Byron"');
    counted.push(n);
  });
  worker = await startWorker(fresh.jobsUrl, [runner], (event, fields) =>
    logged.push(JSON.stringify({ event, ...fields })),
  );
});
afterAll(async () => {
  await worker.stop(1_000);
  await fresh.drop();
});

test('a job runs soon after its transaction, and not without it', async () => {
  await expect(
    fresh.db.as(who, async (tx) => {
      await addJob(tx, count, { n: 1 });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  await fresh.db.as(who, (tx) => addJob(tx, count, { n: 2 }));
  await expect.poll(() => counted).toEqual([2]);
});

test('a job that fails is told of without names, and is kept for another try', async () => {
  await fresh.db.as(who, (tx) => addJob(tx, count, { n: -1 }, { key: 'one', queue: 'numbers' }));
  await expect.poll(() => logged.join()).toContain('job.failed');
  expect(logged.join()).not.toContain('Byron');
  const left = await fresh.db.owner((tx) =>
    sql<{ attempts: number; queue_name: string }>`select attempts, queue_name from graphile_worker.jobs`.execute(tx),
  );
  expect(left.rows).toEqual([{ attempts: 1, queue_name: 'numbers' }]);
});

test('a job belongs to somebody', async () => {
  await expect(fresh.db.owner((tx) => sql`select app.add_job('count', '{"n": 3}')`.execute(tx))).rejects.toThrow(
    'somebody who asks',
  );
});
