import { accepted, type Result, refused } from '../../kernel/result.ts';
import { startWorker } from '../../platform/jobs/worker.ts';
import { logTo } from '../../platform/log/log.ts';
import { readStatute } from '../../statute/read-statute.ts';
import { type Config, readConfig } from '../config.ts';
import { houseJobs, resumeJobs, TIMETABLE } from '../house-jobs.ts';
import { openKeys } from '../keys.ts';
import { openPlace, type Place } from '../place.ts';
import { faultsOfServing } from '../serving-config.ts';
import { doorOf } from '../web/door-of-house.ts';
import { houseWeb } from '../web/house-web.ts';
import { pagesOf } from '../web/pages.ts';
import { listen } from './listen.ts';
import { nameOfThisMachine } from './name-of-this-machine.ts';
import { type OpenHouse, openHouse } from './open-house.ts';
import type { StartOptions } from './start-options.ts';
import { welcome } from './welcome.ts';

export type Running = { readonly says: readonly string[]; stop(): Promise<void> };

/** For one session: what somebody reads who leafs fast, with drafts that keep themselves in several windows. */
const PAGES_PER_MINUTE = 240;
const PATIENCE_WITH_JOBS = 3_000;
const PATIENCE_WITH_READERS = 3_000;
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());

/**
 * Starts everything: the database, the web server, the jobs. The refusal is a sentence, and then nothing runs. Set off
 * while the house still opens, `ended` leaves it at once: what was begun goes on at the next start. `print` is told how long
 * things go on.
 */
export async function start(
  options: StartOptions,
  env: NodeJS.ProcessEnv,
  onLost: (fault: Error) => void,
  ended: AbortSignal,
  print: (line: string) => void,
): Promise<Result<Running, string>> {
  const config = readConfig(env);
  if (!config.ok) return refused(config.refusal.join('\n'));
  // Before a first start makes anything: its one link would be lost with the refusal.
  const early = options.council === undefined ? [] : faultsOfServing(config.value.serving, 'real');
  if (early.length > 0) return refused(early.join('\n'));
  const place = await openPlace(config.value, { onLost });
  try {
    const house = await openUnlessEnded(place, () => openHouse(place, config.value, options, print), ended);
    const faults = house.ok ? faultsOfServing(config.value.serving, house.value.council.mark) : [];
    if (house.ok && faults.length === 0) return accepted(await serve(place, house.value, config.value));
    await place.close();
    return house.ok ? refused(faults.join('\n')) : house;
  } catch (fault) {
    await place.close();
    throw fault;
  }
}

async function openUnlessEnded<House>(place: Place, open: () => Promise<House>, ended: AbortSignal): Promise<House> {
  const leave = () => void place.close();
  ended.addEventListener('abort', leave);
  try {
    ended.throwIfAborted();
    const house = await open();
    ended.throwIfAborted();
    return house;
  } finally {
    ended.removeEventListener('abort', leave);
  }
}

async function serve(place: Place, { council, clock, link }: OpenHouse, config: Config): Promise<Running> {
  const log = logTo(process.stderr);
  const { db, jobsUrl } = place;
  const { dataFolder, port, oidc, serving } = config;
  const keys = openKeys(config);
  const pages = pagesOf(readStatute(), dataFolder, doorOf({ db, clock, council, log, keys, oidc }));
  const web = await houseWeb({
    db,
    clock,
    council,
    log,
    pages,
    dataFolder,
    keys,
    serving,
    pagesPerMinute: PAGES_PER_MINUTE,
  });
  const worker = await startWorker(jobsUrl, houseJobs({ db, clock, council, log, dataFolder }), log, TIMETABLE);
  await resumeJobs({ db });
  const stop = async (): Promise<void> => {
    await Promise.race([web.close(), pause(PATIENCE_WITH_READERS)]);
    await worker.stop(PATIENCE_WITH_JOBS);
    await place.close();
  };
  try {
    const listened = await listen(web, serving.listen, port);
    const here = serving.listen === '127.0.0.1' ? await nameOfThisMachine(listened) : '127.0.0.1';
    const address = serving.publicUrl?.origin ?? `http://${here}:${listened}`;
    return { says: welcome(council, clock, address, link), stop };
  } catch (fault) {
    await web.close();
    await worker.stop(PATIENCE_WITH_JOBS);
    throw fault;
  }
}
