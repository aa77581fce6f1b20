import { Logger, parseCronItems, run } from 'graphile-worker';
import pg from 'pg';
import { faultForLog, type Log } from '../log/log.ts';
import type { JobRunner } from './job.ts';

/** The part of the process that runs jobs. `stop` lets the running ones end, or gives them up after `patience` ms. */
export type Worker = { stop(patience: number): Promise<void> };

/** A job that nobody asks for. */
export type Timed = {
  readonly job: string;
  /** Minute, hour, day, month and weekday as cron has them, in UTC: `47 2 * * *`. */
  readonly at: string;
  /** Milliseconds: what was missed so lately, while no process ran, is made up for at the start. */
  readonly catchUp: number;
};

/** Starts taking jobs, as the role of the queue. Several processes may: each job is run by one, those of the timetable too. */
export async function startWorker(
  jobsUrl: string,
  jobs: readonly JobRunner[],
  log: Log,
  timetable: readonly Timed[] = [],
): Promise<Worker> {
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
    parsedCronItems: parseCronItems(
      timetable.map(({ job, at, catchUp }) => ({
        task: job,
        match: at,
        options: { backfillPeriod: catchUp, maxAttempts: 5, queueName: job },
      })),
    ),
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
