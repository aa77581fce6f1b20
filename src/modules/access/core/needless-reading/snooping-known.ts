import type { Id } from '../../../../kernel/id.ts';
import { dayInLondon, type Instant, timeInLondon } from '../../../../kernel/instant.ts';
import { addDays, isWeekend, type LocalDate } from '../../../../kernel/local-date.ts';
import type { Relation } from '../relation.ts';

/** One line of the access log about one child: somebody was shown the record, or did something in it. */
export type View = {
  /** The number of the line in the log. */
  readonly line: number;
  readonly child: Id;
  readonly at: Instant;
  readonly event: string;
  /** By what the record was open; null where the line does not say. */
  readonly relation: Relation | null;
};

/**
 * Something that can only be compared: a surname, a postcode, an address. Whoever calls says which marks are the same, and
 * may have made them unreadable.
 */
export type Mark = string;

/** What is held of the person who reads. Empty and null where nobody has said. */
export type Reader = {
  readonly id: Id;
  readonly surnames: readonly Mark[];
  readonly postcode: Mark | null;
  readonly address: Mark | null;
  /** Children whom this person declared to know outside work. */
  readonly interests: readonly Id[];
};

/** What is held of a child and of the people round the child. A protected address is never among the marks. */
export type Surroundings = {
  readonly surnames: readonly Mark[];
  readonly postcodes: readonly Mark[];
  readonly addresses: readonly Mark[];
  /** Brothers, sisters and children of the same household, the child itself not among them. */
  readonly family: readonly Id[];
};

/** What one reader’s lines are judged by. */
export type Known = {
  /** The children of the record, and how many of them have a surname. */
  readonly children: number;
  readonly bearing: (surname: Mark) => number;
  readonly of: (child: Id) => Surroundings;
  /** Did the reader write an entry in this child’s book in the time that is judged, or just before or after it? */
  readonly wrote: (child: Id) => boolean;
  /** Did a reviewer look at this view before, as part of what was found then? It raises nothing again. */
  readonly isAnswered: (view: View) => boolean;
};

/** A stretch of time; `until` is no longer part of it. */
export type Period = { readonly from: Instant; readonly until: Instant };

/** The relations that are reason enough for every view: somebody gave this reader this child. */
export const GIVEN: ReadonlySet<Relation | null> = new Set<Relation>([
  'allocated',
  'manager',
  'cover',
  'conference-chair',
  'reviewing-officer',
  'legal',
  'supervising',
  'named',
  'sample',
]);

/** Opened with a reason, or by nothing that the line names: the reader’s own choice, not the work that they were given. */
export const isOwnChoice = ({ relation }: View): boolean => relation === 'reason' || relation === null;

const NIGHT_BEGINS = '21:00';
const NIGHT_ENDS = '06:30';

/** In the night or at a weekend, by the clocks of England. */
export function isOutOfHours({ at }: Pick<View, 'at'>): boolean {
  const time = timeInLondon(at);
  return time >= NIGHT_BEGINS || time < NIGHT_ENDS || isWeekend(dayInLondon(at));
}

/** How many different days these views fall on. A night belongs to the day on which it began: after midnight is no other day. */
export const daysOf = (views: readonly View[]): number => new Set(views.map(({ at }) => dayOf(at))).size;

function dayOf(at: Instant): LocalDate {
  const day = dayInLondon(at);
  return timeInLondon(at) < NIGHT_ENDS ? addDays(day, -1) : day;
}

export const childrenOf = (views: readonly View[]): number => new Set(views.map(({ child }) => child)).size;

export const linesOf = (views: readonly View[]): number[] => views.map(({ line }) => line);
