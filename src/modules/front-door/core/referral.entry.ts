import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { code, isSaid, said, shortText, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';
import { episodeOfThread } from './episode.ts';

export const REFERRED_BY = ['phone', 'writing', 'in-person', 'online'] as const;

/**
 * A referral was received. Its thread is the episode of need, to which assessments, enquiries and plans belong.
 * `referralSource` is a code of the census; `referrer` is who that was, as people say it.
 */
export const referralReceived = defineEntry({
  type: 'referral-received',
  version: 1,
  books: ['child'],
  fields: {
    referralSource: said(code),
    referrer: said(shortText),
    by: said(z.enum(REFERRED_BY)),
    words: said(words),
  },
});

/** The professional who telephoned has now written. */
export const referralConfirmedInWriting = defineEntry({
  type: 'referral-confirmed-in-writing',
  version: 1,
  books: ['child'],
  fields: { words: said(words) },
});

/** Whoever referred was told what became of it. */
export const referrerTold = defineEntry({
  type: 'referrer-told',
  version: 1,
  books: ['child'],
  fields: { how: said(shortText), words: said(words) },
});

export const referralEntries = [
  moduleEntry({
    is: referralReceived.is,
    yields: ['referral.received', 'referral.from-professional', 'referral.received-by-phone'],
    facts: (entry) => {
      const inEpisode = episodeOfThread(entry);
      return [
        factOf(inEpisode, 'referral.received'),
        ...(isFromProfessional(entry.data) ? [factOf(inEpisode, 'referral.from-professional')] : []),
        ...(entry.data.by === 'phone' ? [factOf(inEpisode, 'referral.received-by-phone')] : []),
      ];
    },
    tells: ({ data }) => (isSaid(data.by) ? `Referral. Received ${howReceived(data.by)}.` : 'Referral. Received.'),
  }),
  moduleEntry({
    is: referralConfirmedInWriting.is,
    yields: ['referral.confirmed-in-writing'],
    facts: (entry) => [factOf(episodeOfThread(entry), 'referral.confirmed-in-writing')],
    tells: () => 'Referral. Confirmed in writing.',
  }),
  moduleEntry({
    is: referrerTold.is,
    yields: ['referral.referrer-told'],
    facts: (entry) => [factOf(episodeOfThread(entry), 'referral.referrer-told')],
    tells: () => 'Referral. The referrer was told what happens next.',
  }),
];

/** Family, neighbours, the child, strangers (Members of Parliament among them), the nameless and the unknown. */
const NOT_A_PROFESSIONAL: readonly string[] = ['1A', '1B', '1C', '1D', '9', '10'];

/** Where the source is not said, a professional is assumed: somebody may be waiting for an answer. */
const isFromProfessional = ({ referralSource }: { readonly referralSource: unknown }): boolean =>
  !(typeof referralSource === 'string' && NOT_A_PROFESSIONAL.includes(referralSource));

const howReceived = (by: (typeof REFERRED_BY)[number]): string =>
  ({ phone: 'by telephone', writing: 'in writing', 'in-person': 'in person', online: 'online' })[by];
