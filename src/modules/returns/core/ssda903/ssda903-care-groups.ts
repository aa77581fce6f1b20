import { addDays, type LocalDate } from '../../../../kernel/local-date.ts';
import { type Happened, happenedBetween, happenedOn } from '../../../../record/entry.ts';
import {
  careEnded,
  careEntered,
  legalStatusChanged,
  placementBegun,
  placementEnded,
  visitingChanged,
} from '../../../looked-after/public.ts';
import {
  CARE_ENDING_OF,
  CARE_NEED_OF,
  isShortBreaks,
  LEGAL_STATUS_OF,
  PLACEMENT_OF,
  PROVIDER_OF,
  visitingRuleOf,
} from '../care-codes.ts';
import { careKey, careKeyBefore, goesOnWithCare, goesOnWithPlacement, goesOnWithStatus } from '../care-key.ts';
import { type FileGroup, type FileSlot, type SlotPlace, slotOf } from '../file-group.ts';
import { textIn } from '../file-note.ts';
import type { CareEnd, CareEpisode, CarePeriod, Stay } from './care-periods.ts';
import { CHANGE_OF_PLACEMENT } from './ssda903-codes.ts';

const inEpisode = ({ episode }: SlotPlace) => ({ episode });

/** By that day, and after what it cannot precede. */
const begunBy = (notBefore: LocalDate | null, day: LocalDate): Happened =>
  happenedBetween(notBefore !== null && notBefore <= day ? notBefore : null, day);
/** An episode of a new legal status alone goes on in a placement of the days before. */
const lastDayToBegin = ({ because, on }: CareEpisode): LocalDate => (because === 'L' ? addDays(on, -1) : on);
const endOf = ({ on, by }: CareEnd, from: LocalDate): LocalDate | Happened =>
  on ?? happenedBetween(from <= by ? from : null, by);
const lastDay = (end: CareEnd | null): LocalDate | null => end?.by ?? null;

/** One period of care: its beginning and end, and inside it stays, legal statuses and what else `inner` has of its days. */
export function careGroup(period: CarePeriod, inner: readonly FileGroup[]): FileGroup {
  const { startedOn, firstOn, end } = period;
  return {
    key: startedOn ? careKey(startedOn) : careKeyBefore(firstOn),
    thread: 'own',
    isEpisode: true,
    slots: careSlots(period),
    inner: [...period.stays.map((stay, place) => stayGroup(stay, period, place)), ...statusGroups(period), ...inner],
    span: { from: startedOn ?? firstOn, until: lastDay(end) },
    part: 'Episodes',
    continues: goesOnWithCare({ startedOn, firstOn, endedOn: lastDay(end) }),
  };
}

function careSlots({ startedOn, notBefore, firstOn, stays, end }: CarePeriod): FileSlot[] {
  const first = stays[0]?.episodes[0];
  const last = stays.at(-1)?.episodes.at(-1);
  if (!first || !last) return [];
  const shortBreaks = isShortBreaks(first.status) ? true : undefined;
  const entered = slotOf(careEntered, {
    slot: 'entered',
    happened: startedOn ?? begunBy(notBefore, firstOn),
    said: {
      because: CARE_NEED_OF[textIn(first.row, 'CIN') ?? ''],
      legalStatus: startedOn ? LEGAL_STATUS_OF[first.status ?? ''] : undefined,
      shortBreaks,
    },
    row: first.row,
    opens: startedOn === null,
  });
  if (!end) return [entered];
  const because = end.on === null ? undefined : CARE_ENDING_OF[last.ceased ?? ''];
  const ended = slotOf(careEnded, {
    slot: 'ended',
    happened: endOf(end, last.on),
    said: { because, shortBreaks },
    row: last.row,
  });
  return [entered, ended];
}

/** A stay in a placement is a thread of its own. */
function stayGroup(stay: Stay, period: CarePeriod, place: number): FileGroup {
  const { startedOn, firstOn, end } = stay;
  return {
    key: startedOn ? `placement:${startedOn}` : `placement:before:${firstOn}`,
    thread: 'own',
    isEpisode: false,
    slots: staySlots(stay, period, place),
    inner: visitingGroups(stay),
    span: { from: startedOn ?? firstOn, until: lastDay(end) },
    continues: goesOnWithPlacement({ startedOn, firstOn, endedOn: lastDay(end) }),
  };
}

