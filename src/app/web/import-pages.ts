import { randomUUID } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import { listPeople } from '../../modules/access/store/person-store.ts';
import { confirmWithdrawalPage } from '../../modules/returns/pages/confirm-withdrawal/confirm-withdrawal.page.ts';
import { loadCensusPages } from '../../modules/returns/pages/load-census/load-census.page.ts';
import { showImportPages } from '../../modules/returns/pages/show-import/show-import.page.ts';
import type { Page } from '../../platform/http/page.ts';
import type { EntryRegistry } from '../../record/registry.ts';
import type { Projection } from '../../record/store/append.ts';

/** Where files are loaded, and what became of them. */
export function importPages(
  dataFolder: string,
  registry: EntryRegistry,
  projections: readonly Projection[],
): readonly Page[] {
  const house = {
    dataFolder,
    registry,
    projections,
    newId: () => randomUUID() as string as Id,
    namesOf: async (tx: Parameters<typeof listPeople>[0]) =>
      new Map((await listPeople(tx)).map(({ id, name }) => [id as string, name])),
  };
  return [...loadCensusPages(house), ...showImportPages(house), confirmWithdrawalPage(house)];
}
