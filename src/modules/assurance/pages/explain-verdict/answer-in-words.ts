import { daysBetween, fromEpochDay, type LocalDate } from '../../../../kernel/local-date.ts';
import { countOf, longDay, plainDay } from '../../../../ui/dates-in-words.ts';
import type { Answered, Asked } from '../../../child-page.ts';
import { happenedInWords, type Window, whyCannotTell } from '../../../verdict-in-words.ts';

/** A sentence with the words that must be seen first marked. */
export type Words = readonly (string | { readonly strong: string })[];

const dateOf = (day: number | null): LocalDate | null => (day === null ? null : fromEpochDay(day));
const strong = (day: LocalDate): { strong: string } => ({ strong: longDay(day) });
const dueBy = (day: LocalDate | null): Words => (day === null ? [] : ['It was due by ', strong(day), '. ']);
const doneOn = (day: LocalDate | null, between: string): Words =>
  day === null ? [`It was done ${between}.`] : ['It was done on ', strong(day), '.'];

function notDone({ dueOn, endedOn }: Answered['explanation'], asked: Asked, windows: readonly Window[]): Words {
  if (endedOn !== null) return [...dueBy(dueOn), 'It ended on ', strong(endedOn), ' without having been done.'];
  const speaking = windows.find(({ from, until }) => from <= asked.on && asked.on <= until);
  const whose = speaking ? `, as far as the census of ${plainDay(speaking.until)} can tell` : '';
  return [...dueBy(dueOn), `Nothing says that it had been done by ${plainDay(asked.on)}${whose}.`];
}

/** The answer in a sentence or two: when it was due, and what became of it. */
export function answerInWords({ piece, explanation }: Answered, asked: Asked, windows: readonly Window[]): Words {
  const { verdict, dueOn, metOn, endedOn, because, startedBetween, missing } = explanation;
  if (because !== null) return [whyCannotTell(because, { startedBetween, windows, on: asked.on })];
  const between = happenedInWords(dateOf(piece.metFrom), dateOf(piece.metUntil));
  switch (verdict) {
    case 'met':
    case 'met-late':
      return [...dueBy(dueOn), ...doneOn(metOn, between)];
    case 'overdue':
      return notDone(explanation, asked, windows);
    case 'not-due':
    case 'due-soon':
      if (dueOn === null) return ['It is not due yet.'];
      return ['It is due by ', strong(dueOn), `, ${leftInWords(daysBetween(asked.on, dueOn), asked)}.`];
    case 'excused':
      return [...dueBy(dueOn), 'A lawful extension was recorded before that day ended.'];
    case 'reasoned-late':
      return [
        ...dueBy(dueOn),
        ...(metOn === null ? ['It has not been done.'] : doneOn(metOn, between)),
        ' A reason for the delay is recorded; it is late all the same.',
      ];
    case 'superseded':
      return [
        ...dueBy(dueOn),
        endedOn === null ? 'It was no longer owed.' : `It was no longer owed after ${plainDay(endedOn)}.`,
      ];
    case 'holds':
      return ['The record shows that it is so.'];
    default:
      return [
        missing.length > 0
          ? 'Something that ought to be there is missing.'
          : 'The record itself shows that it is not so.',
      ];
  }
}

function leftInWords(days: number, { on, today }: Asked): string {
  if (days <= 0) return on === today ? 'today' : 'that day itself';
  return on === today ? `in ${countOf(days, 'day')}` : `${countOf(days, 'day')} after ${plainDay(on)}`;
}
