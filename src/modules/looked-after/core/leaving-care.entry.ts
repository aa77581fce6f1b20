import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { isSaid, said, saidOrNull, shortText, someId, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { happeningOfPeriod } from '../../happening.ts';
import { type ModuleEntry, moduleEntry } from '../../manifest.ts';

export const LEAVING_CARE_CATEGORIES = ['eligible', 'relevant', 'former-relevant', 'qualifying'] as const;

/** Somebody comes to be owed help on leaving care: the thread of the entitlement, on which all of this stands. */
export const leavingCareEntitled = defineEntry({
  type: 'leaving-care-entitled',
  version: 1,
  books: ['child'],
  fields: { category: said(z.enum(LEAVING_CARE_CATEGORIES)) },
});

export const leavingCareNeedsAssessed = defineEntry({
  type: 'leaving-care-needs-assessed',
  version: 1,
  books: ['child'],
  fields: { account: said(words) },
});

export const pathwayPlanAgreed = defineEntry({
  type: 'pathway-plan-agreed',
  version: 1,
  books: ['child'],
  fields: { account: said(words) },
});

export const pathwayPlanReviewed = defineEntry({
  type: 'pathway-plan-reviewed',
  version: 1,
  books: ['child'],
  fields: { account: said(words) },
});

export const adviserAppointed = defineEntry({
  type: 'adviser-appointed',
  version: 1,
  books: ['child'],
  fields: {
    /** The adviser's book, a worker's. */
    adviser: said(someId),
    name: said(shortText),
  },
});

export const adviserInTouch = defineEntry({
  type: 'adviser-in-touch',
  version: 1,
  books: ['child'],
  fields: { how: said(z.enum(['in-person', 'telephone', 'message', 'letter', 'other'])), words: said(words) },
});

/** A visit to where the young person lives. Being seen is being in touch, too. */
export const adviserVisited = defineEntry({
  type: 'adviser-visited',
  version: 1,
  books: ['child'],
  fields: { seen: said(z.boolean()), words: said(words), account: said(words) },
});

/** Accommodation that the council provides to somebody who left care. */
export const leaverAccommodationBegun = defineEntry({
  type: 'leaver-accommodation-begun',
  version: 1,
  books: ['child'],
  fields: { suitable: said(z.boolean()) },
});

export const leaverDetained = defineEntry({
  type: 'leaver-detained',
  version: 1,
  books: ['child'],
  fields: { account: said(words) },
});

export const leaverReleased = defineEntry({
  type: 'leaver-released',
  version: 1,
  books: ['child'],
  fields: { account: said(words) },
});

export const leavingCareEnded = defineEntry({
  type: 'leaving-care-ended',
  version: 1,
  books: ['child'],
  fields: { because: said(words) },
});

export const leavingCareEntries: readonly ModuleEntry[] = [
  moduleEntry({
    is: leavingCareEntitled.is,
    yields: ['leaving-care.entitled'],
    // A qualifying young person is owed advice, not an assessment, a pathway plan and an adviser (Care Leavers Regulations 2010).
    facts: (entry) =>
      entry.data.category === 'qualifying' ? [] : [factOf(entry, 'leaving-care.entitled', { episode: entry.about })],
    tells: ({ data: { category } }) =>
      isSaid(category) ? `Leaving care. Owed help as ${categoryInWords[category]}.` : 'Leaving care. Owed help.',
  }),
  happeningOfPeriod(leavingCareNeedsAssessed, 'leaving-care.needs-assessed', 'Leaving care. Needs were assessed.'),
  happeningOfPeriod(pathwayPlanAgreed, 'leaving-care.plan-agreed', 'Pathway plan. Agreed.'),
  happeningOfPeriod(pathwayPlanReviewed, 'leaving-care.plan-reviewed', 'Pathway plan. Reviewed.'),
  moduleEntry({
    is: adviserAppointed.is,
    yields: ['leaving-care.adviser-appointed'],
    facts: (entry) => [
      factOf(entry, 'leaving-care.adviser-appointed', {
        episode: entry.about,
        party: saidOrNull(entry.data.adviser),
      }),
    ],
    tells: () => 'Personal adviser. Appointed.',
  }),
  happeningOfPeriod(adviserInTouch, 'leaving-care.adviser-in-touch', ({ how }) =>
    isSaid(how) ? `Personal adviser. In touch ${touchInWords[how]}.` : 'Personal adviser. In touch.',
  ),
  moduleEntry({
    is: adviserVisited.is,
    yields: ['leaving-care.adviser-visited', 'leaving-care.adviser-in-touch'],
    facts: (entry) => {
      const { seen } = entry.data;
      const period = { episode: entry.about };
      return [
        ...(seen === false ? [] : [factOf(entry, 'leaving-care.adviser-visited', period)]),
        ...(seen === true ? [factOf(entry, 'leaving-care.adviser-in-touch', period)] : []),
      ];
    },
    tells: ({ data }) => {
      if (!isSaid(data.seen)) return 'Personal adviser. Visited; whether the young person was seen is not known.';
      return data.seen
        ? 'Personal adviser. Visited; the young person was seen.'
        : 'Personal adviser. Called; the young person was not seen.';
    },
  }),
  happeningOfPeriod(
    leaverAccommodationBegun,
    'leaving-care.accommodation-begun',
    'Leaving care. Moved into accommodation that the council provides.',
  ),
  happeningOfPeriod(leaverDetained, 'leaving-care.detained', 'Leaving care. Detained.'),
  happeningOfPeriod(leaverReleased, 'leaving-care.released', 'Leaving care. Released.'),
  happeningOfPeriod(leavingCareEnded, 'leaving-care.ended', 'Leaving care. The help ended.'),
];

const categoryInWords = {
  eligible: 'an eligible child',
  relevant: 'a relevant child',
  'former-relevant': 'a former relevant child',
  qualifying: 'a qualifying young person',
} as const;

const touchInWords = {
  'in-person': 'in person',
  telephone: 'by telephone',
  message: 'by message',
  letter: 'by letter',
  other: 'in another way',
} as const;
