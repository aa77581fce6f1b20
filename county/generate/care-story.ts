import type { Id } from '../../src/kernel/id.ts';
import type { CareInOutline } from './care-in-outline.ts';
import type { Day } from './days.ts';
import type { Where, Writing } from './family-story.ts';
import type { Child } from './invented-family.ts';
import { type Episode, workerOn } from './told-episode.ts';

/** A period of care of one child, while it is written. */
export type Care = {
  /** The episode of need, of this child alone. */
  readonly episode: Episode;
  readonly child: Child;
  /** The thread of the period. */
  readonly thread: Id;
  readonly outline: CareInOutline;
  readonly officer: string;
};

/** Something of the period itself, on its thread. */
export const inCare = ({ thread }: Care, on: Day): Where => ({ on, thread, episode: thread });

/** Written by whoever holds the child; nothing after the care is over. */
export function wroteInCare(care: Care, on: Day, write: (writing: Writing) => void): void {
  if (on > care.outline.until) return;
  care.episode.story.wrote(workerOn(care.episode, on).book, on, write);
}
