import { randomUUID } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import { allocateWorkerPages } from '../../modules/allocation/pages/allocate-worker/allocate-worker.page.ts';
import { recordVisitPages } from '../../modules/child-in-need/pages/record-visit/record-visit.page.ts';
import { recordPlacePages } from '../../modules/people/pages/record-place/record-place.page.ts';
import { setProtectionPages } from '../../modules/people/pages/set-protection/set-protection.page.ts';
import type { Page } from '../../platform/http/page.ts';
import type { EntryRegistry } from '../../record/registry.ts';
import type { Projection } from '../../record/store/append.ts';
import { showing } from '../showing-of-house.ts';

/** The pages that write: each appends with the same projections as every import and job. */
export function practicePages(registry: EntryRegistry, projections: readonly Projection[]): readonly Page[] {
  const writing = { registry, projections, newId: () => randomUUID() as string as Id, ...showing(registry) };
  return [
    ...recordVisitPages(writing),
    ...allocateWorkerPages(writing),
    ...recordPlacePages(writing),
    ...setProtectionPages(writing),
  ];
}
