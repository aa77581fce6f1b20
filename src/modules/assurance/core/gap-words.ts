import type { CannotTell } from '../../../sight/clock.ts';
import { GAPS, type Gap, type SpanBecause } from '../../../sight/span-kinds.ts';

/** The five lists of children: the four gaps, and the children of whom something cannot be told. */
export const REGISTERS = [...GAPS, 'cannot-tell'] as const;
export type Register = (typeof REGISTERS)[number];

type RegisterWords = {
  /** The last part of the register's address. */
  readonly address: string;
  readonly title: string;
  readonly heading: string;
  /** After "of 5,500 open children, 214 …". */
  readonly lack: string;
  /** After "Of 5,500 children open, 5,280 …". */
  readonly have: string;
  /** After "; 214 …". */
  readonly not: string;
  readonly definition: string;
};

/** What each register is called, and what it says. */
export const REGISTER_WORDS: Record<Register, RegisterWords> = {
  'no-worker': {
    address: 'no-social-worker',
    title: 'No social worker',
    heading: 'Children with no social worker',
    lack: 'have no social worker',
    have: 'have a social worker who is in post and at work',
    not: 'do not',
    definition:
      'A child has a social worker when one named person holds them who is in post, at work and registered where that is required. A manager as placeholder, a team or a duty desk does not hold a child.',
  },
  'not-assessed': {
    address: 'not-assessed',
    title: 'Risk not assessed',
    heading: 'Children whose risk has not been assessed',
    lack: 'have not had the concern about them assessed',
    have: 'have had the concern about them assessed, or it is being assessed now',
    not: 'have not',
    definition:
      'The concern is assessed when an assessment has begun in the child’s open episode, or a live plan stands.',
  },
  'not-seen': {
    address: 'not-seen',
    title: 'Not seen in time',
    heading: 'Children who have not been seen in time',
    lack: 'have not been seen in time',
    have: 'have been seen as often as their plan or the law says, or no visit is due yet',
    not: 'have not',
    definition:
      'Not seen in time: a visit that is owed by law, guidance or the plan is past its due day and still owed.',
  },
  'no-plan': {
    address: 'no-plan',
    title: 'No plan',
    heading: 'Children who are owed a plan and have none',
    lack: 'are owed a plan and have none',
    have: 'have the plan that they are owed, or are owed none',
    not: 'do not',
    definition: 'A plan is owed from the decision that one is needed, and to every child in care.',
  },
  'cannot-tell': {
    address: 'cannot-tell',
    title: 'Cannot tell',
    heading: 'Children of whom we cannot tell',
    lack: 'have an answer that nobody can tell',
    have: 'have every answer known',
    not: 'do not',
    definition: 'Cannot tell: what was recorded or loaded does not say, and silence is no evidence.',
  },
};

/** The register at an address; undefined for one that is not there. */
export const registerAt = (address: string): Register | undefined =>
  REGISTERS.find((each) => REGISTER_WORDS[each].address === address);

/** What a child may lack or we may not know, and which answer it belongs to. */
export const ASPECTS = ['allocated', 'assessed', 'seen', 'planned'] as const;
export type Aspect = (typeof ASPECTS)[number];
export const ASPECT_WORDS: Record<Aspect, string> = {
  allocated: 'Who holds the child',
  assessed: 'Whether the risk is assessed',
  seen: 'Whether the child was seen in time',
  planned: 'Whether there is a plan',
};
export const ASPECT_OF: Record<Gap, Aspect> = {
  'no-worker': 'allocated',
  'not-assessed': 'assessed',
  'not-seen': 'seen',
  'no-plan': 'planned',
};

export type ReasonWords = {
  readonly words: string;
  readonly detail: string;
  /** Whom to ask, where nobody can tell. */
  readonly whoCanSay?: string;
};

