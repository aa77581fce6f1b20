import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { Database, Identity, Tx } from '../../../platform/database/database.ts';
import type { EntryRegistry } from '../../../record/registry.ts';
import type { Projection } from '../../../record/store/append.ts';
import type { Statute } from '../../../statute/statute.ts';
import type { KnownBook } from '../core/decide-batch.ts';

/** What an importer is given by the house. */
export type ImportContext = {
  readonly db: Database;
  /** Who loads the file. */
  readonly identity: Identity;
  readonly now: () => Instant;
  readonly mark: 'invented' | 'real';
  readonly statute: Pick<Statute, 'codeSets' | 'calendars'>;
  readonly registry: EntryRegistry;
  /** What every append changes beside the record. */
  readonly projections: readonly Projection[];
  /** The books under each council child id: the module `people` knows. */
  readonly booksUnder: (
    tx: Tx,
    councilChildIds: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly KnownBook[]>>;
  /** From now on every page says that trial files are here. */
  readonly noteTrialFiles: (tx: Tx, now: Instant) => Promise<void>;
  /** A random id. */
  readonly newId: () => Id;
};

/** Told while a file is loaded. */
export type Progress = {
  readonly file: string;
  /** Reading writes nothing. */
  readonly stage: 'reading' | 'writing' | 'done';
  readonly children: number;
  /** Children in the file; null while it is read for the first time. */
  readonly of: number | null;
};
export type OnProgress = (progress: Progress) => void;
