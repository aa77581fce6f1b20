import type { EntryRegistry } from '../record/registry.ts';
import type { Projection } from '../record/store/append.ts';
import { unyielded } from '../sight/compile.ts';
import { sightProjection } from '../sight/store/sight-projection.ts';
import type { Statute } from '../statute/statute.ts';
import { manifests, moduleProjections } from './manifests.ts';

/**
 * What every append changes beside the record, in its own transaction: the modules' tables, whose book each book is, then
 * facts and clocks. Throws when a duty names a fact that no module ever yields.
 */
export function houseProjections(registry: EntryRegistry, statute: Statute): readonly Projection[] {
  const entries = manifests.flatMap((manifest) => manifest.entries);
  const silent = unyielded(
    statute.duties,
    entries.flatMap(({ yields }) => yields),
  );
  if (silent.length > 0) throw new Error(`The law asks for what nobody records: ${silent.join('; ')}.`);
  return [...moduleProjections(registry), sightProjection({ entries, law: statute })];
}
