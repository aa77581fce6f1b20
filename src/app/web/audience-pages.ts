import { randomUUID } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import type { AudienceHouse } from '../../modules/access/pages/paragraphs/set-audience/entry-to-keep.ts';
import { setAudiencePages } from '../../modules/access/pages/paragraphs/set-audience/set-audience.page.ts';
import { isAboutAccess } from '../../modules/access/public.ts';
import { placeholderAllocated, workerAllocated } from '../../modules/allocation/public.ts';
import { adultPage, aliasPage } from '../../modules/people/core/family-now.ts';
import { addressPage, phonePage } from '../../modules/people/core/places-now.ts';
import { searchPage } from '../../modules/people/core/search-page.ts';
import { fileSpokeOfChild } from '../../modules/returns/core/file-spoke-of-child.entry.ts';
import type { Page } from '../../platform/http/page.ts';
import type { Projection } from '../../record/store/append.ts';
import type { Reading } from '../reading.ts';
import { showing } from '../showing-of-house.ts';
import { inOneLine } from '../tell-entry.ts';
import { childrenInWords } from './opening-pages.ts';

/** Names, addresses and numbers: all that these say is found by a search, or shown in lists. So are rights, and what of a file was set aside. */
const IN_LISTS: ReadonlySet<string> = new Set([
  ...[searchPage, aliasPage, adultPage, addressPage, phonePage].flatMap(({ types }) => types),
  fileSpokeOfChild.is.type,
]);

/** Who holds a child is named on every list of children. */
const HOLDERS: ReadonlySet<string> = new Set([
  `${workerAllocated.is.type}.workerName`,
  `${placeholderAllocated.is.type}.manager`,
]);

/** Who may read a paragraph of an entry. */
export function audiencePages(reading: Reading, projections: readonly Projection[]): readonly Page[] {
  const house: AudienceHouse = {
    registry: reading.registry,
    projections,
    newId: () => randomUUID() as string as Id,
    ...showing(reading.registry),
    headingOf: async (tx, child, on) => (await childrenInWords(tx, [child], on)).get(child)?.heading ?? null,
    tells: (entry) => inOneLine(reading, entry),
    standsInLists: (type, path) => IN_LISTS.has(type) || isAboutAccess(type) || HOLDERS.has(`${type}.${path}`),
  };
  return setAudiencePages(house);
}
