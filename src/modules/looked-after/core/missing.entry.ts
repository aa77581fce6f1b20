import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { isSaid, said, shortText, someId, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { happening } from '../../happening.ts';
import { type ModuleEntry, moduleEntry } from '../../manifest.ts';

/** The care period, or the referral of a child who is not looked after. */
const episode = z.union([someId, z.null()]);

/** Missing, or away without leave though people know where: M and A of the looked-after return. Its own thread. */
export const childWentMissing = defineEntry({
  type: 'child-went-missing',
  version: 1,
  books: ['child'],
  fields: {
    episode,
    kind: said(z.enum(['missing', 'away-without-authorisation'])),
    /** Reported to the police on that day. */
    reportedToPolice: said(z.boolean()),
  },
});

export const childFound = defineEntry({
  type: 'child-found',
  version: 1,
  books: ['child'],
  fields: { episode, account: said(words) },
});

/** An independent talk after coming back. One that was held or refused had been offered. */
export const returnInterview = defineEntry({
  type: 'return-interview',
  version: 1,
  books: ['child'],
  fields: {
    episode,
    offered: said(z.boolean()),
    held: said(z.boolean()),
    refused: said(z.boolean()),
    by: said(shortText),
    words: said(words),
  },
});

export const missingEntries: readonly ModuleEntry[] = [
  moduleEntry({
    is: childWentMissing.is,
    yields: ['missing.begun', 'missing.reported'],
    facts: (entry) => [
      factOf(entry, 'missing.begun'),
      // The day of the report is known, its hour is not.
      ...(entry.data.reportedToPolice === true ? [{ ...factOf(entry, 'missing.reported'), at: null }] : []),
    ],
    tells: ({ data }) => {
      const gone = data.kind === 'away-without-authorisation' ? 'Away without authorisation' : 'Missing';
      if (!isSaid(data.reportedToPolice)) return `${gone}. Whether the police were told is not known.`;
      return data.reportedToPolice ? `${gone}. Reported to the police.` : `${gone}. Not reported to the police.`;
    },
  }),
  happening(childFound, 'missing.found', 'Missing. The child was found.'),
  moduleEntry({
    is: returnInterview.is,
    yields: ['missing.interview-offered', 'missing.interview-held'],
    facts: (entry) => {
      const { offered, held, refused } = entry.data;
      const wasOffered = offered === true || held === true || refused === true;
      return [
        ...(wasOffered ? [factOf(entry, 'missing.interview-offered')] : []),
        ...(held === true ? [factOf(entry, 'missing.interview-held')] : []),
      ];
    },
    tells: ({ data }) => {
      const spoke = isSaid(data.words) ? ' The child’s own words were written down.' : '';
      if (data.held === true) return `Return interview. Held.${spoke}`;
      if (data.refused === true) return `Return interview. Offered; the child did not want it.${spoke}`;
      if (data.offered === false) return `Return interview. Not offered.${spoke}`;
      return data.offered === true
        ? `Return interview. Offered.${spoke}`
        : `Return interview. Nothing more is known.${spoke}`;
    },
  }),
];
