import type { VNode } from 'preact';
import { askedQuery } from '../../asked.ts';
import type { Asked } from '../../child-page.ts';

/** What a form of this page carries so that its answer is for the same two times. */
export const AskedFields = ({ asked }: { readonly asked: Asked }): VNode => (
  <>
    {[...new URLSearchParams(askedQuery(asked))].map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
);
