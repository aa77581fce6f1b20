import type { Id } from '../../../../kernel/id.ts';
import { daysBetween, type LocalDate, toEpochDay } from '../../../../kernel/local-date.ts';
import { holidaysSkipped } from '../../../../kernel/working-days.ts';
import type { Verdict } from '../../../../sight/verdict.ts';
import { plainDay } from '../../../../ui/dates-in-words.ts';
import type { Counting } from '../../../../ui/days-counted.ts';
import { ageInWords, councilIdsOf } from '../../../child-face.ts';
import { type Answered, type Asked, isLacking, type ReadVerdicts } from '../../../child-page.ts';
import { countingInWords, headlineOf, limitInWords, verdictName } from '../../../verdict-in-words.ts';
import { listOf } from '../../core/list-of.ts';
import { answerInWords, type Words } from './answer-in-words.ts';
import { type KnownEntry, knownEntriesOf, remarksOf } from './known-entries.ts';
import { type Law, otherCountInWords, ruleInWords } from './rule-in-words.ts';

/** How the days were counted: on a calendar where the days are known, else in a sentence. */
export type HowCounted = {
  readonly sentence: string;
  readonly days: Counting | null;
  readonly otherWay: string | null;
};

/** One verdict, explained. */
export type ExplainedVerdict = {
  readonly caption: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly headline: string;
  readonly miss: string | null;
  readonly answer: Words;
  /** Null for a state check. */
  readonly counting: HowCounted | null;
  readonly known: readonly KnownEntry[];
  readonly remarks: readonly string[];
  readonly rule: readonly (readonly [string, string])[];
  readonly missing: readonly string[];
};

/** Everything that stands behind one answer about a child. */
export function explainVerdict(child: ReadVerdicts, answered: Answered, law: Law): ExplainedVerdict {
  const { explanation } = answered;
  const { verdict, late, limit, dueOn, endedOn, wordsForMiss, title, because, missing } = explanation;
  const { asked, entries, windows } = child;
  const facts = {
    verdict,
    late,
    unit: limit?.unit ?? null,
    dueOn,
    ended: endedOn !== null,
    lacks: isLacking(answered.check),
    on: asked.on,
  };
  return {
    caption: captionOf(child, explanation.startedOn),
    title: `Why “${verdict === 'fails' && isLacking(answered.check) ? 'missing' : verdictName(verdict)}”: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    verdict,
    headline: headlineOf(facts),
    miss: wordsForMiss,
    answer: answerInWords(answered, asked, windows),
    counting: countingOf(child, answered, law),
    known: knownEntriesOf(answered, entries),
    remarks: remarksOf(answered, law.duty, entries),
    rule: ruleInWords(answered, law),
    // A "cannot tell" is explained by its own sentence above; what remains is what somebody could still record.
    missing: because === null ? missing : missing.slice(1),
  };
}

/** The child as old as when it began: a page about March 2013 is about a child of six. */
function captionOf({ face, asked }: ReadVerdicts, startedOn: LocalDate | null): string {
  const now = ageInWords(face, asked.on);
  const then = startedOn === null ? now : ageInWords(face, startedOn);
  const age = then === now ? now : `then ${then}`;
  return [face.name === null ? null : `${face.name}, ${age}`, councilIdsOf(face), face.name === null ? age : null]
    .filter((part) => part !== null)
    .join(' · ');
}

/** Months and years are not checked by counting days: a calendar of them would only be long. */
const LONGEST_DRAWN_DAYS = 70;

function countingOf(child: ReadVerdicts, answered: Answered, law: Law): HowCounted | null {
  const { limit, countedFrom, broughtForwardBy, dueOn, metOn, endedOn, skipped } = answered.explanation;
  const startedOn = countedFrom ?? answered.explanation.startedOn;
  if (limit === null) return null;
  const holidays = skipped.map(({ on, name }) => `${name} (${plainDay(on)})`);
  const notCounted = holidays.length === 0 ? '' : ` Not counted: ${listOf(holidays)}.`;
  const from = countedFrom === null ? '' : ` Counted from the last one, on ${plainDay(countedFrom)}.`;
  const forward = broughtForwardBy === null ? '' : ` Brought forward by ${broughtForwardBy}.`;
  const sentence = `${limitInWords(limit.value, limit.unit)}. ${countingInWords(limit.unit)}${notCounted}${from}${forward}`;
  if (startedOn === null || dueOn === null) return { sentence, days: null, otherWay: null };
  const last = metOn ?? endedOn ?? child.asked.on;
  const workingDays = limit.unit.startsWith('working-days');
  const isLong = !/^(working-days|days)/.test(limit.unit) && daysBetween(startedOn, dueOn) > LONGEST_DRAWN_DAYS;
  if (isLong) return { sentence, days: null, otherWay: otherCountInWords(answered, law, last) };
  const days: Counting = {
    startedOn,
    startWords: countedFrom === null ? tellsOf(child, answered.piece.startedBy) : 'The last one',
    dueOn,
    count: workingDays ? 'working-days' : /^(days|weeks)/.test(limit.unit) ? 'days' : 'none',
    startCounts: limit.unit.endsWith('='),
    holidays: workingDays
      ? holidaysSkipped(law.calendar, toEpochDay(startedOn) - 1, toEpochDay(last > dueOn ? last : dueOn))
      : [],
    marks: marksOf(answered, child.asked),
  };
  return { sentence, days, otherWay: otherCountInWords(answered, law, last) };
}

/** What happened after the start: that it was done, that it ended, or that on the day asked about it was still open. */
function marksOf({ explanation: { metOn, endedOn, verdict } }: Answered, { on }: Asked): Counting['marks'] {
  if (metOn !== null) return [{ on: metOn, words: 'done' }];
  if (endedOn !== null) return [{ on: endedOn, words: 'ended' }];
  return verdict === 'overdue' || verdict === 'reasoned-late' ? [{ on, words: 'the day asked about' }] : [];
}

const tellsOf = ({ entries }: ReadVerdicts, id: Id): string =>
  shortened(entries.find(({ entry }) => entry.id === id)?.tells ?? 'It began');

/** As many whole sentences as fit into a day of the calendar. */
function shortened(tells: string): string {
  const [first = '', ...others] = tells.split(/(?<=\.) /);
  const short = others.reduce((told, next) => (told.length + next.length < 36 ? `${told} ${next}` : told), first);
  return short.replace(/\.$/, '');
}