function staySlots({ startedOn, episodes, end }: Stay, period: CarePeriod, place: number): FileSlot[] {
  const [first, last] = [episodes[0], episodes.at(-1)];
  if (!first || !last) return [];
  const kind = PLACEMENT_OF[first.place ?? ''];
  const isFirst = place > 0 ? false : period.startedOn ? true : undefined;
  const begun = slotOf(placementBegun, {
    slot: 'begun',
    happened: startedOn ?? begunBy(period.startedOn ?? period.notBefore, lastDayToBegin(first)),
    said: {
      kind,
      provider: PROVIDER_OF[textIn(first.row, 'PLACE_PROVIDER') ?? ''],
      // A change of the legal status alone says nothing of how it was before.
      visiting: startedOn ? visitingRuleOf(first.status, kind) : undefined,
      postcode: textIn(first.row, 'PL_POST') ?? undefined,
      urn: textIn(first.row, 'URN') ?? undefined,
    },
    also: (at) => ({ ...inEpisode(at), first: isFirst }),
    row: first.row,
    items: withoutOwnWords(episodes).map(({ row }) => ({ row, in: null, item: null })),
    opens: startedOn === null,
  });
  if (!end) return [begun];
  const isOver = period.end !== null && end === period.end;
  const because = isOver ? 'care-ended' : CHANGE_OF_PLACEMENT[textIn(last.row, 'REASON_PLACE_CHANGE') ?? ''];
  return [
    begun,
    slotOf(placementEnded, {
      slot: 'ended',
      happened: endOf(end, last.on),
      said: { because },
      also: inEpisode,
      row: last.row,
    }),
  ];
}

/** Later episodes of a stay that change neither the status nor the visits: the beginning of the stay speaks for them. */
const withoutOwnWords = (episodes: readonly CareEpisode[]): CareEpisode[] =>
  episodes.filter((episode, place) => {
    const before = episodes[place - 1];
    return before !== undefined && statusOf(episode) === statusOf(before) && ruleOf(episode) === ruleOf(before);
  });

/** Where the rule that governs the visits changes within a stay, as an order is made or ends. */
function visitingGroups({ startedOn, episodes }: Stay): FileGroup[] {
  return episodes.flatMap((episode, place) => {
    const before = episodes[place - 1];
    if (!before && startedOn) return [];
    const [now, was] = [ruleOf(episode), before ? ruleOf(before) : undefined];
    if (now === was) return [];
    return [
      changeGroup(
        `visiting:${episode.on}`,
        episode,
        slotOf(visitingChanged, {
          slot: 'changed',
          happened: episode.on,
          said: { visiting: now ?? 'not-known' },
          also: inEpisode,
          row: episode.row,
        }),
      ),
    ];
  });
}

const statusOf = ({ status }: CareEpisode) => LEGAL_STATUS_OF[status ?? ''];
const ruleOf = ({ status, place }: CareEpisode) => visitingRuleOf(status, PLACEMENT_OF[place ?? '']);

const SAYS_A_NEW_STATUS: ReadonlySet<string | null> = new Set(['L', 'B', 'U']);

/** Each change of the legal status; and the first one, where the file does not show since when. */
function statusGroups({ startedOn, notBefore, stays }: CarePeriod): FileGroup[] {
  const episodes = stays.flatMap((stay) => stay.episodes);
  return episodes.flatMap((episode, place) => {
    const before = episodes[place - 1];
    const legalStatus = statusOf(episode);
    const isKnown = before ? statusOf(before) === legalStatus : startedOn !== null;
    if (!legalStatus || isKnown) return [];
    const since = before || SAYS_A_NEW_STATUS.has(episode.because) ? happenedOn(episode.on) : null;
    const slot = slotOf(legalStatusChanged, {
      slot: 'changed',
      happened: since ? episode.on : begunBy(notBefore, episode.on),
      said: { legalStatus },
      row: episode.row,
      opens: since === null,
    });
    const key = since ? `status:${episode.on}` : `status:before:${episode.on}`;
    const continues = goesOnWithStatus(episode.on, legalStatus, since !== null);
    return [{ ...changeGroup(key, episode, slot), continues }];
  });
}

/** A change on the thread of what it changes. Only a file that shows the days of its episode must say it again. */
const changeGroup = (key: string, { on, until }: CareEpisode, slot: FileSlot): FileGroup => ({
  key,
  thread: 'outer',
  isEpisode: false,
  slots: [slot],
  inner: [],
  span: { from: on, until },
});