const OF_GAPS: Record<Exclude<SpanBecause, CannotTell>, ReasonWords> = {
  left: { words: 'Worker has left', detail: 'the named worker is no longer in post' },
  'on-leave': { words: 'Worker away, no cover', detail: 'for longer than the council’s policy allows' },
  'not-registered': { words: 'Registration lapsed', detail: 'may not hold this work' },
  'placeholder:manager': { words: 'In a manager’s name', detail: 'a placeholder holds nobody' },
  'placeholder:team': { words: 'In a team’s name', detail: 'a placeholder holds nobody' },
  'placeholder:duty': { words: 'With the duty desk', detail: 'a placeholder holds nobody' },
  'placeholder:in-transit': { words: 'In transit between teams', detail: 'sent, not accepted' },
  'placeholder:awaiting-closure': { words: 'Awaiting closure', detail: 'not closed, not held' },
  'placeholder:not-said': { words: 'In no person’s name', detail: 'a placeholder holds nobody' },
  ended: { words: 'Post vacant', detail: 'the last worker’s time ended and nobody has been named' },
  'never-allocated': { words: 'Never allocated', detail: 'nobody has been named since the child was opened' },
  'no-assessment': { words: 'No assessment begun', detail: 'and no live plan stands' },
  'never-seen': { words: 'Never seen', detail: 'no visit is recorded in this episode' },
  'visit-late': { words: 'Visit overdue', detail: 'past its due day and still owed' },
  'no-plan-after-decision': { words: 'Decided, not made', detail: 'a plan was decided on and has not begun' },
  'no-care-plan': { words: 'No care plan', detail: 'in care without an agreed plan' },
  'opening-day-not-known': {
    words: 'The day of opening is not known',
    detail: 'recorded or loaded without an exact day',
    whoCanSay: 'Whoever received the referral',
  },
  'worker-not-known': {
    words: 'The worker is not known',
    detail: 'named in no file, and nothing is recorded here',
    whoCanSay: 'Team manager',
  },
  'day-not-known': {
    words: 'The day is not known exactly',
    detail: 'and the answer turns on it',
    whoCanSay: 'Whoever recorded it',
  },
  'files-end-before': {
    words: 'The files end before this day',
    detail: 'and nothing has been recorded here since',
    whoCanSay: 'Performance team, with a later file',
  },
  'files-never-say': {
    words: 'The files never say',
    detail: 'and nobody has recorded it here',
    whoCanSay: 'The child’s worker',
  },
};

const OF_CLOCKS: Record<CannotTell, ReasonWords> = {
  'source-ends-before': OF_GAPS['files-end-before'],
  'source-begins-after': {
    words: 'It began before the files do',
    detail: 'what was done before then is not in them',
    whoCanSay: 'Performance team, with an earlier file',
  },
  'source-never-says': OF_GAPS['files-never-say'],
  'start-day-not-known': {
    words: 'The day it began is not known exactly',
    detail: 'so the due day is not known',
    whoCanSay: 'Whoever recorded it',
  },
  'met-day-not-known': {
    words: 'The day of the visit is not known exactly',
    detail: 'the due day may fall before or after it',
    whoCanSay: 'The worker who visited',
  },
  'end-day-not-known': {
    words: 'The day it ended is not known exactly',
    detail: 'the due day may fall before or after it',
    whoCanSay: 'Whoever recorded it',
  },
  'time-of-day-not-known': {
    words: 'The time of day is not known',
    detail: 'the limit is in hours',
    whoCanSay: 'Whoever recorded it',
  },
  'sources-disagree': {
    words: 'Two sources disagree',
    detail: 'and the answer would differ between them',
    whoCanSay: 'Performance team, at source',
  },
  'calendar-ends': {
    words: 'Bank holidays are not known so far ahead',
    detail: 'the due day lies beyond them',
    whoCanSay: 'Whoever keeps the calendar',
  },
};

const WORDS: Readonly<Record<string, ReasonWords>> = { ...OF_GAPS, ...OF_CLOCKS };

/** A code of the record in words. A code that has none yet is shown as it stands rather than hidden. */
export const reasonWords = (because: string | null): ReasonWords =>
  WORDS[because ?? ''] ?? {
    words: because === null ? 'No reason recorded' : because.replaceAll(/[-:]/g, ' '),
    detail: '',
  };
