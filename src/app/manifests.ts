import { access } from '../modules/access/core/access-manifest.ts';
import { accessTables } from '../modules/access/core/rights/relations-now.ts';
import { rightsProjection } from '../modules/access/store/rights/rights-projection.ts';
import { heldPage } from '../modules/allocation/core/held-now.ts';
import { allocation } from '../modules/allocation/module.ts';
import { assessment } from '../modules/assessment/module.ts';
import { childInNeed } from '../modules/child-in-need/module.ts';
import { carerPage } from '../modules/fostering/core/carer-now.ts';
import { fostering } from '../modules/fostering/module.ts';
import { episodePage } from '../modules/front-door/core/episode-now.ts';
import { frontDoor } from '../modules/front-door/module.ts';
import { carePeriodPage } from '../modules/looked-after/core/care-period-now.ts';
import { lookedAfter } from '../modules/looked-after/module.ts';
import type { Manifest } from '../modules/manifest.ts';
import { oversight } from '../modules/oversight/module.ts';
import { childPage, foundDifferentPage, linkPage, siblingPage } from '../modules/people/core/child-now.ts';
import { adultPage, aliasPage, householdPage, relationshipPage } from '../modules/people/core/family-now.ts';
import { addressPage, literalPage, phonePage } from '../modules/people/core/places-now.ts';
import { searchPage } from '../modules/people/core/search-page.ts';
import { people } from '../modules/people/module.ts';
import { childIdentities } from '../modules/people/store/child-identities.ts';
import { arrangementPage } from '../modules/private-fostering/core/arrangement-now.ts';
import { privateFostering } from '../modules/private-fostering/module.ts';
import { protection } from '../modules/protection/module.ts';
import { returns } from '../modules/returns/module.ts';
import { membershipPage } from '../modules/workforce/core/team-membership.ts';
import { teamPage, workerPage } from '../modules/workforce/core/worker-now.ts';
import { workforce } from '../modules/workforce/module.ts';
import type { CurrentPage } from '../record/current-page.ts';
import type { EntryRegistry } from '../record/registry.ts';
import type { Projection } from '../record/store/append.ts';
import { turnPages } from '../record/store/turn-page.ts';

/** Every module that writes entries. Order carries no meaning. */
export const manifests: readonly Manifest[] = [
  access,
  people,
  workforce,
  frontDoor,
  assessment,
  childInNeed,
  protection,
  lookedAfter,
  fostering,
  privateFostering,
  allocation,
  oversight,
  returns,
];

/** The tables that are current pages of the books, by the module that owns them: what `rebuild MODULE` makes again. */
export const currentPages: { readonly [module: string]: readonly CurrentPage[] } = {
  access: accessTables,
  people: [
    ...[childPage, siblingPage, linkPage, foundDifferentPage, searchPage],
    ...[adultPage, aliasPage, relationshipPage, householdPage, addressPage, phonePage, literalPage],
  ],
  workforce: [workerPage, teamPage, membershipPage],
  'looked-after': [carePeriodPage],
  fostering: [carerPage],
  'private-fostering': [arrangementPage],
  'front-door': [episodePage],
  allocation: [heldPage],
};

/** What every append changes beside the record: tables of modules, then whose book each book is. Sight goes after these. */
export const moduleProjections = (registry: EntryRegistry): Projection[] => [
  turnPages(registry, Object.values(currentPages).flat()),
  childIdentities,
  rightsProjection,
];
