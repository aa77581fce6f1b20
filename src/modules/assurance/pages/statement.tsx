import type { VNode } from 'preact';
import type { SentencePart } from '../core/county-words.ts';

/** A sentence of which some parts weigh: numbers, what is missing, what nobody can tell. */
export const Statement = ({ parts }: { readonly parts: readonly SentencePart[] }): VNode => (
  <p class="sl-lead">
    {parts.map(({ text, as }) =>
      as === 'plain' ? (
        text
      ) : (
        <strong class={as === 'missed' ? 'sl-missed' : as === 'unknown' ? 'sl-unknown' : undefined}>{text}</strong>
      ),
    )}
  </p>
);
