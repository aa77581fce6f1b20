import type { Calendar } from '../kernel/working-days.ts';
import type { CodeSet } from './code-set.ts';
import type { Duty } from './duty.ts';

/** The whole law as data: what the folder `statute/` says. */
export type Statute = {
  /** SHA-256 over the files in name order (worked cases apart): figures name the law that they were taken under. */
  readonly version: string;
  /** In the order of their ids. */
  readonly duties: readonly Duty[];
  /** The folder that a duty's file lies in, by the duty's id: `protection`, `front-door`. */
  readonly areas: ReadonlyMap<string, string>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly codeSets: ReadonlyMap<string, CodeSet>;
  /** What each source key of a duty's value stands for. */
  readonly sources: ReadonlyMap<string, string>;
};

/** A duty by its id. Throws for an id that no file has: an id in code is a promise. */
export function dutyById(statute: Pick<Statute, 'duties'>, id: string): Duty {
  const duty = statute.duties.find((candidate) => candidate.id === id);
  if (!duty) throw new Error(`the statute has no duty ${id}`);
  return duty;
}
