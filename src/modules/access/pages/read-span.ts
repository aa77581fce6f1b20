import type { Typed } from '../../../platform/http/page.ts';
import { type DateRead, dateTyped, readDateBoxes } from '../../../ui/date-boxes.ts';
import { dateFault } from '../../../ui/date-fields.tsx';
import type { FieldFault } from '../../../ui/error-summary.tsx';

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
