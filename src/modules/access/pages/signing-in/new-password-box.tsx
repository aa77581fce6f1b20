import type { VNode } from 'preact';
import { type FieldFault, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov } from '../../../../ui/gov.tsx';
import { SHORTEST_PASSWORD } from '../../core/signing-in/password-rule.ts';

/** Where a new password is chosen: the same words wherever that is. */
export const NewPasswordBox = ({ faults }: { readonly faults: readonly FieldFault[] }): VNode => (
  <Gov
    is="passwordInput"
    id="password"
    name="password"
    label={{ text: 'New password' }}
    hint={{
      text: `At least ${SHORTEST_PASSWORD} characters. Three words that have nothing to do with each other are good.`,
    }}
    autocomplete="new-password"
    errorMessage={faultOf(faults, 'password')}
    classes="govuk-input--width-20"
  />
);
