import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { day, isSaid, said, someId } from '../../../record/said.ts';
import { type ModuleEntry, moduleEntry } from '../../manifest.ts';

/** What the other person is to the person whose book it is: `mother` in a child's book names the child's mother. */
export const RELATED_AS = [
  'mother',
  'father',
  'parent',
  'adoptive-parent',
  'step-parent',
  'sibling',
  'half-sibling',
  'step-sibling',
  'grandparent',
  'aunt-or-uncle',
  'cousin',
  'child',
  'partner',
  'former-partner',
  'guardian',
  'carer',
  'other-relative',
  'friend',
] as const;
export type RelatedAs = (typeof RELATED_AS)[number];

/**
 * A relationship to somebody who has a book of their own. What is said later of the same relationship takes the place of what
 * was said before. Parental responsibility is asked apart: many fathers have it, some do not, and nobody should guess.
 */
export const related = defineEntry({
  type: 'related',
  version: 1,
  books: ['child', 'adult'],
  fields: {
    to: someId,
    as: z.enum(RELATED_AS),
    parentalResponsibility: said(z.boolean()),
    from: said(day),
    until: said(day),
  },
});

const inWords: Record<RelatedAs, string> = {
  mother: 'The mother',
  father: 'The father',
  parent: 'A parent',
  'adoptive-parent': 'An adoptive parent',
  'step-parent': 'A step-parent',
  sibling: 'A brother or sister',
  'half-sibling': 'A half-brother or half-sister',
  'step-sibling': 'A stepbrother or stepsister',
  grandparent: 'A grandparent',
  'aunt-or-uncle': 'An aunt or uncle',
  cousin: 'A cousin',
  child: 'A child',
  partner: 'A partner',
  'former-partner': 'A former partner',
  guardian: 'A guardian',
  carer: 'A carer',
  'other-relative': 'Another relative',
  friend: 'A friend of the family',
};

export const familyEntries: readonly ModuleEntry[] = [
  moduleEntry({
    is: related.is,
    yields: [],
    facts: () => [],
    tells: ({ data }) => {
      const who = `People. ${inWords[data.as]} was recorded`;
      if (!isSaid(data.parentalResponsibility)) return `${who}.`;
      return `${who}, ${data.parentalResponsibility ? 'with' : 'without'} parental responsibility.`;
    },
  }),
];
