import type { VNode } from 'preact';

/** One state of one page, with data of its own: what the gallery prints and the accessibility sweep reads. */
export type Example = {
  /** The page, in a few words: "Child’s page". */
  readonly page: string;
  /** The state: "first visit", "refused", "cannot tell", "longest names". */
  readonly name: string;
  readonly view: () => VNode;
};
