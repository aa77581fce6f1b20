import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { day, protectedShortText, protectedWords, said, shortText, someId, words } from '../../../record/said.ts';
import { observation } from '../../happening.ts';
import { type ModuleEntry, moduleEntry } from '../../manifest.ts';

/** From its day the person lives in that household. Everybody of one household has the same id in their own book. */
export const householdJoined = defineEntry({
  type: 'household-joined',
  version: 1,
  books: ['child', 'adult'],
  fields: { household: someId, address: said(protectedWords) },
});

export const householdLeft = defineEntry({
  type: 'household-left',
  version: 1,
  books: ['child', 'adult'],
  fields: { household: someId },
});

/**
 * Where a person lives, and whether that was protected then. A protected address keeps somebody safe by being unknown: it is on
 * no list and in no file. Whether it is protected now, `place-protection-set` says last.
 */
export const addressUsed = defineEntry({
  type: 'address-used',
  version: 1,
  books: ['child', 'adult'],
  fields: { line: said(protectedWords), postcode: said(protectedShortText), protected: z.boolean(), from: said(day) },
});

/** A number by which a person is reached. `whose`: somebody else's, as in "her sister, who takes messages". */
export const phoneUsed = defineEntry({
  type: 'phone-used',
  version: 1,
  books: ['child', 'adult'],
  fields: { number: protectedShortText, whose: said(shortText), protected: z.boolean(), from: said(day) },
});

/**
 * An address or a number of this book (`place` is the entry that recorded it) is protected from now on, or no longer. The last
 * that was said holds at every as-of. An unsafe place is never written or rung to.
 */
export const placeProtectionSet = defineEntry({
  type: 'place-protection-set',
  version: 1,
  books: ['child', 'adult'],
  fields: { place: someId, protected: z.boolean(), unsafe: said(z.boolean()), because: words },
});

export const householdEntries: readonly ModuleEntry[] = [
  observation(householdJoined, 'Household. Moved in.'),
  observation(householdLeft, 'Household. Moved out.'),
  observation(addressUsed, 'Address. Recorded.'),
  observation(phoneUsed, 'Telephone number. Recorded.'),
  moduleEntry({
    is: placeProtectionSet.is,
    yields: [],
    facts: () => [],
    tells: ({ data }) => `Address or number. ${data.protected ? 'Protected' : 'No longer protected'}.`,
  }),
];
