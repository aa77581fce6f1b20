import { id } from '../kernel/id.ts';
import { personNames } from '../modules/access/store/person-names.ts';
import { workerNames } from '../modules/workforce/store/worker-names.ts';
import type { Tx } from '../platform/database/database.ts';
import type { ReadEntry } from '../record/as-of.ts';
import { plainDay } from '../ui/dates-in-words.ts';

/** Who wrote an entry, in words. */
export type WriterOf = (entry: ReadEntry) => string;

/** Looks up everybody who wrote some entries: people with access, else workers; a job or an import is called what it calls itself. */
export async function writersOf(tx: Tx, entries: readonly ReadEntry[]): Promise<WriterOf> {
  const ids = [...new Set(entries.map(({ recordedBy }) => recordedBy).filter((writer) => id(writer) !== undefined))];
  const people = ids.length === 0 ? new Map<string, string>() : await personNames(tx, ids);
  const others = ids.filter((writer) => !people.has(writer));
  const names = others.length === 0 ? people : new Map([...(await workerNames(tx, others)), ...people]);
  return ({ source, recordedBy, onBehalfOf }) => {
    if (source.kind !== 'here') return `Census of ${plainDay(source.window.until)}`;
    const who = names.get(recordedBy) ?? (id(recordedBy) ? 'Somebody whose name is not held' : recordedBy);
    return onBehalfOf === null ? who : `${who}, for ${onBehalfOf}`;
  };
}
