import type { ComponentChildren, VNode } from 'preact';

type ColumnsProps = {
  /** How many of the twelve columns the first part takes; the second takes the rest. */
  readonly first: 7 | 8;
  readonly children: readonly [ComponentChildren, ComponentChildren];
};

/** Two parts side by side on a wide screen, one above the other on a narrow one. */
export const Columns = ({ first, children }: ColumnsProps): VNode => (
  <div class={`sl-columns sl-columns--${first}`}>
    <div>{children[0]}</div>
    <div>{children[1]}</div>
  </div>
);
