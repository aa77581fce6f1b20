import type { Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Typed } from '../../../../platform/http/page.ts';
import { notKnown } from '../../../../record/said.ts';
import { type DateRead, dateTyped, readDateBoxes } from '../../../../ui/date-boxes.ts';
import { dateFault } from '../../../../ui/date-fields.tsx';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { saidIn, typedIn } from '../../../typed-form.ts';
import type { RecordPlace } from '../../core/decide-place.ts';

export type PlaceRead = {
  readonly day: DateRead;
  readonly faults: readonly FieldFault[];
  /** Null exactly when there are faults. */
  readonly written: RecordPlace | null;
};

export const PROTECTED_ANSWERS = ['yes', 'no', 'not-known'] as const;
const FEWEST_FIGURES = 5;

/** Reads the form. No question has an answer beforehand; a day that was left empty is not known. */
export function readPlaceForm(typed: Typed, people: readonly { readonly book: Id }[], today: LocalDate): PlaceRead {
  const day = readDateBoxes(dateTyped(typed, 'from'), {
    what: 'The day from which',
    notAfter: { day: today, words: 'today' },
  });
  const book = people.find((person) => person.book === typedIn(typed, 'whom'))?.book;
  const kind = typedIn(typed, 'kind');
  const answer = PROTECTED_ANSWERS.find((each) => each === typedIn(typed, 'protected'));
  const faults: FieldFault[] = [
    ...(book ? [] : [{ field: 'whom', text: 'Say whose address or number it is' }]),
    ...(kind === 'address' || kind === 'phone'
      ? []
      : [{ field: 'kind', text: 'Say whether it is an address or a number' }]),
    ...placeFaults(typed, kind),
    ...dateFault('from', day),
    ...(answer ? [] : [{ field: 'protected', text: 'Say whether it is protected, or that you do not know' }]),
  ];
  if (faults.length > 0 || !book || !answer || day.is === 'fault') return { day, faults, written: null };
  const place: RecordPlace['place'] =
    kind === 'address'
      ? { kind, line: saidIn(typed, 'line'), postcode: saidIn(typed, 'postcode') }
      : { kind: 'phone', number: typedIn(typed, 'number'), whose: saidIn(typed, 'whose') };
  const isProtected = answer === 'not-known' ? null : answer === 'yes';
  return { day, faults, written: { book, place, from: day.is === 'date' ? day.date : notKnown, isProtected } };
}

function placeFaults(typed: Typed, kind: string): FieldFault[] {
  if (kind === 'address' && typedIn(typed, 'line') === '' && typedIn(typed, 'postcode') === '')
    return [{ field: 'line', text: 'Enter the address, or the postcode if it is all that you know' }];
  if (kind === 'phone' && typedIn(typed, 'number').replace(/\D/g, '').length < FEWEST_FIGURES)
    return [{ field: 'number', text: 'Enter the number' }];
  return [];
}
