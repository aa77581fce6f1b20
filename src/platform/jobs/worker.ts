import { Logger, run } from 'graphile-worker';
import pg from 'pg';
import { faultForLog, type Log } from '../log/log.ts';
import type { JobRunner } from './job.ts';

/** The part of the process that runs jobs. `stop` lets the running ones end, or gives them up after `patience` ms. */
export type Worker = { stop(patience: number): Promise<void> };

/** Starts taking jobs, as the role of the queue. Several processes may: each job is run by one. */
export async function startWorker(jobsUrl: string, jobs: readonly JobRunner[], log: Log): Promise<Worker> {
  const pool = new pg.Pool({ connectionString: jobsUrl, max: 4, application_name: 'sightline worker' });
  const stopping = new AbortController();
  pool.on('error', () => {
    if (!stopping.signal.aborted) log('worker.connection-lost');
  });
  pool.on('connect', (client) => client.on('error', () => {}));
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: quietLogger(log),
    taskList: Object.fromEntries(
      jobs.map(({ name, run: work }) => [
        name,
        (payload: unknown, { job }: { job: { id: unknown; attempts: number } }) =>
          work(payload, stopping.signal).catch((fault: unknown) => {
            log('job.failed', { job: name, id: String(job.id), attempt: job.attempts, ...faultForLog(fault) });
            throw fault;
          }),
      ]),
    ),
  });
  return {
    stop: async (patience) => {
      stopping.abort();
      await Promise.race([
        runner.stop().catch(() => {}),
        new Promise((resolve) => setTimeout(resolve, patience).unref()),
      ]);
      await Promise.race([pool.end(), new Promise((resolve) => setTimeout(resolve, 500).unref())]);
    },
  };
}

/** The queue's own messages may quote a payload; of them we keep that there was an error. */
const quietLogger = (log: Log): Logger =>
  new Logger(() => (level) => {
    if (level === 'error') log('worker.error');
  });
