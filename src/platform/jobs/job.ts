import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../database/database.ts';

/** Work that goes on after the answer: it survives a restart, and is tried again when it fails. */
export type Job<Payload> = {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
};

/** A job with what it does. `run` must be able to start again from where it was killed. */
export type JobRunner = {
  readonly name: string;
  readonly run: (payload: unknown, signal: AbortSignal) => Promise<void>;
};

/** Binds a job to what it does; a payload that does not fit is a fault. */
export const runs = <Payload>(
  job: Job<Payload>,
  run: (payload: Payload, signal: AbortSignal) => Promise<void>,
): JobRunner => ({ name: job.name, run: async (payload, signal) => run(job.payload.parse(payload), signal) });

export type JobOptions = {
  /** A job that waits under the same key is replaced. */
  readonly key?: string;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
};

/** Adds a job with this transaction: it runs once the transaction is committed, or never. The payload holds ids, no names. */
export async function addJob<Payload>(
  tx: Tx,
  job: Job<Payload>,
  payload: Payload,
  options: JobOptions = {},
): Promise<void> {
  await sql`select app.add_job(${job.name}, ${JSON.stringify(payload)}::jsonb, ${options.key ?? null}, ${options.queue ?? null})`.execute(
    tx,
  );
}
