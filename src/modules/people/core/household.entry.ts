import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { day, said, shortText, someId, words } from '../../../record/said.ts';
import { observation } from '../../happening.ts';
import type { ModuleEntry } from '../../manifest.ts';

/** From its day the person lives in that household. Everybody of one household has the same id in their own book. */
export const householdJoined = defineEntry({
  type: 'household-joined',
  version: 1,
  books: ['child', 'adult'],
  fields: { household: someId, address: said(words) },
});

export const householdLeft = defineEntry({
  type: 'household-left',
  version: 1,
  books: ['child', 'adult'],
  fields: { household: someId },
});

/** Where a person lives. A protected address keeps somebody safe by being unknown: it is on no list and in no file. */
export const addressUsed = defineEntry({
  type: 'address-used',
  version: 1,
  books: ['child', 'adult'],
  fields: { line: said(words), postcode: said(shortText), protected: z.boolean(), from: said(day) },
});

export const householdEntries: readonly ModuleEntry[] = [
  observation(householdJoined, 'Household. Moved in.'),
  observation(householdLeft, 'Household. Moved out.'),
  observation(addressUsed, 'Address. Recorded.'),
];
