import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { isSaid, said, shortText, someId, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';

const episode = z.union([someId, z.null()]);
export const ENQUIRY_OUTCOMES = ['substantiated-at-risk', 'substantiated-not-at-risk', 'not-substantiated'] as const;

/** Somebody has reasonable cause to suspect significant harm. Opens the thread of the enquiry that may follow. */
export const significantHarmSuspected = defineEntry({
  type: 'significant-harm-suspected',
  version: 1,
  books: ['child'],
  fields: { episode, account: said(words) },
});

export const strategyDiscussionHeld = defineEntry({
  type: 'strategy-discussion-held',
  version: 1,
  books: ['child'],
  fields: {
    episode,
    /** Whether section 47 enquiries were begun at it: the conference's clock starts at the one where they were. */
    enquiriesBegun: said(z.boolean()),
    tookPart: said(z.array(shortText)),
    decisions: said(words),
  },
});

export const section47Begun = defineEntry({
  type: 'section-47-begun',
  version: 1,
  books: ['child'],
  fields: {
    episode,
    ledBy: said(z.strictObject({ worker: z.union([someId, z.null()]), socialWorker: z.boolean() })),
    /**
     * The source has no strategy discussion of its own: the start that it gives is the day of the discussion at
     * which enquiries were begun.
     */
    strategyDiscussionSameDay: said(z.boolean()),
  },
});

export const section47Concluded = defineEntry({
  type: 'section-47-concluded',
  version: 1,
  books: ['child'],
  fields: {
    episode,
    outcome: said(z.enum(ENQUIRY_OUTCOMES)),
    conferenceNeeded: said(z.boolean()),
    account: said(words),
  },
});

export const enquiryEntries = [
  moduleEntry({
    is: significantHarmSuspected.is,
    yields: ['strategy.harm-suspected'],
    facts: (entry) => [factOf(entry, 'strategy.harm-suspected')],
    tells: () => 'Significant harm is suspected.',
  }),
  moduleEntry({
    is: strategyDiscussionHeld.is,
    yields: ['strategy.held', 'strategy.enquiries-begun'],
    facts: (entry) => [
      factOf(entry, 'strategy.held'),
      ...(entry.data.enquiriesBegun === true ? [factOf(entry, 'strategy.enquiries-begun')] : []),
    ],
    tells: ({ data }) => {
      if (!isSaid(data.enquiriesBegun)) return 'Strategy discussion. Whether enquiries were begun is not known.';
      return data.enquiriesBegun
        ? 'Strategy discussion. Enquiries were begun.'
        : 'Strategy discussion. No enquiries were begun.';
    },
  }),
  moduleEntry({
    is: section47Begun.is,
    yields: ['enquiry.begun', 'enquiry.led-by-social-worker', 'enquiry.led-by-other', 'strategy.enquiries-begun'],
    facts: (entry) => {
      const { ledBy, strategyDiscussionSameDay } = entry.data;
      const led = isSaid(ledBy)
        ? [
            factOf(entry, ledBy.socialWorker ? 'enquiry.led-by-social-worker' : 'enquiry.led-by-other', {
              party: ledBy.worker,
            }),
          ]
        : [];
      const decided = strategyDiscussionSameDay === true ? [factOf(entry, 'strategy.enquiries-begun')] : [];
      return [factOf(entry, 'enquiry.begun'), ...led, ...decided];
    },
    tells: ({ data }) =>
      isSaid(data.ledBy)
        ? `Section 47 enquiry. Begun, led by ${data.ledBy.socialWorker ? 'a social worker' : 'somebody who is not a social worker'}.`
        : 'Section 47 enquiry. Begun.',
  }),
  moduleEntry({
    is: section47Concluded.is,
    yields: ['enquiry.concluded', 'enquiry.no-conference-needed'],
    facts: (entry) => [
      factOf(entry, 'enquiry.concluded'),
      ...(entry.data.conferenceNeeded === false ? [factOf(entry, 'enquiry.no-conference-needed')] : []),
    ],
    tells: ({ data }) => {
      if (!isSaid(data.conferenceNeeded)) return 'Section 47 enquiry. Concluded.';
      return `Section 47 enquiry. Concluded: ${data.conferenceNeeded ? 'a conference is needed' : 'no conference is needed'}.`;
    },
  }),
];
