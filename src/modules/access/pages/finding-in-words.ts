import type { Finding } from '../core/reasoned-opening.ts';

/** What a review found, as it is said to whoever had opened the record. */
export const FINDING_IN_WORDS: Readonly<Record<Finding, string> & Record<string, string>> = {
  right: 'It was right to open it',
  'not-needed': 'It was not needed',
  wrong: 'It was wrong to open it',
};
