import type { Typed } from '../../../../platform/http/page.ts';
import { notKnown, type Said } from '../../../../record/said.ts';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { typedIn } from '../../../typed-form.ts';
import type { PlaceOf } from '../../core/places-of-family.ts';

const NOT_YOURS = 'Only somebody who may see it can say that it is no longer protected';

/** What is wrong with the form. Nobody lifts the protection of what they may not see: it would show it to them. */
export function protectionFaults(typed: Typed, { value }: PlaceOf): FieldFault[] {
  const answer = typedIn(typed, 'protected');
  const faults: FieldFault[] = [];
  if (answer !== 'yes' && answer !== 'no') faults.push({ field: 'protected', text: 'Say whether it is protected' });
  if (answer === 'no' && value.is === 'withheld') faults.push({ field: 'protected', text: NOT_YOURS });
  if (unsafeIn(typed) === notKnown && typedIn(typed, 'unsafe') !== 'not-known')
    faults.push({ field: 'unsafe', text: 'Say whether it is safe to use, or that you do not know' });
  if (typedIn(typed, 'because') === '') faults.push({ field: 'because', text: 'Say why' });
  return faults;
}

/** Whether the place is unsafe; not known leaves it as it was. */
export function unsafeIn(typed: Typed): Said<boolean> {
  const answer = typedIn(typed, 'unsafe');
  return answer === 'safe' ? false : answer === 'unsafe' ? true : notKnown;
}
