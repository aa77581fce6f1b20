import {
  dayInLondon,
  type Instant,
  instantInLondon,
  instantOf,
  millisecondsOf,
  timeInLondon,
} from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';

/** What time it is, for the shell alone: cores are handed instants and days. */
export type Clock = {
  now(): Instant;
  /** The day in England. */
  today(): LocalDate;
};

/** The clock of a real database. `wall` answers milliseconds since 1970. */
export const realClock = (wall: () => number = Date.now): Clock => ({
  now: () => instantOf(wall()),
  today: () => dayInLondon(instantOf(wall())),
});

/** The clock of an invented database: the day stands, its time of day goes on, and at midnight it begins again. */
export function standingClock(day: LocalDate, wall: () => number = Date.now): Clock {
  const now = (): Instant => {
    const real = wall();
    const sameMinute = millisecondsOf(instantInLondon(day, timeInLondon(instantOf(real))));
    return instantOf(sameMinute + (real % 60_000));
  };
  return { now, today: () => day };
}
