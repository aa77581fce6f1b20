import type { Tx } from '../../platform/database/database.ts';
import type { Projection } from '../../record/store/append.ts';
import { type SpeakingEntry, speakersOf } from './speaking-entry.ts';
import { writeFacts } from './write-facts.ts';

/** What every append changes in the line of sight. Goes after the modules' own tables: a child's identity is theirs. */
export function sightProjection(options: { readonly entries: readonly SpeakingEntry[] }): Projection {
  const speakers = speakersOf(options.entries);
  return async (tx: Tx, written) => {
    await writeFacts(tx, speakers, written);
  };
}
