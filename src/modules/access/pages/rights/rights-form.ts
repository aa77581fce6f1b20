import type { Typed } from '../../../../platform/http/page.ts';
import type { FieldFault } from '../../../../ui/error-summary.tsx';
import { typedIn } from '../../../typed-form.ts';
import type { RightsRefusal } from '../../core/rights/decide-rights.ts';
import { refusalOfRights } from '../../core/rights/rights-in-words.ts';

/** Words in a box that must not be empty. */
export const neededIn = (typed: Typed, field: string, text: string): readonly FieldFault[] =>
  typedIn(typed, field) === '' ? [{ field, text }] : [];

/** Beside the box that asks why somebody's rights change. */
export const WHY_HINT = 'It is kept with the change. Do not write about a child here.';

export const whyNeeded = (typed: Typed): readonly FieldFault[] => neededIn(typed, 'because', 'Say why');

/** The box beside which a refusal stands. */
export function faultOfRights(refusal: RightsRefusal): FieldFault {
  const text = refusalOfRights(refusal);
  switch (refusal.code) {
    case 'email-taken':
      return { field: 'email', text };
    case 'passes-on-without-administrator':
      return { field: 'passes-on', text };
    default:
      return { field: 'roles', text };
  }
}
