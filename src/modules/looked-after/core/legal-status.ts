import { z } from 'zod';

/**
 * Under what law a child is looked after, as far as the duties tell them apart: by agreement under section 20 of the
 * Children Act 1989, under an order, or by an emergency power. `other` is any rarer one.
 */
export const LEGAL_STATUSES = [
  'accommodated',
  'interim-care-order',
  'care-order',
  'placement-order',
  'police-protection',
  'emergency-protection',
  'remanded',
  'other',
] as const;
export type LegalStatus = (typeof LEGAL_STATUSES)[number];
export const legalStatus = z.enum(LEGAL_STATUSES);
export const legalStatusFacts = LEGAL_STATUSES.map((status) => `legal-status.${status}` as const);

export const legalStatusInWords: Record<LegalStatus, string> = {
  accommodated: 'by agreement (section 20)',
  'interim-care-order': 'interim care order',
  'care-order': 'care order',
  'placement-order': 'placement order',
  'police-protection': 'police protection',
  'emergency-protection': 'emergency protection order',
  remanded: 'remanded to the council',
  other: 'another legal status',
};
