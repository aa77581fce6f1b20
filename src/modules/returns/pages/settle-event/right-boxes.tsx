import type { VNode } from 'preact';
import type { Typed } from '../../../../platform/http/page.ts';
import { dateTyped } from '../../../../ui/date-boxes.ts';
import { plainDay } from '../../../../ui/dates-in-words.ts';
import { type FieldFault, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov, govHtml } from '../../../../ui/gov.tsx';
import { typedIn } from '../../../typed-form.ts';
import type { AnswerShape } from '../../core/reconcile/answer-shape.ts';
import { type DisputedEvent, daysGiven, valuesSaid } from '../../core/reconcile/disputed-event.ts';
import { differingInWords, sourceInWords, valueInWords } from '../../core/reconcile/event-in-words.ts';
import { THE_DAY } from '../../core/said-elsewhere.ts';
import { capital } from '../reconcile-files/reconcile-parts.tsx';
import { boxOf, type Shapes } from './settle-event.form.ts';

type RightBoxesProps = {
  readonly field: string;
  readonly event: DisputedEvent;
  readonly shapes: Shapes;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
};

/** What is right of one field: as a file has it, something else, or nobody can say. Nothing is chosen beforehand. */
export function RightBoxes({ field, event, shapes, typed, faults }: RightBoxesProps): VNode {
  const box = `right-${boxOf(field)}`;
  const shape = shapes.get(field) ?? { is: 'nothing-else' };
  return (
    <Gov
      is="radios"
      idPrefix={box}
      name={box}
      fieldset={{ legend: { text: capital(differingInWords(field)), classes: 'govuk-fieldset__legend--m' } }}
      errorMessage={faultOf(faults, box)}
      value={typedIn(typed, box)}
      items={[
        ...saidItems(event, field),
        ...(shape.is === 'nothing-else'
          ? []
          : [
              {
                value: 'other',
                text: 'Something else',
                conditional: { html: otherHtml(field, shape, typed, faults) },
              },
            ]),
        { value: 'nobody-knows', text: 'Nobody can say', hint: { text: unknownInWords(field, event) } },
      ]}
    />
  );
}

/** One choice for each value that is said, with the files that say it. */
const saidItems = (event: DisputedEvent, field: string) =>
  valuesSaid(event, field).map(({ value, by: [first, ...others] }) => ({
    value: `as-${first.kind}`,
    text: capital(valueInWords(value, plainDay)),
    hint: {
      text: `As in: ${[first, ...others].map((source) => sourceInWords(source, plainDay)).join('; ')}`,
    },
  }));

function unknownInWords(field: string, event: DisputedEvent): string {
  const days = daysGiven(event);
  const [first, last] = [days[0], days.at(-1)];
  return field === THE_DAY && first && last
    ? `It is then recorded as some day from ${plainDay(first)} to ${plainDay(last)}`
    : 'It is then recorded as not known';
}

function otherHtml(field: string, shape: AnswerShape, typed: Typed, faults: readonly FieldFault[]): string {
  const box = `other-${boxOf(field)}`;
  if (shape.is === 'day') return dayHtml(box, typed, faults);
  const common = { id: box, name: box, errorMessage: faultOf(faults, box), value: typedIn(typed, box) };
  if (shape.is === 'choice')
    return govHtml('select', {
      ...common,
      label: { text: 'What is right?' },
      items: [
        { value: '', text: 'Choose' },
        ...shape.options.map((option) => ({ value: option, text: option.replaceAll('-', ' ') })),
      ],
    });
  const several = shape.is === 'list' ? ' (several with commas between them)' : '';
  return govHtml('input', { ...common, label: { text: `What is right?${several}` }, classes: 'govuk-input--width-20' });
}

const WIDTHS = { day: 'govuk-input--width-3', month: 'govuk-input--width-4', year: 'govuk-input--width-4' } as const;

function dayHtml(box: string, typed: Typed, faults: readonly FieldFault[]): string {
  const there = dateTyped(typed, box);
  const fault = faults.find(({ field }) => field.startsWith(`${box}-`));
  return govHtml('dateInput', {
    id: box,
    namePrefix: box,
    fieldset: { legend: { text: 'Which day was it?' } },
    errorMessage: fault && { text: fault.text },
    items: (['day', 'month', 'year'] as const).map((part) => ({
      name: part,
      value: there[part],
      classes: `${WIDTHS[part]}${fault ? ' govuk-input--error' : ''}`,
      inputmode: part === 'month' ? 'text' : 'numeric',
    })),
  });
}
