import type { ComponentChildren, VNode } from 'preact';

type SidewaysProps = { readonly label: string; readonly more?: string; readonly children?: ComponentChildren };

/** A chart or a wide table that scrolls sideways on a narrow screen, also by keyboard. `label` says what it is. */
export const Sideways = ({ label, more, children }: SidewaysProps): VNode => (
  <section
    class={more ? `sl-scroll ${more}` : 'sl-scroll'}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    tabIndex={0}
    aria-label={`${label}; on a small screen it scrolls sideways`}
  >
    {children}
  </section>
);
