import type { Entry, EntryType } from '../record/entry.ts';
import type { FactDraft, Policy, Standing } from '../sight/facts.ts';

/** What an entry says about the state of the person whose book it is in. */
export type StandingDraft = Pick<Standing, 'state' | 'from' | 'until'>;

/** What an entry of the council's own book sets. */
export type PolicyDraft = Pick<Policy, 'parameter' | 'value' | 'from'>;

/** One entry type of a module, with its pure mapping to facts. Most yield facts; a worker's yield standing. */
export type ModuleEntry<Data = unknown> = {
  readonly is: EntryType<Data>;
  /** Every fact name that `facts` can ever answer: start-up fails when a duty names one that no entry lists. */
  readonly yields: readonly FactDraft['name'][];
  readonly facts: (entry: Entry<Data>) => readonly FactDraft[];
  readonly standing?: (entry: Entry<Data>) => readonly StandingDraft[];
  readonly policy?: (entry: Entry<Data>) => readonly PolicyDraft[];
  /** One line for the chronology, without names: "Visit. Seen alone." */
  readonly tells: (entry: Entry<Data>) => string;
};

export const moduleEntry = <Data>(definition: ModuleEntry<Data>): ModuleEntry => definition as ModuleEntry;

/** What a module offers to the house. Pages, jobs and tables are listed where they are wired, in `src/app`. */
export type Manifest = {
  readonly name: string;
  readonly entries: readonly ModuleEntry[];
};
