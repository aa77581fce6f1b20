import type { Instant } from '../../../../kernel/instant.ts';
import { momentInWords } from '../../../../ui/dates-in-words.ts';
import type { Finding } from '../../core/openings/reasoned-opening.ts';

/** What a review found, as it is said to whoever had opened the record. */
export const FINDING_IN_WORDS: Readonly<Record<Finding, string> & Record<string, string>> = {
  right: 'It was right to open it',
  'not-needed': 'It was not needed',
  wrong: 'It was wrong to open it',
};

type Reviewed = { readonly reviewerName: string | null; readonly reviewedAt: Instant | null };

/** "Anil Kapoor, 31 Mar 2026, 10.05am". */
export const reviewedBy = ({ reviewerName, reviewedAt }: Reviewed): string =>
  `${reviewerName ?? 'Somebody'}, ${reviewedAt === null ? '' : momentInWords(reviewedAt)}`;
