import type { DefinedEntry } from '../record/define-entry.ts';
import type { FactName } from '../sight/facts.ts';
import { factOf } from './draft-fact.ts';
import { type ModuleEntry, moduleEntry } from './manifest.ts';

/** An entry that says one thing only: that this happened, when the entry says it did. */
export const happening = <Data extends object>(
  { is }: DefinedEntry<Data>,
  name: FactName,
  tells: string | ((data: Data) => string),
): ModuleEntry =>
  moduleEntry<Data>({
    is,
    yields: [name],
    facts: (entry) => [factOf(entry, name)],
    tells: typeof tells === 'string' ? () => tells : ({ data }) => tells(data),
  });

/** The same for what stands on the thread of a whole period (in care, of an approval): the thread is the episode, too. */
export const happeningOfPeriod = <Data extends object>(
  { is }: DefinedEntry<Data>,
  name: FactName,
  tells: string | ((data: Data) => string),
): ModuleEntry =>
  moduleEntry<Data>({
    is,
    yields: [name],
    facts: (entry) => [factOf(entry, name, { episode: entry.about })],
    tells: typeof tells === 'string' ? () => tells : ({ data }) => tells(data),
  });

/** What is kept as it was said and counts for no duty. */
export const observation = <Data>({ is }: DefinedEntry<Data>, tells: string): ModuleEntry =>
  moduleEntry<Data>({ is, yields: [], facts: () => [], tells: () => tells });
