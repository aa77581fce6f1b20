import type { VNode } from 'preact';
import type { Typed } from '../platform/http/page.ts';
import { type FieldFault, faultOf } from '../ui/error-summary.tsx';
import { Gov } from '../ui/gov.tsx';
import { typedIn } from './typed-form.ts';

type WhyProps = { readonly typed: Typed; readonly faults: readonly FieldFault[]; readonly hint: string };

/** Asks why, in a box called `because`: what is typed is kept with the entry, and read by whoever asks later. */
export const WhyBox = ({ typed, faults, hint }: WhyProps): VNode => (
  <Gov
    is="textarea"
    id="because"
    name="because"
    rows={3}
    label={{ text: 'Why?', classes: 'govuk-label--m' }}
    hint={{ text: hint }}
    value={typedIn(typed, 'because')}
    errorMessage={faultOf(faults, 'because')}
  />
);
