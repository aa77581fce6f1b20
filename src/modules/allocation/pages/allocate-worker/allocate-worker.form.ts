import { id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import { type DateRead, dateTyped, readDateBoxes } from '../../../../ui/date-boxes.ts';
import { dateFault } from '../../../../ui/date-fields.tsx';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { saidIn, typedIn } from '../../../typed-form.ts';
import type { AllocateWorker } from '../../core/decide-allocate-worker.ts';
import { PLACEHOLDERS } from '../../core/holding.entry.ts';

export type AllocationRead = {
  readonly since: DateRead;
  readonly faults: readonly FieldFault[];
  readonly command: AllocateWorker | null;
};

/** Reads the form: a command, or a sentence beside each box that is wrong. Nobody is chosen by default. */
export function readAllocationForm(typed: Typed, today: LocalDate): AllocationRead {
  const since = readDateBoxes(dateTyped(typed, 'since'), {
    what: 'The first day',
    notAfter: { day: today, words: 'today' },
  });
  const to = toIn(typed);
  const faults: FieldFault[] = [
    ...('faults' in to ? to.faults : []),
    ...(since.is === 'empty' ? [{ field: 'since-day', text: 'Enter the first day' }] : dateFault('since', since)),
  ];
  if (faults.length > 0 || since.is !== 'date' || 'faults' in to) return { since, faults, command: null };
  return { since, faults, command: { since: since.date, lastSeen: id(typedIn(typed, 'last')) ?? null, to: to.to } };
}

type To = { readonly to: AllocateWorker['to'] } | { readonly faults: readonly FieldFault[] };

function toIn(typed: Typed): To {
  switch (typedIn(typed, 'who')) {
    case 'worker': {
      const worker = id(typedIn(typed, 'worker'));
      if (!worker) return { faults: [{ field: 'worker', text: 'Choose a worker' }] };
      return { to: { is: 'worker', worker, because: saidIn(typed, 'why-worker') } };
    }
    case 'placeholder':
      return placeholderIn(typed);
    default:
      return { faults: [{ field: 'who', text: 'Say who will hold the child' }] };
  }
}

function placeholderIn(typed: Typed): To {
  const kind = PLACEHOLDERS.find((each) => each === typedIn(typed, 'kind'));
  const because = typedIn(typed, 'why-placeholder');
  const faults = [
    ...(kind ? [] : [{ field: 'kind', text: 'Say where the child’s work is meanwhile' }]),
    ...(because === '' ? [{ field: 'why-placeholder', text: 'Say why there is no worker yet' }] : []),
  ];
  if (!kind || faults.length > 0) return { faults };
  return { to: { is: 'placeholder', kind, because, manager: saidIn(typed, 'manager') } };
}
