import { accepted, type Result, refused } from '../../kernel/result.ts';
import type { Clock } from '../../platform/clock/house-clock.ts';
import { readStatute } from '../../statute/read-statute.ts';
import type { Config } from '../config.ts';
import { createInvented, createReal } from '../create-house.ts';
import { INVENTED_COUNCIL } from '../demo-people.ts';
import { tellDemo } from '../hand-made-stories.ts';
import { type Council, clockOf, keepDay, type Mark, readCouncil } from '../house-mark.ts';
import { keepUpWithLaw } from '../keep-up-with-law.ts';
import type { Place } from '../place.ts';
import type { StartOptions } from './start-options.ts';

export type OpenHouse = {
  readonly council: Council;
  readonly clock: Clock;
  /** The path of the first person's link, when a real database was made just now. */
  readonly link: string | undefined;
};

/**
 * Opens the house of a place for serving: brings it to the newest shape and, where nobody's database stands yet,
 * makes an invented one with the county of the demonstration, or the empty real one that was asked for. `print` is told
 * how that goes on.
 */
export async function openHouse(
  place: Place,
  config: Config,
  options: StartOptions,
  print: (line: string) => void,
): Promise<Result<OpenHouse, string>> {
  await place.migrate();
  const standing = await readCouncil(place.db);
  const mark: Mark = standing?.mark ?? (options.council === undefined ? 'invented' : 'real');
  const clock = clockOf(mark, config.today);
  if (!clock.ok) return clock;
  if (standing) {
    const other = options.council !== undefined && (standing.mark !== 'real' || standing.name !== options.council);
    return other
      ? refused(
          `The database here is that of ${standing.name}, marked ${standing.mark}. Set DATA_DIR to another folder for ${options.council}.`,
        )
      : accepted(await opened(place, clock.value, undefined, print));
  }
  return accepted(await opened(place, clock.value, await make(place, clock.value, options), print));
}

async function opened(
  { db }: Place,
  clock: Clock,
  link: string | undefined,
  print: (line: string) => void,
): Promise<OpenHouse> {
  const council = await readCouncil(db);
  if (!council) throw new Error('The database was made and is not there.');
  await keepDay(db, council.mark, clock);
  if (council.mark === 'invented') await tellDemo(db, council.book, print);
  await keepUpWithLaw(db, readStatute());
  return { council, clock, link };
}

/** Answers the path of the first person's link. When another start was faster there is nothing to make. */
async function make({ db }: Place, clock: Clock, { council, admin }: StartOptions): Promise<string | undefined> {
  if (council === undefined) {
    await createInvented(db, clock, INVENTED_COUNCIL, 'with-stories');
    return undefined;
  }
  const made = await createReal(db, clock, council, { email: admin, name: admin });
  return made.ok ? made.value : undefined;
}
