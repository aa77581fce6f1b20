import type { Id } from '../../../kernel/id.ts';
import type { CurrentPage, Row } from '../../../record/current-page.ts';
import { type DataOf, isEntryOf } from '../../../record/define-entry.ts';
import type { Entry } from '../../../record/entry.ts';
import { isSaid, saidOrNull } from '../../../record/said.ts';
import { inOrderOfHappening, lastToHappen } from '../../last-to-happen.ts';
import { careEnded, careEntered, legalStatusChanged } from './care-period.entry.ts';
import { placementBegun, placementEnded, visitingChanged } from './placement.entry.ts';
import { isTemporary } from './placement-kind.ts';

type Placement = Entry<DataOf<typeof placementBegun>>;

/** One row for each period of care: since when, under what law, and where the child lives now. */
export const carePeriodPage: CurrentPage = {
  table: 'looked_after.care_period',
  types: [careEntered, careEnded, legalStatusChanged, placementBegun, placementEnded, visitingChanged].map(
    ({ is }) => is.type,
  ),
  rowsOf: (book, entries) =>
    entries
      .filter((entry) => isEntryOf(careEntered, entry))
      .filter(({ about }, place, all) => all.findLastIndex((each) => each.about === about) === place)
      .map((entered) => ({ book, ...periodOf(entered, entries) })),
};

function periodOf(entered: Entry<DataOf<typeof careEntered>>, entries: readonly Entry[]): Row {
  const own = entries.filter(({ about }) => about === entered.about);
  const ended = lastToHappen(own.filter((entry) => isEntryOf(careEnded, entry)));
  const { earliest, latest } = ended?.happened ?? { earliest: null, latest: null };
  return {
    thread: entered.about,
    short_breaks: saidOrNull(entered.data.shortBreaks),
    because: saidOrNull(entered.data.because),
    entered_earliest: entered.happened.earliest,
    entered_latest: entered.happened.latest,
    ended: ended !== undefined,
    ended_on: earliest === latest ? latest : null,
    ended_because: ended ? saidOrNull(ended.data.because) : null,
    legal_status: legalStatusOf(entered, own),
    ...placementOf(entered.about, ended !== undefined, entries),
  };
}

/** The status that was changed to last; the one at the beginning where it never changed. */
function legalStatusOf(entered: Entry<DataOf<typeof careEntered>>, own: readonly Entry[]): string | null {
  const changed = lastToHappen(own.filter((entry) => isEntryOf(legalStatusChanged, entry)));
  return changed ? changed.data.legalStatus : saidOrNull(entered.data.legalStatus);
}

const nowhere = { placement: null, placement_kind: null, carer: null, placement_since: null, visiting: null };

/** Where the child lives: the last placement of the period that has not ended. None is known of a period that is over. */
function placementOf(period: Id, over: boolean, entries: readonly Entry[]): Row {
  const endedThreads = new Set(entries.filter((entry) => isEntryOf(placementEnded, entry)).map(({ about }) => about));
  const standing = inOrderOfHappening(
    entries
      .filter((entry) => isEntryOf(placementBegun, entry))
      .filter(({ data, about }) => data.episode === period && !endedThreads.has(about)),
  );
  const now = standing.at(-1);
  if (over || !now) return nowhere;
  return {
    placement: now.about,
    placement_kind: saidOrNull(now.data.kind),
    carer: saidOrNull(now.data.carer),
    placement_since: now.happened.earliest === now.happened.latest ? now.happened.latest : null,
    visiting: visitingOf(standing, entries),
  };
}

/** A few days elsewhere say nothing of visits: then the placement before it does. */
function visitingOf(standing: readonly Placement[], entries: readonly Entry[]): string {
  for (const placement of standing.toReversed()) {
    const own = entries.filter(({ about }) => about === placement.about);
    const changed = lastToHappen(own.filter((entry) => isEntryOf(visitingChanged, entry)));
    if (changed) return changed.data.visiting;
    if (isSaid(placement.data.visiting)) return placement.data.visiting;
    const { kind } = placement.data;
    if (!isSaid(kind) || !isTemporary(kind)) break;
  }
  return 'not-known';
}
