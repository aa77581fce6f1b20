import { z } from 'zod';
import { defineEntry } from '../../../../record/define-entry.ts';
import { code, day, said, shortText } from '../../../../record/said.ts';
import { observation } from '../../../happening.ts';
import { PREVIOUS_PERMANENCE_OF } from './ssda903-codes.ts';

/** What a looked-after return says of a child beside what happened to them. Kept as the file says it; no duty reads it yet. */
export const lookedAfterReported = defineEntry({
  type: 'looked-after-reported',
  version: 1,
  books: ['child'],
  fields: {
    /** An unaccompanied asylum-seeking child. */
    unaccompanied: said(z.boolean()),
    unaccompaniedUntil: said(day),
    /** A looked-after child who is herself a mother. */
    mother: said(z.boolean()),
    firstChildBornOn: said(day),
    /** How the child had left care before, for good as it was thought. */
    previousPermanence: said(z.enum(Object.values(PREVIOUS_PERMANENCE_OF))),
    previousPermanenceBy: said(shortText),
    /** As the file has it: parts of it may not be known (`zz/04/2015`). */
    previousPermanenceOn: said(shortText),
  },
});

/**
 * Which social worker held a looked-after child, by the number under which a return lists them. The number names nobody
 * who is known here, so that it is kept, and counts as no allocation.
 */
export const workerReported = defineEntry({
  type: 'worker-reported',
  version: 1,
  books: ['child'],
  fields: { workerNumber: shortText, until: said(day), changedBecause: said(code) },
});

export const ssda903ReportedEntries = [
  observation(lookedAfterReported, 'What a looked-after return says of the child was kept.'),
  observation(workerReported, 'Allocation. A looked-after return names the worker by a number; it was kept.'),
];
