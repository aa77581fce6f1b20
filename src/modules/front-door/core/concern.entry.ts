import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { isSaid, said, shortText, someId, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';

export const RATINGS = ['red', 'amber', 'green'] as const;

/** Somebody is worried about a child. Sight of the child begins here, whatever it is called later. */
export const concernRaised = defineEntry({
  type: 'concern-raised',
  version: 1,
  books: ['child'],
  fields: {
    episode: z.union([someId, z.null()]),
    from: said(shortText),
    words: said(words),
  },
});

export const contactTriaged = defineEntry({
  type: 'contact-triaged',
  version: 1,
  books: ['child'],
  fields: {
    episode: z.union([someId, z.null()]),
    rating: said(z.enum(RATINGS)),
    reasons: said(words),
  },
});

export const concernEntries = [
  moduleEntry({
    is: concernRaised.is,
    yields: ['concern.raised'],
    facts: (entry) => [factOf(entry, 'concern.raised')],
    tells: () => 'Concern. Somebody told the council of a worry about this child.',
  }),
  moduleEntry({
    is: contactTriaged.is,
    yields: ['concern.triaged'],
    facts: (entry) => [factOf(entry, 'concern.triaged')],
    tells: ({ data }) =>
      isSaid(data.rating) ? `Contact. Rated ${data.rating}.` : 'Contact. Looked at; no rating was given.',
  }),
];
