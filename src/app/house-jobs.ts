import type { Clock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { JobRunner } from '../platform/jobs/job.ts';
import type { Log } from '../platform/log/log.ts';
import type { Council } from './house-mark.ts';

export type JobHouse = {
  readonly db: Database;
  readonly clock: Clock;
  readonly council: Council;
  readonly log: Log;
  readonly dataFolder: string;
};

/** Everything that goes on after an answer, with what it does. */
export const houseJobs = (_house: JobHouse): readonly JobRunner[] => [];
