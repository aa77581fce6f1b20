import type { Id } from '../../../kernel/id.ts';
import type { Entry } from '../../../record/entry.ts';

/** A referral's own thread is the episode of need: what stands on it belongs to that episode. */
export const episodeOfThread = (entry: Entry): Entry<{ readonly episode: Id }> => ({
  ...entry,
  data: { episode: entry.about },
});
