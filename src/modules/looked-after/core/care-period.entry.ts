import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { isSaid, said, shortText } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { type ModuleEntry, moduleEntry } from '../../manifest.ts';
import { type LegalStatus, legalStatus, legalStatusFacts, legalStatusInWords } from './legal-status.ts';

/** Why a child came to be looked after: the eight needs of the looked-after return, N1 to N8, in words. */
export const CARE_NEEDS = [
  'abuse-or-neglect',
  'child-disability',
  'parental-illness-or-disability',
  'family-in-acute-stress',
  'family-dysfunction',
  'socially-unacceptable-behaviour',
  'low-income',
  'absent-parenting',
] as const;

/** How a period of care ended: the reasons of the looked-after return in words. */
export const CARE_ENDINGS = [
  'adopted',
  'adopted-consent-dispensed',
  'died',
  'moved-to-another-council',
  'returned-home-planned',
  'returned-home-unplanned',
  'returned-home',
  'left-to-relatives-without-responsibility',
  'child-arrangements-order',
  'guardianship-by-former-foster-relative',
  'guardianship-by-former-foster-carer',
  'guardianship-by-other-relative',
  'guardianship-by-somebody-else',
  'guardianship',
  'independent-living',
  'independent-living-with-support',
  'independent-living-without-support',
  'adult-social-care',
  'custody',
  'remand-ended',
  'found-to-be-adult',
  'moved-abroad',
  'stayed-with-carers-at-eighteen',
  'other',
] as const;

/**
 * A child comes to be looked after: opens the thread of the care period, on which its reviews, care plan, health and
 * education stand. Care counts as ordinary unless somebody said that it is a series of short breaks.
 */
export const careEntered = defineEntry({
  type: 'care-entered',
  version: 1,
  books: ['child'],
  fields: { because: said(z.enum(CARE_NEEDS)), legalStatus: said(legalStatus), shortBreaks: said(z.boolean()) },
});

/** `shortBreaks` repeats what the beginning said, so that this entry alone says what ended. */
export const careEnded = defineEntry({
  type: 'care-ended',
  version: 1,
  books: ['child'],
  fields: {
    because: said(z.enum(CARE_ENDINGS)),
    /** Who approved that the council ceases to look after the child, where somebody did. */
    approvedBy: said(shortText),
    shortBreaks: said(z.boolean()),
  },
});

export const legalStatusChanged = defineEntry({
  type: 'legal-status-changed',
  version: 1,
  books: ['child'],
  fields: { legalStatus },
});

const factOfStatus = (status: LegalStatus) => `legal-status.${status}` as const;

export const carePeriodEntries: readonly ModuleEntry[] = [
  moduleEntry({
    is: careEntered.is,
    yields: ['care.entered', 'care.short-breaks-begun', ...legalStatusFacts],
    facts: (entry) => {
      const { legalStatus: status, shortBreaks } = entry.data;
      const period = { episode: entry.about };
      return [
        factOf(entry, shortBreaks === true ? 'care.short-breaks-begun' : 'care.entered', period),
        ...(isSaid(status) ? [factOf(entry, factOfStatus(status), period)] : []),
      ];
    },
    tells: ({ data }) => {
      const begun = data.shortBreaks === true ? 'Short breaks in care. Begun' : 'In care. The child came into care';
      return isSaid(data.legalStatus) ? `${begun}: ${legalStatusInWords[data.legalStatus]}.` : `${begun}.`;
    },
  }),
  moduleEntry({
    is: careEnded.is,
    yields: ['care.ended', 'care.short-breaks-ended', 'care.approved-to-end'],
    facts: (entry) => {
      const period = { episode: entry.about };
      return [
        factOf(entry, entry.data.shortBreaks === true ? 'care.short-breaks-ended' : 'care.ended', period),
        ...(isSaid(entry.data.approvedBy) ? [factOf(entry, 'care.approved-to-end', period)] : []),
      ];
    },
    tells: ({ data }) => {
      const ended = data.shortBreaks === true ? 'Short breaks in care. Ended' : 'In care. Ended';
      return isSaid(data.because) ? `${ended}: ${endingInWords[data.because]}.` : `${ended}.`;
    },
  }),
  moduleEntry({
    is: legalStatusChanged.is,
    yields: legalStatusFacts,
    facts: (entry) => [factOf(entry, factOfStatus(entry.data.legalStatus), { episode: entry.about })],
    tells: ({ data }) => `In care. The legal status changed: ${legalStatusInWords[data.legalStatus]}.`,
  }),
];

const endingInWords: Record<(typeof CARE_ENDINGS)[number], string> = {
  adopted: 'adopted',
  'adopted-consent-dispensed': 'adopted, without a parent’s consent',
  died: 'the child died',
  'moved-to-another-council': 'another council took over the care',
  'returned-home-planned': 'returned home as planned',
  'returned-home-unplanned': 'returned home, not as planned',
  'returned-home': 'returned home',
  'left-to-relatives-without-responsibility': 'left to live with relatives or others without parental responsibility',
  'child-arrangements-order': 'a child arrangements order',
  'guardianship-by-former-foster-relative': 'special guardianship by a relative who had fostered the child',
  'guardianship-by-former-foster-carer': 'special guardianship by the former foster carer',
  'guardianship-by-other-relative': 'special guardianship by a relative',
  'guardianship-by-somebody-else': 'special guardianship',
  guardianship: 'special guardianship',
  'independent-living': 'independent living',
  'independent-living-with-support': 'independent living with support',
  'independent-living-without-support': 'independent living without support',
  'adult-social-care': 'adult social care took over',
  custody: 'sentenced to custody',
  'remand-ended': 'the remand ended',
  'found-to-be-adult': 'found to be 18 or over',
  'moved-abroad': 'moved abroad',
  'stayed-with-carers-at-eighteen': 'turned 18 and stayed with the carers',
  other: 'for another reason',
};
