import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { day, said, shortText, someId, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';

const episode = z.union([someId, z.null()]);
const attended = said(z.array(shortText));

/** The day by which a file says that the conference was to be held. An observation; Sightline counts its own. */
export const initialConferenceTargetSet = defineEntry({
  type: 'initial-conference-target-set',
  version: 1,
  books: ['child'],
  fields: { episode, target: day },
});

/** Stands on the thread of the enquiry that led to it, where one did. */
export const initialConferenceHeld = defineEntry({
  type: 'initial-conference-held',
  version: 1,
  books: ['child'],
  fields: { episode, planAgreed: said(z.boolean()), attended, chairedBy: said(shortText) },
});

/** Stands on the thread of the plan that it reviews. */
export const reviewConferenceHeld = defineEntry({
  type: 'review-conference-held',
  version: 1,
  books: ['child'],
  fields: { episode, planContinues: said(z.boolean()), attended, chairedBy: said(shortText) },
});

export const conferenceReportShared = defineEntry({
  type: 'conference-report-shared',
  version: 1,
  books: ['child'],
  fields: { episode, sharedWith: attended },
});

export const conferenceMinutesSent = defineEntry({
  type: 'conference-minutes-sent',
  version: 1,
  books: ['child'],
  fields: { episode, sentTo: attended },
});

/** Another council tells us that a child with a plan has come to live here for good. */
export const transferInNotified = defineEntry({
  type: 'transfer-in-notified',
  version: 1,
  books: ['child'],
  fields: { episode, fromCouncil: said(shortText), account: said(words) },
});

export const transferInConferenceHeld = defineEntry({
  type: 'transfer-in-conference-held',
  version: 1,
  books: ['child'],
  fields: { episode, planAgreed: said(z.boolean()), attended, chairedBy: said(shortText) },
});

const silent = { yields: [], facts: () => [] } as const;

export const conferenceEntries = [
  moduleEntry({
    ...silent,
    is: initialConferenceTargetSet.is,
    tells: () => 'Child protection conference. A day was set by which to hold it.',
  }),
  moduleEntry({
    is: initialConferenceHeld.is,
    yields: ['conference.initial-held'],
    facts: (entry) => [factOf(entry, 'conference.initial-held')],
    tells: ({ data }) => `Child protection conference. ${planIn(data.planAgreed)}`,
  }),
  moduleEntry({
    is: reviewConferenceHeld.is,
    yields: ['review.protection-held'],
    facts: (entry) => [factOf(entry, 'review.protection-held')],
    tells: ({ data }) =>
      data.planContinues === false ? 'Review conference. The plan is to end.' : 'Review conference. Held.',
  }),
  moduleEntry({
    is: conferenceReportShared.is,
    yields: ['conference.report-shared'],
    facts: (entry) => [factOf(entry, 'conference.report-shared')],
    tells: () => 'Child protection conference. The report was shared with the family.',
  }),
  moduleEntry({
    is: conferenceMinutesSent.is,
    yields: ['conference.minutes-sent'],
    facts: (entry) => [factOf(entry, 'conference.minutes-sent')],
    tells: () => 'Child protection conference. The minutes were sent.',
  }),
  moduleEntry({
    is: transferInNotified.is,
    yields: ['conference.transfer-in-notified'],
    facts: (entry) => [factOf(entry, 'conference.transfer-in-notified')],
    tells: () => 'Another council told us that a child with a protection plan has moved here.',
  }),
  moduleEntry({
    is: transferInConferenceHeld.is,
    yields: ['conference.transfer-in-held'],
    facts: (entry) => [factOf(entry, 'conference.transfer-in-held')],
    tells: ({ data }) => `Transfer-in conference. ${planIn(data.planAgreed)}`,
  }),
];

function planIn(agreed: unknown): string {
  if (agreed === true) return 'A protection plan was agreed.';
  return agreed === false ? 'No protection plan was needed.' : 'Held.';
}
