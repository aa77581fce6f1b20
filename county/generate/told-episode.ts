import type { Id } from '../../src/kernel/id.ts';
import type { Carer } from './carers.ts';
import type { CountyOf } from './county-plan.ts';
import type { Day } from './days.ts';
import type { EpisodePlan } from './episode-plan.ts';
import type { FamilyStory, Where, Writing } from './family-story.ts';
import { type Child, type Family, type ThreadOf, threadIn } from './invented-family.ts';
import type { Planted } from './planted.ts';
import type { Rota } from './posts-on-a-day.ts';
import type { Team, Worker } from './workforce-history.ts';

/** Somebody holds the children of an episode from a day on; without a worker, a placeholder or nobody does. */
export type Holder = { readonly from: Day; readonly team: Team; readonly worker: Worker | null };

/** One episode of need of some children of a family, while it is written. */
export type Episode = {
  readonly county: CountyOf;
  readonly rota: Rota;
  readonly carers: readonly Carer[];
  readonly story: FamilyStory;
  readonly family: Family;
  readonly group: readonly Child[];
  readonly plan: EpisodePlan;
  readonly threads: ThreadOf;
  readonly planted: Planted;
  /** In the order of their days; the last before a day is who acts on it. */
  readonly holders: Holder[];
};

/** Writes the same thing in the book of each child of the group, on the episode's own thread or another's. */
export function forEach(
  episode: Episode,
  on: Day,
  write: (child: Child, where: Where) => void,
  threads: ThreadOf = episode.threads,
): void {
  for (const child of episode.group)
    write(child, { on, thread: threadIn(threads, child), episode: threadIn(episode.threads, child) });
}

/** Who writes on a day: the worker who holds the children, or whoever held them last. */
export function workerOn({ holders, rota, story, family }: Episode, on: Day): Worker {
  const found = holders.findLast(({ from, worker }) => from <= on && worker !== null)?.worker;
  if (found && (found.left === null || found.left >= on)) return found;
  const team =
    holders.findLast(({ from }) => from <= on)?.team ?? rota.teamFor(story.chance, 'assessment', family.district);
  return rota.workerOf(story.chance, team, 'support', on);
}

export function teamOn({ holders, rota, story, family }: Episode, on: Day): Team {
  return holders.findLast(({ from }) => from <= on)?.team ?? rota.teamFor(story.chance, 'assessment', family.district);
}

/** The thread of the episode in a child's book: what data calls its episode. */
export const episodeOf = (episode: Episode, child: Child): { readonly episode: Id } => ({
  episode: threadIn(episode.threads, child),
});

export type Say = Writing['says'];
