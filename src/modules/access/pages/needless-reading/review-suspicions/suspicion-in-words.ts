import { dayInLondon, instantOf, millisecondsOf } from '../../../../../kernel/instant.ts';
import type { LocalDate } from '../../../../../kernel/local-date.ts';
import { shortDay } from '../../../../../ui/dates-in-words.ts';
import type { Conclusion } from '../../../core/needless-reading/suspicion-review.ts';
import type { Suspicion } from '../../../store/needless-reading/suspicion-reviews.ts';

/** What a review came to. */
export const CONCLUSION_IN_WORDS: Readonly<Record<Conclusion, string>> = {
  explained: 'Explained',
  concern: 'A concern',
};

type Judged = Pick<Suspicion, 'from' | 'until'>;

/** The first and the last day that were judged; the last moment of the time is no longer part of it. */
export const daysOf = ({ from, until }: Judged): { readonly from: LocalDate; readonly until: LocalDate } => ({
  from: dayInLondon(from),
  until: dayInLondon(instantOf(millisecondsOf(until) - 1)),
});

/** "1 Mar 2026 to 31 Mar 2026". */
export function judgedDays(judged: Judged): string {
  const { from, until } = daysOf(judged);
  return from === until ? shortDay(from) : `${shortDay(from)} to ${shortDay(until)}`;
}
