import type { ComponentChildren, VNode } from 'preact';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { momentInWords, shortDay } from './dates-in-words.ts';

type ProvenanceProps = {
  readonly happenedBy: LocalDate;
  readonly knownAt: Instant;
  /** Definition and force, in sentences. */
  readonly children?: ComponentChildren;
};

/** The line that every figure ends in. Both times are said, because they are never the same thing. */
export const Provenance = ({ happenedBy, knownAt, children }: ProvenanceProps): VNode => (
  <p class="sl-provenance">
    Happened by {shortDay(happenedBy)}, known at {momentInWords(knownAt)}. {children}
  </p>
);
