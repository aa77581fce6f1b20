import type { LocalDate } from '../../../../kernel/local-date.ts';
import { dateIn, textIn } from '../file-note.ts';
import type { Ssda903Row } from './read-ssda903-rows.ts';

/** One line of the table Episodes: some days on which neither the legal status nor the placement changed. */
export type CareEpisode = {
  readonly row: Ssda903Row;
  readonly on: LocalDate;
  readonly until: LocalDate | null;
  /** Why it begins: S care itself, L the status alone, P or T the placement, B or U both; null where it is not said. */
  readonly because: string | null;
  readonly status: string | null;
  readonly place: string | null;
  /** Why it ended; X1 means that care goes on in another. */
  readonly ceased: string | null;
};

/** An end: on a day, or by a day where the file only shows what came after it. */
export type CareEnd = { readonly on: LocalDate | null; readonly by: LocalDate };

/** The episodes of one stay in one placement. */
export type Stay = {
  /** Null where the file does not show its beginning, only that it had begun by `firstOn`. */
  readonly startedOn: LocalDate | null;
  readonly firstOn: LocalDate;
  readonly episodes: CareEpisode[];
  end: CareEnd | null;
};

/** One period of care, of one or more stays. */
export type CarePeriod = {
  /** Null where the file does not show its beginning, only that it had begun by `firstOn`. */
  readonly startedOn: LocalDate | null;
  /** Where the beginning is not shown: the end of the period before, which it cannot precede. */
  readonly notBefore: LocalDate | null;
  readonly firstOn: LocalDate;
  readonly stays: Stay[];
  end: CareEnd | null;
};

const BEGINS_A_STAY: ReadonlySet<string | null> = new Set(['S', 'P', 'T', 'B', 'U']);

const goesOn = (ceased: string | null): boolean => ceased === null || ceased === 'X1';
/** Did care itself end with it? */
export const isLast = ({ until, ceased }: CareEpisode): boolean => until !== null && !goesOn(ceased);

/** Puts a child's episodes in order and parts them into periods of care and stays. */
export function carePeriods(rows: readonly Ssda903Row[]): CarePeriod[] {
  const periods: CarePeriod[] = [];
  let before: CareEpisode | undefined;
  for (const episode of rows.flatMap(episodeOf).sort(inOrder)) {
    const period = periods.at(-1);
    if (!period || !before || episode.because === 'S' || isLast(before)) {
      if (period && !period.end) endPeriod(period, { on: null, by: episode.on });
      periods.push(newPeriod(episode, before));
    } else addTo(period, episode, before);
    const now = periods.at(-1);
    if (now && isLast(episode) && episode.until) endPeriod(now, { on: episode.until, by: episode.until });
    before = episode;
  }
  for (const { stays } of periods) closeByOwnDay(stays.at(-1));
  return periods;
}

function episodeOf(row: Ssda903Row): CareEpisode[] {
  const on = dateIn(row, 'DECOM');
  if (!on) return [];
  return [
    {
      row,
      on,
      until: dateIn(row, 'DEC'),
      because: textIn(row, 'RNE'),
      status: textIn(row, 'LS'),
      place: textIn(row, 'PLACE'),
      ceased: textIn(row, 'REC'),
    },
  ];
}

/** By the day of beginning, then of end; of two that are alike in both, the order does not depend on the file's. */
function inOrder(a: CareEpisode, b: CareEpisode): number {
  const sortKey = ({ on, until, because, status, place, ceased }: CareEpisode): string =>
    [on, until ?? '9999', because === 'S' ? '' : because, status, place, ceased].join(' ');
  return sortKey(a) < sortKey(b) ? -1 : 1;
}

const newStay = (episode: CareEpisode): Stay => ({
  startedOn: BEGINS_A_STAY.has(episode.because) ? episode.on : null,
  firstOn: episode.on,
  episodes: [episode],
  end: null,
});

const newPeriod = (episode: CareEpisode, before: CareEpisode | undefined): CarePeriod => ({
  startedOn: episode.because === 'S' ? episode.on : null,
  notBefore: before && isLast(before) ? before.until : null,
  firstOn: episode.on,
  stays: [newStay(episode)],
  end: null,
});

function addTo(period: CarePeriod, episode: CareEpisode, before: CareEpisode): void {
  const stay = period.stays.at(-1);
  if (!stay) return;
  if (!BEGINS_A_STAY.has(episode.because)) {
    stay.episodes.push(episode);
    return;
  }
  stay.end = { on: before.until, by: before.until ?? episode.on };
  period.stays.push(newStay(episode));
}

function endPeriod(period: CarePeriod, end: CareEnd): void {
  period.end = end;
  const stay = period.stays.at(-1);
  if (stay) stay.end = end;
}

/** A last episode may have a last day although care does not end with it: then the stay does. */
function closeByOwnDay(stay: Stay | undefined): void {
  const until = stay?.episodes.at(-1)?.until;
  if (stay && !stay.end && until) stay.end = { on: until, by: until };
}

/** The period in which something of that day lies; the last one that had begun by then, where none holds it. */
export function periodOn(periods: readonly CarePeriod[], day: LocalDate): number | null {
  const lies = periods.findLastIndex(
    ({ startedOn, notBefore, end }) => (startedOn ?? notBefore ?? '') <= day && (end === null || day <= end.by),
  );
  return lies >= 0 ? lies : null;
}
