import type { ComponentChildren, VNode } from 'preact';

/** Every answer that a clock or a state check can give, as the line of sight spells them; and done with things missing. */
export type StatusVerdict = keyof typeof WORDS;

/** The word when the page has none of its own, and the shape that carries it when colour does not. */
const WORDS = {
  'not-due': ['Not due yet', 'none'],
  'due-soon': ['Due soon', 'soon'],
  met: ['Met', 'met'],
  'met-late': ['Met late', 'late'],
  overdue: ['Overdue', 'over'],
  excused: ['Excused', 'excused'],
  'reasoned-late': ['Late, with a reason', 'late'],
  superseded: ['Ended before it was due', 'none'],
  'cannot-tell': ['Cannot tell', 'unknown'],
  holds: ['In place', 'met'],
  fails: ['Missing', 'over'],
  'met-in-part': ['Done, with things missing', 'part'],
} as const;

export const STATUS_VERDICTS = Object.keys(WORDS) as StatusVerdict[];

type StatusWordProps = {
  readonly verdict: StatusVerdict;
  /** A word of the page's own, such as "98 days late". */
  readonly text?: ComponentChildren;
  /** What a miss is called under the duty's force, such as "guidance not followed"; null when nothing was missed. */
  readonly miss?: string | null;
  readonly big?: boolean;
};

/** A shape and a word, never a colour alone. */
export function StatusWord({ verdict, text, miss, big }: StatusWordProps): VNode {
  const [word, shape] = WORDS[verdict];
  return (
    <>
      <span class={`sl-status sl-status--${shape}${big ? ' sl-status--big' : ''}`}>{text ?? word}</span>
      {miss && <span class="sl-quiet sl-status-miss">{miss}</span>}
    </>
  );
}

const FORCES = {
  act: 'Act of Parliament',
  regulations: 'Regulations',
  'statutory guidance': 'Statutory guidance',
  standard: 'National standard',
  measure: 'Government measure',
  local: 'This council’s own limit',
} as const;

/** How much a rule weighs, said before any word for its miss. */
export const forceInWords = (force: keyof typeof FORCES): string => FORCES[force];
