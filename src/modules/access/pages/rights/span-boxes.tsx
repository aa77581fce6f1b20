import type { VNode } from 'preact';
import type { Typed } from '../../../../platform/http/page.ts';
import { type DateRead, dateTyped, readDateBoxes } from '../../../../ui/date-boxes.ts';
import { DateBoxes, dateFault } from '../../../../ui/date-fields.tsx';
import type { FieldFault } from '../../../../ui/error-summary.tsx';

export type SpanRead = {
  readonly from: DateRead;
  readonly until: DateRead;
  readonly faults: readonly FieldFault[];
};

/** Reads the dates called `from` and `until`; the first is needed, the last where that is asked. */
export function readSpan(typed: Typed, last: 'until is needed' | 'until may be empty'): SpanRead {
  const from = readDateBoxes(dateTyped(typed, 'from'), { what: 'The first day' });
  const until = readDateBoxes(dateTyped(typed, 'until'), { what: 'The last day' });
  const faults = [
    ...(from.is === 'empty' ? [{ field: 'from-day', text: 'Enter the first day' }] : dateFault('from', from)),
    ...(until.is === 'empty' && last === 'until is needed'
      ? [{ field: 'until-day', text: 'Enter the last day' }]
      : dateFault('until', until)),
  ];
  return { from, until, faults };
}

type SpanBoxesProps = {
  readonly first: string;
  readonly last: string;
  readonly lastHint?: string;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
};

/** Asks for the dates that `readSpan` reads. */
export const SpanBoxes = ({ first, last, lastHint, typed, faults }: SpanBoxesProps): VNode => (
  <>
    <DateBoxes name="from" legend={first} typed={dateTyped(typed, 'from')} read={faultyDate(faults, 'from')} />
    <DateBoxes
      name="until"
      legend={last}
      hint={lastHint}
      typed={dateTyped(typed, 'until')}
      read={faultyDate(faults, 'until')}
    />
  </>
);

/** What is wrong with the three boxes of a date, as they show it; nothing while nothing is. */
function faultyDate(faults: readonly FieldFault[], name: string): DateRead | undefined {
  const fault = faults.find(({ field }) => field.startsWith(`${name}-`));
  return fault && { is: 'fault', text: fault.text, parts: ['day', 'month', 'year'] };
}
