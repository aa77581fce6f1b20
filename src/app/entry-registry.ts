import { type EntryRegistry, registryOf } from '../record/registry.ts';
import { manifests } from './manifests.ts';

let registry: EntryRegistry | undefined;

/** Every entry type of every module; made once a process. */
export function entryRegistry(): EntryRegistry {
  registry ??= registryOf(manifests.flatMap(({ entries }) => entries.map(({ is }) => is)));
  return registry;
}
