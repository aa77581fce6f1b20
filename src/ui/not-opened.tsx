import type { VNode } from 'preact';
import { countOf } from './dates-in-words.ts';

/** How many more children a list counts than it names to this reader. */
export const NotOpened = ({ children }: { readonly children: number }): VNode | null =>
  children === 0 ? null : (
    <p class="sl-quiet">{countOf(children, 'more child', 'more children')} here whom you may not open.</p>
  );
