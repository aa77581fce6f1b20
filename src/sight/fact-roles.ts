import { codeOf, type FactName, isFactName } from './facts.ts';

/** The part that a fact plays in a duty; bits of a role table. The engine counts on the places of the first three. */
export const STARTS = 1;
export const MEETS = 2;
export const ENDS = 4;
export const EXCUSES = 8;
export const REASONS = 16;
export const OPENS = 32;
export const CLOSES = 64;

/** Where a fact must stand to belong to a clock. */
export const IN_THREAD = 0;
export const IN_EPISODE = 1;
export const IN_CHILD = 2;
export const SCOPES = { thread: IN_THREAD, episode: IN_EPISODE, child: IN_CHILD } as const;

/** The column code of a name in a duty's file. Throws on one that is not in the vocabulary. */
export function factCode(name: string): number {
  if (!isFactName(name)) throw new Error(`there is no fact ${name}`);
  return codeOf(name as FactName);
}
