import { accessPages } from '../../modules/access/module.ts';
import { openedSection } from '../../modules/access/pages/openings/opened-section/opened-section.tsx';
import type { Door } from '../../modules/access/pages/signing-in/door.ts';
import type { Page } from '../../platform/http/page.ts';
import type { Statute } from '../../statute/statute.ts';
import { entryRegistry } from '../entry-registry.ts';
import { houseProjections } from '../house-projections.ts';
import { manifests } from '../manifests.ts';
import { readingOf } from '../reading.ts';
import { audiencePages } from './audience-pages.ts';
import { importPages } from './import-pages.ts';
import { openingPages } from './opening-pages.ts';
import { practicePages } from './practice-pages.ts';
import { readingPages } from './reading-pages.ts';
import { reconcilePages } from './reconcile-pages.ts';
import { rightsPages } from './rights-pages.ts';

/** Every page of the house, in no order: addresses do not overlap. */
export function pagesOf(statute: Statute, dataFolder: string, door: Door): readonly Page[] {
  const registry = entryRegistry();
  const reading = readingOf(statute, manifests);
  const projections = houseProjections(registry, statute);
  return [
    ...accessPages(door),
    ...readingPages(reading, [openedSection]),
    ...audiencePages(reading, projections),
    ...practicePages(registry, projections),
    ...importPages(dataFolder, registry, projections, statute),
    ...reconcilePages(registry, projections, statute),
    ...openingPages(statute),
    ...rightsPages(registry, projections, door.log),
  ];
}
