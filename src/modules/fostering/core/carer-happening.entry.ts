import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { isSaid, said, saidOrNull, shortText, someId, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { happening } from '../../happening.ts';
import { type ModuleEntry, moduleEntry } from '../../manifest.ts';

/** The thread of the approval; each thing in this file is a thread of its own. */
const episode = z.union([someId, z.null()]);

/** A supervision visit. Its record is signed on the same thread. */
export const carerSupervised = defineEntry({
  type: 'carer-supervised',
  version: 1,
  books: ['carer'],
  fields: { episode, worker: said(someId), note: said(words) },
});

export const supervisionSigned = defineEntry({
  type: 'supervision-signed',
  version: 1,
  books: ['carer'],
  fields: { episode, signedBy: said(z.array(shortText)) },
});

/** The panel recommends; the decision stands on the same thread. */
export const carerRecommendationMade = defineEntry({
  type: 'carer-recommendation-made',
  version: 1,
  books: ['carer'],
  fields: { episode, recommends: said(words) },
});

export const carerDecided = defineEntry({
  type: 'carer-decided',
  version: 1,
  books: ['carer'],
  fields: { episode, decision: said(words), decidedBy: said(shortText) },
});

/** The independent review mechanism tells the council that a carer asked for a review of what it decided. */
export const independentReviewNotified = defineEntry({
  type: 'independent-review-notified',
  version: 1,
  books: ['carer'],
  fields: { episode },
});

export const independentReviewPapersSent = defineEntry({
  type: 'independent-review-papers-sent',
  version: 1,
  books: ['carer'],
  fields: { episode },
});

/** An event of which Ofsted and others must be told without delay (Schedule 7 of the 2011 Regulations). */
export const notifiableEventHappened = defineEntry({
  type: 'notifiable-event-happened',
  version: 1,
  books: ['carer'],
  fields: { episode, account: said(words) },
});

export const notifiableEventNotified = defineEntry({
  type: 'notifiable-event-notified',
  version: 1,
  books: ['carer'],
  fields: { episode, told: said(z.array(shortText)) },
});

/** A child comes to live with the carer: on the thread of the child's placement. */
export const childPlacedWithCarer = defineEntry({
  type: 'child-placed-with-carer',
  version: 1,
  books: ['carer'],
  fields: {
    episode,
    /** The child's book. */
    child: said(someId),
  },
});

export const childLeftCarer = defineEntry({
  type: 'child-left-carer',
  version: 1,
  books: ['carer'],
  fields: { episode, child: said(someId) },
});

export const carerHappeningEntries: readonly ModuleEntry[] = [
  moduleEntry({
    is: carerSupervised.is,
    yields: ['carer.supervised'],
    facts: (entry) => [factOf(entry, 'carer.supervised', { party: saidOrNull(entry.data.worker) })],
    tells: ({ data }) => (isSaid(data.note) ? 'Supervision. Held; a note was written.' : 'Supervision. Held.'),
  }),
  happening(supervisionSigned, 'carer.supervision-signed', 'Supervision. The record was signed.'),
  happening(carerRecommendationMade, 'carer.recommended', 'Fostering panel. Made a recommendation.'),
  happening(carerDecided, 'carer.decided', 'Fostering panel. The council decided.'),
  happening(
    independentReviewNotified,
    'carer.independent-review-notified',
    'Independent review. The council was told that one is asked for.',
  ),
  happening(independentReviewPapersSent, 'carer.papers-sent', 'Independent review. The papers were sent.'),
  happening(notifiableEventHappened, 'carer.notifiable-event', 'Notifiable event. Happened.'),
  happening(notifiableEventNotified, 'carer.event-notified', 'Notifiable event. Those who must know were told.'),
  happening(childPlacedWithCarer, 'carer.child-placed', 'Carer. A child came to live here.'),
  happening(childLeftCarer, 'carer.child-left', 'Carer. A child left.'),
];
