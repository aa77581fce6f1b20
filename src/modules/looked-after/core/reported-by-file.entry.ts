import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { code, day, said } from '../../../record/said.ts';
import { observation } from '../../happening.ts';
import type { ModuleEntry } from '../../manifest.ts';

/** What the council knew around a birthday of somebody who left care: the looked-after return and Annex A. */
export const leaverObserved = defineEntry({
  type: 'leaver-observed',
  version: 1,
  books: ['child'],
  fields: {
    inTouch: said(z.enum(['yes', 'no', 'died', 'refused', 'no-help-needed', 'returned-home'])),
    activity: said(
      z.enum([
        ...(['higher-education', 'other-education', 'apprenticeship', 'training-or-employment'] as const),
        ...(['none-for-illness-or-disability', 'none-for-pregnancy-or-parenting', 'none-for-another-reason'] as const),
      ]),
    ),
    fullTime: said(z.boolean()),
    /** The letter of the return: `U` is independent living. */
    accommodation: said(code),
    suitable: said(z.boolean()),
  },
});

/** The steps of adoption as files give them; codes as they stand in the file. No duty reads it yet. */
export const adoptionReported = defineEntry({
  type: 'adoption-reported',
  version: 1,
  books: ['child'],
  fields: {
    decidedOn: said(day),
    placementOrderOn: said(day),
    fosteringForAdoptionOn: said(day),
    matchedOn: said(day),
    placedOn: said(day),
    orderOn: said(day),
    decisionReversedOn: said(day),
    reversedBecause: said(code),
    adoptedByFosterCarer: said(z.boolean()),
    adopters: said(z.number().int().min(1).max(2)),
    adoptersSex: said(code),
    adoptersStatus: said(code),
  },
});

export const reportedByFileEntries: readonly ModuleEntry[] = [
  observation(leaverObserved, 'Leaving care. What a file says around a birthday was kept.'),
  observation(adoptionReported, 'Adoption. What a file says of its steps was kept.'),
];
