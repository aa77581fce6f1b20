import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Entry } from '../../../record/entry.ts';

/** A referral's own thread is the episode of need: what stands on it belongs to that episode. */
export const episodeOfThread = (entry: Entry): Entry<{ readonly episode: Id }> => ({
  ...entry,
  data: { episode: entry.about },
});

/** An episode of need, as others meet it. */
export type Episode = {
  readonly episode: Id;
  readonly begun: LocalDate | null;
  /** The day on which it was over; null while it runs, or where nobody said when. */
  readonly overOn: LocalDate | null;
  readonly over: boolean;
};

/**
 * The episode that a day belongs to: one that had begun and was not over; else the last that had begun by then. Null
 * when none had, or when the day is not known and there are several.
 */
export function episodeOn(episodes: readonly Episode[], day: LocalDate | null): Id | null {
  if (day === null) return episodes.length === 1 ? (episodes[0]?.episode ?? null) : null;
  const begun = episodes
    .filter((each) => each.begun === null || each.begun <= day)
    .sort((a, b) => ((a.begun ?? '') < (b.begun ?? '') ? -1 : 1));
  const running = begun.filter(({ over, overOn }) => !over || (overOn !== null && overOn >= day));
  return (running.at(-1) ?? begun.at(-1))?.episode ?? null;
}
