import { z } from 'zod';
import { defineEntry } from '../../../../record/define-entry.ts';
import { code, day, said, someId } from '../../../../record/said.ts';
import { moduleEntry } from '../../../manifest.ts';

/** What a census of 2026-27 (a draft) says of the time before care proceedings. Kept as the file says it; no duty reads it yet. */
export const preProceedingsReported = defineEntry({
  type: 'pre-proceedings-reported',
  version: 1,
  books: ['child'],
  fields: {
    episode: z.union([someId, z.null()]),
    letterSentOn: said(day),
    familyMeetingOffered: said(z.boolean()),
    familyMeetingHeld: said(z.boolean()),
    firstMeetingOn: said(day),
    reviewMeetings: said(z.number().int().min(0)),
    stepDecidedOn: said(day),
    outcomeCode: said(code),
    courtApplicationOn: said(day),
    proceedingsLetterOn: said(day),
  },
});

export const preProceedingsReportedEntry = moduleEntry({
  is: preProceedingsReported.is,
  yields: [],
  facts: () => [],
  tells: () => 'Before care proceedings: what a census said was kept.',
});
