import type { DateRead } from '../../../ui/date-boxes.ts';
import type { FieldFault } from '../../../ui/error-summary.tsx';

/** What is wrong with the three boxes of a date, as they show it; nothing while nothing is. */
export function faultyDate(faults: readonly FieldFault[], name: string): DateRead | undefined {
  const fault = faults.find(({ field }) => field.startsWith(`${name}-`));
  return fault && { is: 'fault', text: fault.text, parts: ['day', 'month', 'year'] };
}
