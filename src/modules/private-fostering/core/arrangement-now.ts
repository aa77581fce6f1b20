import type { LocalDate } from '../../../kernel/local-date.ts';
import type { CurrentPage } from '../../../record/current-page.ts';
import { type DefinedEntry, isEntryOf } from '../../../record/define-entry.ts';
import type { Entry } from '../../../record/entry.ts';
import { saidOrNull } from '../../../record/said.ts';
import { lastToHappen } from '../../last-to-happen.ts';
import {
  privateFosteringEnded,
  privateFosteringInspected,
  privateFosteringKnown,
  privateFosteringNotified,
} from './private-fostering.entry.ts';

/** One row for each arrangement, from the first that the council heard of it. */
export const arrangementPage: CurrentPage = {
  table: 'private_fostering.arrangement',
  types: [privateFosteringNotified, privateFosteringKnown, privateFosteringInspected, privateFosteringEnded].map(
    ({ is }) => is.type,
  ),
  rowsOf: (book, entries) =>
    [...new Set(entries.map(({ about }) => about))].map((thread) => {
      const own = entries.filter(({ about }) => about === thread);
      const known = lastToHappen(own.filter((entry) => isEntryOf(privateFosteringKnown, entry)));
      return {
        book,
        thread,
        notified_on: dayOf(own, privateFosteringNotified),
        known_on: dayOf(own, privateFosteringKnown),
        begun_on: known ? saidOrNull(known.data.begunOn) : null,
        inspected_on: dayOf(own, privateFosteringInspected),
        ended: own.some((entry) => isEntryOf(privateFosteringEnded, entry)),
        ended_on: dayOf(own, privateFosteringEnded),
      };
    }),
};

/** The last day on which it happened; null where it did not, or nobody knows when. */
const dayOf = <Data>(entries: readonly Entry[], of: DefinedEntry<Data>): LocalDate | null =>
  lastToHappen(entries.filter((entry) => isEntryOf(of, entry)))?.happened.latest ?? null;
