import { plainDay, shortDay } from '../../../../ui/dates-in-words.ts';
import type { FilesDiffer } from '../../../child-page.ts';
import { type DisputedEvent, valuesSaid } from '../../core/reconcile/disputed-event.ts';
import { differingInWords, eventInWords, sourceInWords, valueInWords } from '../../core/reconcile/event-in-words.ts';
import { capital, eventPath } from './reconcile-parts.tsx';

/** An event of which files disagree, as the child's own page tells it. */
export const differing = (event: DisputedEvent): FilesDiffer => ({
  event: eventInWords(event, plainDay),
  says: event.fields.map((field) => {
    const said = valuesSaid(event, field).map(
      ({ value, by }) =>
        `${valueInWords(value, shortDay)} (${by.map((source) => sourceInWords(source, shortDay)).join('; ')})`,
    );
    return `${capital(differingInWords(field))}: ${said.join(', ')}`;
  }),
  settledAt: eventPath(event),
});
