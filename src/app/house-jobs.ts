import { checkReading, checkReadingJob, periodUntil } from '../modules/access/jobs/check-reading.ts';
import { loadUpload, loadUploadJob, resumeUploads } from '../modules/returns/jobs/load-upload.ts';
import type { Clock } from '../platform/clock/house-clock.ts';
import type { Database, Identity } from '../platform/database/database.ts';
import { type JobRunner, runs } from '../platform/jobs/job.ts';
import type { Timed } from '../platform/jobs/worker.ts';
import type { Log } from '../platform/log/log.ts';
import { readStatute } from '../statute/read-statute.ts';
import { importContext } from './house-imports.ts';
import type { Council } from './house-mark.ts';

export type JobHouse = {
  readonly db: Database;
  readonly clock: Clock;
  readonly council: Council;
  readonly log: Log;
  readonly dataFolder: string;
};

/** Everything that goes on after an answer, with what it does. */
export function houseJobs({ db, clock, council }: JobHouse): readonly JobRunner[] {
  const statute = readStatute();
  const contextFor = (identity: Identity) => importContext({ db, clock, mark: council.mark, statute }, identity);
  return [
    runs(loadUploadJob, (payload, signal) => loadUpload(contextFor, payload, signal)),
    runs(checkReadingJob, async (_, signal) => {
      await checkReading(db, periodUntil(clock.now()), signal);
    }),
  ];
}

/** What is done without being asked, and when. */
export const TIMETABLE: readonly Timed[] = [{ job: checkReadingJob.name, at: '47 2 * * *', catchUp: 2 * 86_400_000 }];

/** What a process that died left undone is set off again. */
export const resumeJobs = async ({ db }: Pick<JobHouse, 'db'>): Promise<void> => {
  await resumeUploads(db);
};
