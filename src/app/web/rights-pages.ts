import { randomUUID } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import { addPersonPages } from '../../modules/access/pages/rights/add-person/add-person.page.ts';
import { arrangeCoverPages } from '../../modules/access/pages/rights/arrange-cover/arrange-cover.page.ts';
import { declareInterestPages } from '../../modules/access/pages/rights/declare-interest/declare-interest.page.ts';
import { drawSamplePages } from '../../modules/access/pages/rights/draw-sample/draw-sample.page.ts';
import { giveUpRolePages } from '../../modules/access/pages/rights/give-up-role/give-up-role.page.ts';
import { listPeoplePage } from '../../modules/access/pages/rights/list-people/list-people.page.ts';
import { showPersonPages } from '../../modules/access/pages/rights/show-person/show-person.page.ts';
import { showRolesPage } from '../../modules/access/pages/rights/show-roles/show-roles.page.ts';
import { whoMayOpenPages } from '../../modules/access/pages/rights/who-may-open/who-may-open.page.ts';
import type { Page } from '../../platform/http/page.ts';
import type { Log } from '../../platform/log/log.ts';
import type { EntryRegistry } from '../../record/registry.ts';
import type { Projection } from '../../record/store/append.ts';

/** The rights that people give each other: who may sign in, and who may open whose record. */
export function rightsPages(registry: EntryRegistry, projections: readonly Projection[], log: Log): readonly Page[] {
  const writing = { registry, projections, newId: () => randomUUID() as string as Id };
  return [
    ...[listPeoplePage, showRolesPage, ...addPersonPages(writing), ...showPersonPages(writing, log)],
    ...[...whoMayOpenPages(writing), ...declareInterestPages(writing), ...giveUpRolePages(writing)],
    ...[...arrangeCoverPages(writing), ...drawSamplePages(writing)],
  ];
}
