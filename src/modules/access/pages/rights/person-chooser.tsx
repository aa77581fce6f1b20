import type { VNode } from 'preact';
import type { Typed } from '../../../../platform/http/page.ts';
import { type FieldFault, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov } from '../../../../ui/gov.tsx';
import { typedIn } from '../../../typed-form.ts';
import { rolesInWords } from '../../core/permission.ts';
import type { Rights } from '../../core/rights/decide-rights.ts';

type ChooserProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly items: readonly { readonly value: string; readonly text: string }[];
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
};

/** One of these people, and at first nobody. */
export const PersonChooser = ({ name, label, hint, items, typed, faults }: ChooserProps): VNode => (
  <Gov
    is="select"
    id={name}
    name={name}
    label={{ text: label, classes: 'govuk-label--m' }}
    hint={hint ? { text: hint } : undefined}
    value={typedIn(typed, name)}
    errorMessage={faultOf(faults, name)}
    items={[{ value: '', text: 'Choose somebody' }, ...items]}
  />
);

/** Each by name and roles. */
export const byRoles = (people: readonly Rights[]): ChooserProps['items'] =>
  people.map((each) => ({ value: each.person, text: `${each.name}, ${rolesInWords(each.roles)}` }));
