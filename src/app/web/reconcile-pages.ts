import { randomUUID } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import { mayDo } from '../../modules/access/public.ts';
import { listPeople } from '../../modules/access/store/person-store.ts';
import {
  type ReconcilePages,
  reconcileFilesPages,
} from '../../modules/returns/pages/reconcile-files/reconcile-files.page.ts';
import { settleEventPages } from '../../modules/returns/pages/settle-event/settle-event.page.ts';
import { settleIdentityPages } from '../../modules/returns/pages/settle-identity/settle-identity.page.ts';
import type { Page } from '../../platform/http/page.ts';
import type { EntryRegistry } from '../../record/registry.ts';
import type { Projection } from '../../record/store/append.ts';
import type { Statute } from '../../statute/statute.ts';
import { showing } from '../showing-of-house.ts';

/** Where files disagree, and where a person decides what is right. */
export function reconcilePages(
  registry: EntryRegistry,
  projections: readonly Projection[],
  { duties }: Pick<Statute, 'duties'>,
): readonly Page[] {
  const titles = new Map(duties.map(({ id, title }) => [id, title]));
  const house: ReconcilePages = {
    registry,
    projections,
    ...showing(registry),
    newId: () => randomUUID() as string as Id,
    may: ({ roles }, permission) => mayDo(roles, permission),
    dutyTitle: (duty) => titles.get(duty) ?? duty,
    namesOf: async (tx) => new Map((await listPeople(tx)).map(({ id, name }) => [id as string, name])),
  };
  return [...reconcileFilesPages(house), ...settleEventPages(house), ...settleIdentityPages(house)];
}
