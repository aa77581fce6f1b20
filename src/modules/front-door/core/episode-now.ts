import type { CurrentPage } from '../../../record/current-page.ts';
import { isEntryOf } from '../../../record/define-entry.ts';
import type { Entry } from '../../../record/entry.ts';
import { childClosed, referralDecided } from './decision.entry.ts';
import { referralReceived } from './referral.entry.ts';

/** One row for each referral: an episode is over by a closure or by a decision of no further action, whichever came first. */
export const episodePage: CurrentPage = {
  table: 'front_door.episode',
  types: [referralReceived, referralDecided, childClosed].map(({ is }) => is.type),
  rowsOf: (book, entries) =>
    entries
      .filter(({ type }) => type === referralReceived.is.type)
      .filter(({ about }, place, all) => all.findIndex((each) => each.about === about) === place)
      .map((received) => {
        const own = entries.filter(({ about }) => about === received.about);
        const decided = own.findLast((entry) => isEntryOf(referralDecided, entry));
        const ends = own.filter(endsEpisode).map(({ happened }) => happened.latest);
        return {
          book,
          episode: received.about,
          begun_earliest: received.happened.earliest,
          begun_latest: received.happened.latest,
          decided: decided?.data.next ?? null,
          over: ends.length > 0,
          over_on: ends.filter((day) => day !== null).sort()[0] ?? null,
        };
      }),
};

const endsEpisode = (entry: Entry): boolean =>
  isEntryOf(childClosed, entry) || (isEntryOf(referralDecided, entry) && entry.data.next === 'no-further-action');
