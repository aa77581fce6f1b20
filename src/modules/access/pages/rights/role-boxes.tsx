import type { VNode } from 'preact';
import type { Typed } from '../../../../platform/http/page.ts';
import { type FieldFault, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov } from '../../../../ui/gov.tsx';
import { ROLE_NAMES, ROLES, type Role, role } from '../../core/permission.ts';

/** The values of boxes that were ticked: one comes as text, several as a list. */
export function tickedIn(typed: Typed, name: string): readonly string[] {
  const value = typed[name];
  return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value;
}

/** The roles that were ticked; what is no role is left out. */
export const rolesTicked = (typed: Typed, name: string): Role[] =>
  tickedIn(typed, name).flatMap((text) => role(text) ?? []);

type RoleBoxesProps = {
  readonly name: 'roles' | 'passes-on';
  readonly legend: string;
  readonly hint: string;
  /** Those that can be ticked: what the asker may pass on, and what is held already. */
  readonly offered: readonly Role[];
  readonly ticked: readonly Role[];
  readonly faults: readonly FieldFault[];
};

/** One box for each role. */
export const RoleBoxes = ({ name, legend, hint, offered, ticked, faults }: RoleBoxesProps): VNode => (
  <Gov
    is="checkboxes"
    idPrefix={name}
    name={name}
    fieldset={{ legend: { text: legend, classes: 'govuk-fieldset__legend--m' } }}
    hint={{ text: hint }}
    errorMessage={faultOf(faults, name)}
    values={[...ticked]}
    items={ROLE_NAMES.filter((each) => offered.includes(each)).map((each) => ({
      value: each,
      text: ROLES[each].title,
    }))}
  />
);
