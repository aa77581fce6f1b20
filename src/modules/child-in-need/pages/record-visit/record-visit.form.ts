import { type Id, id } from '../../../../kernel/id.ts';
import { instantInLondon } from '../../../../kernel/instant.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import { type Happened, happenedOn } from '../../../../record/entry.ts';
import { notKnown, type Said } from '../../../../record/said.ts';
import { type DateRead, dateTyped, readDateBoxes } from '../../../../ui/date-boxes.ts';
import { dateFault } from '../../../../ui/date-fields.tsx';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { saidIn, typedIn } from '../../../typed-form.ts';
import { HOW_SEEN, type HowSeen } from '../../core/child-visited.entry.ts';
import type { RecordVisit } from '../../core/decide-record-visit.ts';

/** A child as the form asks about them: by place, the child of the page first. */
export type AskedChild = { readonly book: Id; readonly called: string };

/** A form that was understood; `faults` is empty exactly when `visit` is there. */
export type VisitRead = {
  readonly day: DateRead;
  readonly faults: readonly FieldFault[];
  readonly visit: Omit<RecordVisit, 'visitedBy' | 'worker'> | null;
};

/** Reads the form: a command, or a sentence beside each box that is wrong. Nothing is guessed and nothing has a default. */
export function readVisitForm(typed: Typed, asked: readonly AskedChild[], today: LocalDate): VisitRead {
  const day = readDateBoxes(dateTyped(typed, 'day'), {
    what: 'The day of the visit',
    notAfter: { day: today, words: 'today' },
  });
  const time = readTime(typedIn(typed, 'time'));
  const faults: FieldFault[] = [
    ...(day.is === 'empty' ? [{ field: 'day-day', text: 'Enter the day of the visit' }] : dateFault('day', day)),
    ...(time === 'fault' ? [{ field: 'time', text: 'The time must be like 3.30pm or 15:30, or left empty' }] : []),
    ...presentFaults(typed),
    ...asked.flatMap((child, place) => childFaults(typed, child, place)),
  ];
  if (faults.length > 0 || day.is !== 'date' || time === 'fault') return { day, faults, visit: null };
  return {
    day,
    faults,
    visit: {
      happened: happenedThen(day.date, time),
      present: presentIn(typed),
      place: saidIn(typed, 'place'),
      children: asked.flatMap((child, place) => childIn(typed, child, place)),
    },
  };
}

const happenedThen = (day: LocalDate, time: string | null): Happened =>
  time === null
    ? happenedOn(day)
    : { earliest: day, latest: day, precision: 'instant', at: instantInLondon(day, time) };

/** `15:30` from `15:30`, `1530`, `3.30pm` or `3 pm`; null for nothing. */
export function readTime(text: string): string | null | 'fault' {
  if (text === '') return null;
  const parts = /^(\d{1,2})(?:[.:]?(\d{2}))?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim());
  if (!parts) return 'fault';
  const [, hourText = '', minuteText, half] = parts;
  const [hour, minute] = [Number(hourText), Number(minuteText ?? 0)];
  if (minute > 59 || (half ? hour < 1 || hour > 12 : hour > 23 || minuteText === undefined)) return 'fault';
  const whole = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(whole).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

export const PRESENT = ['people', 'nobody', 'not-known'] as const;

function presentFaults(typed: Typed): FieldFault[] {
  const choice = typedIn(typed, 'present');
  if (!PRESENT.some((each) => each === choice)) return [{ field: 'present', text: 'Say who was there' }];
  if (choice === 'people' && typedIn(typed, 'people') === '')
    return [{ field: 'people', text: 'Name who was there, one on each line' }];
  return [];
}

function presentIn(typed: Typed): Said<string[]> {
  const choice = typedIn(typed, 'present');
  if (choice !== 'people') return choice === 'nobody' ? [] : notKnown;
  return typedIn(typed, 'people')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export const SEEN_ANSWERS = [...HOW_SEEN, 'not-known', 'not-visited'] as const;
type SeenAnswer = (typeof SEEN_ANSWERS)[number];

/** The boxes of one child end in its place on the page, from 1. */
export const field = (name: 'seen' | 'why' | 'words' | 'account' | 'last', place: number): string =>
  `${name}-${place + 1}`;

function answerIn(typed: Typed, place: number): SeenAnswer | undefined {
  const answer = SEEN_ANSWERS.find((each) => each === typedIn(typed, field('seen', place)));
  return answer === 'not-visited' && place === 0 ? undefined : answer;
}

function childFaults(typed: Typed, { called }: AskedChild, place: number): FieldFault[] {
  const answer = answerIn(typed, place);
  const why = field('why', place);
  if (answer === undefined) return [{ field: field('seen', place), text: `Say whether ${called} was seen` }];
  if (answer === 'not-seen' && typedIn(typed, why) === '')
    return [{ field: why, text: `Say why ${called} was not seen, or that you do not know` }];
  return [];
}

function childIn(typed: Typed, { book }: AskedChild, place: number): RecordVisit['children'][number][] {
  const answer = answerIn(typed, place);
  if (answer === undefined || answer === 'not-visited') return [];
  const seen: Said<HowSeen> = answer === 'not-known' ? notKnown : answer;
  return [
    {
      book,
      seen,
      notSeenBecause: saidIn(typed, field('why', place)),
      words: saidIn(typed, field('words', place)),
      account: saidIn(typed, field('account', place)),
      lastSeen: id(typedIn(typed, field('last', place))) ?? null,
      corrects: null,
    },
  ];
}
