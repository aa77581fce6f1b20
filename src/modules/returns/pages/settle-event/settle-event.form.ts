import { id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import { type DateRead, dateTyped, readDateBoxes } from '../../../../ui/date-boxes.ts';
import { dateFault } from '../../../../ui/date-fields.tsx';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { typedIn } from '../../../typed-form.ts';
import type { AnswerShape } from '../../core/reconcile/answer-shape.ts';
import type { DisputedEvent } from '../../core/reconcile/disputed-event.ts';
import { differingInWords } from '../../core/reconcile/event-in-words.ts';
import type { RightAnswer, SettleEvent } from '../../core/reconcile/settle-event.ts';

/** How each field that differs can be answered besides what the files say. */
export type Shapes = ReadonlyMap<string, AnswerShape>;

/** The boxes of a field: `right-the-day`, and `other-the-day` for something else. */
export const boxOf = (field: string): string => field.replaceAll(' ', '-');

export type SettleRead = { readonly command: SettleEvent | null; readonly faults: readonly FieldFault[] };

/** Reads the form: a command, or a sentence beside each box that is wrong. Nothing is chosen by default. */
export function readSettleForm(typed: Typed, event: DisputedEvent, shapes: Shapes, today: LocalDate): SettleRead {
  const answers = new Map<string, RightAnswer>();
  const faults: FieldFault[] = [];
  for (const field of event.fields) {
    const read = answerIn(typed, field, event, shapes.get(field) ?? { is: 'nothing-else' }, today);
    if ('fault' in read) faults.push(...read.fault);
    else answers.set(field, read.answer);
  }
  const because = typedIn(typed, 'because');
  if (because === '') faults.push({ field: 'because', text: 'Say why: what you looked at, and whom you asked' });
  if (faults.length > 0) return { command: null, faults };
  return { command: { answers, because, lastSeen: id(typedIn(typed, 'last')) ?? null }, faults };
}

type AnswerRead = { readonly answer: RightAnswer } | { readonly fault: readonly FieldFault[] };

function answerIn(
  typed: Typed,
  field: string,
  { sources }: DisputedEvent,
  shape: AnswerShape,
  today: LocalDate,
): AnswerRead {
  const chosen = typedIn(typed, `right-${boxOf(field)}`);
  const source = sources.find(({ kind }) => chosen === `as-${kind}`);
  if (source) return { answer: { is: 'as-in', kind: source.kind } };
  if (chosen === 'nobody-knows') return { answer: { is: 'nobody-knows' } };
  if (chosen === 'other' && shape.is !== 'nothing-else') return otherIn(typed, field, shape, today);
  return { fault: [{ field: `right-${boxOf(field)}`, text: `Say what is right: ${differingInWords(field)}` }] };
}

/** The day that was typed as something else. */
export const otherDay = (typed: Typed, field: string, today: LocalDate): DateRead =>
  readDateBoxes(dateTyped(typed, `other-${boxOf(field)}`), {
    what: 'The right day',
    notAfter: { day: today, words: 'today' },
  });

function otherIn(typed: Typed, field: string, shape: AnswerShape, today: LocalDate): AnswerRead {
  const box = `other-${boxOf(field)}`;
  if (shape.is === 'day') {
    const day = otherDay(typed, field, today);
    if (day.is === 'date') return { answer: { is: 'other', value: day.date } };
    return {
      fault: day.is === 'empty' ? [{ field: `${box}-day`, text: 'Enter the right day' }] : dateFault(box, day),
    };
  }
  const text = typedIn(typed, box);
  const isChoice = shape.is !== 'choice' || shape.options.includes(text);
  if (text === '' || !isChoice)
    return { fault: [{ field: box, text: `Enter what is right: ${differingInWords(field)}` }] };
  if (shape.is !== 'list') return { answer: { is: 'other', value: text } };
  const items = text.split(',').map((item) => item.trim());
  return { answer: { is: 'other', value: items.filter((item) => item !== '') } };
}
