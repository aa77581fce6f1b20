import { type InventedCounty, toldOfCounty } from '../../county/generate/invent-county.ts';
import type { Id } from '../kernel/id.ts';
import type { Database } from '../platform/database/database.ts';
import { appendHistory } from '../record/store/append-history.ts';
import type { Told } from '../record/told.ts';
import { readStatute } from '../statute/read-statute.ts';
import { entryRegistry } from './entry-registry.ts';
import { houseProjections } from './house-projections.ts';

export type TellingOptions = {
  /** Asked now and then, with the number of entries told so far. */
  readonly onProgress?: (entries: number) => void;
  /** Set off: the telling is left after the act in hand, with a sentence. */
  readonly signal?: AbortSignal;
};

/**
 * Tells a whole invented county to a database marked invented: policies, teams, workers, hand-made children, then family
 * after family. Doing it again after it was broken off goes on. Answers the number of entries.
 */
export async function tellCounty(
  db: Database,
  invented: InventedCounty,
  councilBook: Id,
  options: TellingOptions = {},
): Promise<number> {
  const registry = entryRegistry();
  const projections = houseProjections(registry, readStatute());
  return appendHistory(db, { registry, projections }, watched(toldOfCounty(invented, councilBook), options));
}

/** How many entries lie between two words of progress. */
const A_WORD_EVERY = 5_000;

function* watched(told: Iterable<Told>, { onProgress, signal }: TellingOptions): Generator<Told> {
  let entries = 0;
  let said = 0;
  for (const each of told) {
    if (signal?.aborted) throw new Error('Interrupted. Told again, it goes on where it was left.');
    yield each;
    entries += each.act.entries.length;
    if (entries < said + A_WORD_EVERY) continue;
    said = entries;
    onProgress?.(entries);
  }
}
