import { addMonths, type LocalDate } from '../../../../kernel/local-date.ts';
import { type Happened, happenedBetween } from '../../../../record/entry.ts';
import { childVisited } from '../../../child-in-need/public.ts';
import { type FileGroup, type FileSlot, type FileSpan, type SlotRow, slotOf } from '../file-group.ts';
import type { FileWindow } from '../file-kind.ts';
import { ANNEX_LISTS } from './annex-lists.ts';
import { annexObserved } from './annex-observed.entry.ts';
import type { AnnexRow } from './read-annex-list.ts';

/** Annex A looks back six months from the day that its loader states. */
export const annexWindow = (asAt: LocalDate): FileWindow => ({ from: addMonths(asAt, -6), until: asAt });

/** Somewhere between two days; without an end where they stand the wrong way round. */
export const between = (earliest: LocalDate, latest: LocalDate): Happened =>
  happenedBetween(earliest, latest < earliest ? null : latest);

/** Another row that says the same event. */
export const alsoIn = (row: AnnexRow | undefined): SlotRow[] => (row ? [{ row, in: null, item: null }] : []);

type Own = { readonly key: string; readonly slots: readonly FileSlot[]; readonly list: number };
type More = {
  readonly span?: FileSpan | null;
  readonly inner?: readonly FileGroup[];
  readonly findsEpisode?: LocalDate;
};

/** A group on a thread of its own. With `findsEpisode` it stands in the last referral that is known on that day. */
export const ownGroup = (
  { key, slots, list }: Own,
  { span = null, inner = [], findsEpisode }: More = {},
): FileGroup => ({
  key,
  thread: 'own',
  isEpisode: false,
  slots,
  inner,
  span,
  part: `List ${list}`,
  ...(findsEpisode ? { findsEpisode } : {}),
});

/** Headings whose cells become dated entries of their own, or say who the child is: they are not observations. */
const TOLD_ELSEWHERE = new Set([
  'Child Unique ID',
  'Gender',
  'Ethnicity',
  'Date of Birth',
  'Age of Child (Years)',
  'Does the Child have a Disability',
]);

/** What a row says of its own day. Every row has one, so that no row is lost; another value later is news, not a mistake. */
export function observedGroup(row: AnnexRow, told: readonly string[], window: FileWindow, event: LocalDate): FileGroup {
  const list = ANNEX_LISTS.find(({ number }) => number === row.list);
  const cells = (list?.columns ?? []).flatMap(({ heading }) => {
    const value = row.values.get(heading);
    if (value === undefined || TOLD_ELSEWHERE.has(heading) || told.includes(heading)) return [];
    return [{ heading, value }];
  });
  const slot = slotOf(annexObserved, {
    slot: 'observed',
    happened: happenedBetween(window.until, window.until),
    said: { cells },
    also: () => ({ list: row.list }),
    row,
    observation: true,
  });
  return { ...ownGroup({ key: `annex-list-${row.list}:${event}`, slots: [slot], list: row.list }), thread: 'child' };
}

/** The last visit that a list tells of. `seen`: whether alone is not said. */
export function visitGroup(row: AnnexRow, on: LocalDate, seen: 'alone' | 'seen' | undefined): FileGroup {
  const slot = slotOf(childVisited, {
    slot: 'visited',
    happened: on,
    said: { seen },
    also: ({ episode }) => ({ episode }),
    row,
    observation: true,
  });
  return ownGroup({ key: `visit:${on}`, slots: [slot], list: row.list }, { findsEpisode: on });
}
