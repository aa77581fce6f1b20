import type { VNode } from 'preact';
import type { Typed } from '../../../../platform/http/page.ts';
import { type FieldFault, faultOf } from '../../../../ui/error-summary.tsx';
import { Gov } from '../../../../ui/gov.tsx';
import { typedIn } from '../../../typed-form.ts';
import { INTEREST_IN_WORDS, INTERESTS } from '../../core/rights/interest.entry.ts';

type KindsProps = { readonly typed: Typed; readonly faults: readonly FieldFault[]; readonly legend: string };

/** How somebody knows a child. */
export const Kinds = ({ typed, faults, legend }: KindsProps): VNode => (
  <Gov
    is="radios"
    idPrefix="kind"
    name="kind"
    fieldset={{ legend: { text: legend, classes: 'govuk-fieldset__legend--m' } }}
    errorMessage={faultOf(faults, 'kind')}
    value={typedIn(typed, 'kind')}
    items={INTERESTS.map((each) => ({ value: each, text: INTEREST_IN_WORDS[each] }))}
  />
);
