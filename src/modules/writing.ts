import type { Id } from '../kernel/id.ts';
import type { EntryRegistry } from '../record/registry.ts';
import type { Projection } from '../record/store/append.ts';

/** What every form that writes needs of the house; the same for pages, interfaces and jobs. */
export type Writing = {
  readonly registry: EntryRegistry;
  readonly projections: readonly Projection[];
  /** A random id. */
  readonly newId: () => Id;
};
