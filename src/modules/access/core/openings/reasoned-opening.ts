import type { Id } from '../../../../kernel/id.ts';
import { dayInLondon, type Instant, millisecondsOf } from '../../../../kernel/instant.ts';
import { type LocalDate, toEpochDay } from '../../../../kernel/local-date.ts';
import { type Calendar, workingDaysBetween } from '../../../../kernel/working-days.ts';

/** How long a reason opens a record, in hours. The table of openings holds to the same. */
export const HOURS_OPEN = 4;
/** Working days after the day of the opening within which it is looked at. */
export const REVIEW_DAYS = 5;
/** Letters that a reason needs at least: "because" is none. */
export const SHORTEST_REASON = 10;
const LONGEST_REASON = 2_000;

/** What a reviewer can find. */
export const FINDINGS = ['right', 'not-needed', 'wrong'] as const;
export type Finding = (typeof FINDINGS)[number];

/** A record that somebody without a relation opened with a reason. By the machine's clock. */
export type ReasonedOpening = {
  readonly id: Id;
  readonly person: Id;
  readonly child: Id;
  readonly reason: string;
  readonly openedAt: Instant;
  readonly until: Instant;
  readonly endedAt: Instant | null;
  readonly reviewedAt: Instant | null;
};

/** Says what is wrong with a reason; undefined when it is one. Letters count, not dots. */
export function faultOfReason(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'Say why you need to open this record';
  if (letters < SHORTEST_REASON) return `The reason must have ${SHORTEST_REASON} letters or more`;
  return text.trim().length > LONGEST_REASON
    ? `The reason must have ${LONGEST_REASON.toLocaleString('en-GB')} characters or fewer`
    : undefined;
}

/** Is the record open by it at that moment? */
export const isRunning = ({ until, endedAt }: Pick<ReasonedOpening, 'until' | 'endedAt'>, now: Instant): boolean =>
  endedAt === null && until > now;

/** Whoever opened it may end it, and whoever answers for the child. */
export const mayEnd = (
  opening: ReasonedOpening,
  { person, answersForChild, now }: { readonly person: Id; readonly answersForChild: boolean; readonly now: Instant },
): boolean => isRunning(opening, now) && (opening.person === person || answersForChild);

/** Nobody looks at what they opened themselves, and nobody twice. */
export const mayReview = (opening: Pick<ReasonedOpening, 'person' | 'reviewedAt'>, reviewer: Id): boolean =>
  opening.reviewedAt === null && opening.person !== reviewer;

/** Did more working days pass than a review may take? Undefined outside the years whose bank holidays are known. */
export function isReviewOverdue(calendar: Calendar, openedAt: Instant, today: LocalDate): boolean | undefined {
  const passed = workingDaysBetween(calendar, toEpochDay(dayInLondon(openedAt)), toEpochDay(today));
  return passed === undefined ? undefined : passed > REVIEW_DAYS;
}

const MINUTE = 60_000;

/** "3 hours 12 minutes left", "1 minute left"; rounded up, so that nobody reads that nothing is left while it is open. */
export function leftInWords({ until }: Pick<ReasonedOpening, 'until'>, now: Instant): string {
  const minutes = Math.max(0, Math.ceil((millisecondsOf(until) - millisecondsOf(now)) / MINUTE));
  const parts = [count(Math.floor(minutes / 60), 'hour'), count(minutes % 60, 'minute')].filter((part) => part !== '');
  return parts.length === 0 ? 'no time left' : `${parts.join(' ')} left`;
}

const count = (number: number, unit: string): string =>
  number === 0 ? '' : `${number} ${unit}${number === 1 ? '' : 's'}`;
