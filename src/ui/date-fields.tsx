import type { VNode } from 'preact';
import { type DatePart, type DateRead, type DateTyped, understood } from './date-boxes.ts';
import type { FieldFault } from './error-summary.tsx';
import { Gov } from './gov.tsx';

type DateFieldProps = {
  /** The boxes are called `name-day`, `name-month` and `name-year`; the ids are the same. */
  readonly name: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  /** What was typed: shown again as it was. */
  readonly typed?: DateTyped | undefined;
  /** How it was read: a fault stands beside the boxes, a date is said back. */
  readonly read?: DateRead | undefined;
};

const WIDTHS: Record<DatePart, string> = {
  day: 'govuk-input--width-3',
  month: 'govuk-input--width-4',
  year: 'govuk-input--width-4',
};

/** Three boxes for a day. The month may be a number or a name. Nothing is filled in that nobody typed. */
export function DateBoxes({ name, legend, hint, typed, read }: DateFieldProps): VNode {
  const wrong: readonly DatePart[] = read?.is === 'fault' ? read.parts : [];
  return (
    <>
      <Gov
        is="dateInput"
        id={name}
        namePrefix={name}
        fieldset={{ legend: { text: legend, classes: 'govuk-fieldset__legend--m' } }}
        hint={hint ? { text: hint } : undefined}
        errorMessage={read?.is === 'fault' ? { text: read.text } : undefined}
        items={(['day', 'month', 'year'] as const).map((part) => ({
          name: part,
          value: typed?.[part],
          classes: `${WIDTHS[part]}${wrong.includes(part) ? ' govuk-input--error' : ''}`,
          inputmode: part === 'month' ? 'text' : 'numeric',
        }))}
      />
      <Understood read={read} />
    </>
  );
}

type DateLineProps = Omit<DateFieldProps, 'typed' | 'legend'> & {
  readonly label: string;
  readonly typed?: string | undefined;
};

/** One box for a day in anybody's writing. */
export const DateLine = ({ name, label, hint, typed, read }: DateLineProps): VNode => (
  <>
    <Gov
      is="input"
      id={name}
      name={name}
      label={{ text: label, classes: 'govuk-label--m' }}
      hint={{ text: hint ?? 'For example, 27 3 2015 or 27 March 2015' }}
      classes="govuk-input--width-20"
      value={typed}
      errorMessage={read?.is === 'fault' ? { text: read.text } : undefined}
    />
    <Understood read={read} />
  </>
);

const Understood = ({ read }: { readonly read: DateRead | undefined }) => {
  const words = read && understood(read);
  return words ? <p class="sl-understood">{words}</p> : null;
};

/** The fault of a date for the summary: its link leads to the first box that is wrong. */
export const dateFault = (name: string, read: DateRead): FieldFault[] =>
  read.is === 'fault' ? [{ field: `${name}-${read.parts[0] ?? 'day'}`, text: read.text }] : [];
