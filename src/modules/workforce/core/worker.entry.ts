import { z } from 'zod';
import { addDays } from '../../../kernel/local-date.ts';
import { defineEntry } from '../../../record/define-entry.ts';
import { day, isSaid, said, saidOrNull, shortText, someId, words } from '../../../record/said.ts';
import { moduleEntry } from '../../manifest.ts';

export const GRADES = [
  'social-worker',
  'newly-qualified-social-worker',
  'advanced-practitioner',
  'team-manager',
  'family-support-worker',
  'student',
] as const;
export type Grade = (typeof GRADES)[number];

/** A person begins work for the council: opens their book. */
export const workerJoined = defineEntry({
  type: 'worker-joined',
  version: 1,
  books: ['worker'],
  fields: {
    name: shortText,
    grade: said(z.enum(GRADES)),
    /** The team's book. */
    team: said(someId),
    agency: said(z.boolean()),
    /** The address that they sign in with, where they do. */
    email: said(shortText),
  },
});

/** `joinedOn` repeats the day of joining, so that this entry alone says from when until when they were in post. */
export const workerLeft = defineEntry({
  type: 'worker-left',
  version: 1,
  books: ['worker'],
  fields: { joinedOn: day, because: said(words) },
});

export const registrationRecorded = defineEntry({
  type: 'registration-recorded',
  version: 1,
  books: ['worker'],
  fields: {
    number: said(shortText),
    from: day,
    until: said(day),
    checkedBy: said(shortText),
  },
});

export const LEAVE_KINDS = ['sickness', 'annual', 'parental', 'compassionate', 'suspension', 'other'] as const;

/** Leave, from the day of the entry. Its kind is the worker's own affair and reaches no child's page. */
export const leaveBegun = defineEntry({
  type: 'leave-begun',
  version: 1,
  books: ['worker'],
  fields: { kind: said(z.enum(LEAVE_KINDS)), expectedUntil: said(day) },
});

/** Back at work on the day of the entry: the last day of leave is the day before. */
export const leaveEnded = defineEntry({
  type: 'leave-ended',
  version: 1,
  books: ['worker'],
  fields: { begunOn: day },
});

/** From its day the worker belongs to another team; who joined without a team gets one. */
export const workerMoved = defineEntry({
  type: 'worker-moved',
  version: 1,
  books: ['worker'],
  fields: { team: someId, because: said(words) },
});

/**
 * A standing is a stretch of days. A later one of the same person, state and first day replaces the earlier: it says
 * the end that was not known before. A day of beginning that nobody knows gives no standing at all.
 */
const silent = { yields: [], facts: () => [] } as const;

export const workerEntries = [
  moduleEntry({
    ...silent,
    is: workerJoined.is,
    standing: ({ happened }) => (happened.latest ? [{ state: 'in-post', from: happened.latest, until: null }] : []),
    tells: () => 'Joined.',
  }),
  moduleEntry({
    ...silent,
    is: workerLeft.is,
    // An unknown day of leaving ends the post on the first day on which they can have gone: sight errs towards the gap.
    standing: ({ data, happened }) => [
      { state: 'in-post', from: data.joinedOn, until: happened.earliest ?? data.joinedOn },
    ],
    tells: () => 'Left.',
  }),
  moduleEntry({
    ...silent,
    is: registrationRecorded.is,
    standing: ({ data }) => [{ state: 'registered', from: data.from, until: saidOrNull(data.until) }],
    tells: ({ data }) =>
      isSaid(data.until) ? 'Registration recorded, with its last day.' : 'Registration recorded; its end is not known.',
  }),
  moduleEntry({
    ...silent,
    is: leaveBegun.is,
    standing: ({ data, happened }) =>
      happened.earliest ? [{ state: 'on-leave', from: happened.earliest, until: saidOrNull(data.expectedUntil) }] : [],
    tells: () => 'Leave began.',
  }),
  moduleEntry({
    ...silent,
    is: leaveEnded.is,
    standing: ({ data, happened }) =>
      happened.latest ? [{ state: 'on-leave', from: data.begunOn, until: addDays(happened.latest, -1) }] : [],
    tells: () => 'Back from leave.',
  }),
  moduleEntry({ ...silent, is: workerMoved.is, tells: () => 'Moved to another team.' }),
];
