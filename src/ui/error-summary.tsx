import type { VNode } from 'preact';
import { Gov } from './gov.tsx';

export type FieldFault = {
  /** The `id` of the box that it is about; the link leads there. */
  readonly field: string;
  readonly text: string;
};

/** What must be put right, above the form; nothing when nothing is wrong. */
export const ErrorSummary = ({ faults }: { readonly faults: readonly FieldFault[] }): VNode | null =>
  faults.length === 0 ? null : (
    <Gov
      is="errorSummary"
      titleText="There is a problem"
      errorList={faults.map(({ field, text }) => ({ text, href: `#${field}` }))}
    />
  );

/** The `errorMessage` parameter of one field, or undefined when it has no fault. */
export function faultOf(faults: readonly FieldFault[], field: string): { text: string } | undefined {
  const fault = faults.find((each) => each.field === field);
  return fault && { text: fault.text };
}
