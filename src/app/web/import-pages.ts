import { randomUUID } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import { listPeople } from '../../modules/access/store/person-store.ts';
import { chooseFilePages } from '../../modules/returns/pages/choose-file/choose-file.page.ts';
import { confirmWithdrawalPage } from '../../modules/returns/pages/confirm-withdrawal/confirm-withdrawal.page.ts';
import { showImportPages } from '../../modules/returns/pages/show-import/show-import.page.ts';
import type { Page } from '../../platform/http/page.ts';
import type { EntryRegistry } from '../../record/registry.ts';
import type { Projection } from '../../record/store/append.ts';
import type { Statute } from '../../statute/statute.ts';

/** Where files are loaded, and what became of them. */
export function importPages(
  dataFolder: string,
  registry: EntryRegistry,
  projections: readonly Projection[],
  statute: Statute,
): readonly Page[] {
  const house = {
    dataFolder,
    registry,
    projections,
    statute,
    newId: () => randomUUID() as string as Id,
    namesOf: async (tx: Parameters<typeof listPeople>[0]) =>
      new Map((await listPeople(tx)).map(({ id, name }) => [id as string, name])),
  };
  return [...chooseFilePages(house), ...showImportPages(house), confirmWithdrawalPage(house)];
}
