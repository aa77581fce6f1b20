import type { LocalDate } from '../../../../kernel/local-date.ts';
import { type Happened, happenedBetween } from '../../../../record/entry.ts';
import type { FileGroup, FileSlot, FileSpan, SlotPlace } from '../file-group.ts';
import type { FileWindow } from '../file-kind.ts';

/** What the groups of one episode are read with. */
export type EpisodeReading = {
  readonly referredOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly window: FileWindow;
  /** Days of the conferences that the file holds on the enquiries of the episode. */
  readonly conferences: ReadonlySet<LocalDate>;
};

/** Somewhere from one day to another; without an end where the file's days stand the wrong way round. */
export const betweenDays = (earliest: LocalDate, latest: LocalDate): Happened =>
  happenedBetween(earliest, latest < earliest ? null : latest);

/** The last day on which something of the episode that carries no day of its own can have been. */
export const lastDayOf = ({ closedOn, window }: EpisodeReading): LocalDate => closedOn ?? window.until;

/** A group of the episode ends with it, when not before. */
export const spanIn = (episode: EpisodeReading, from: LocalDate, until: LocalDate | null): FileSpan => ({
  from,
  until: until ?? episode.closedOn,
});

/** A group inside an episode, on a thread of its own. */
export const groupIn = (
  key: string,
  slots: readonly FileSlot[],
  span: FileSpan | null,
  inner: readonly FileGroup[] = [],
): FileGroup => ({ key, thread: 'own', isEpisode: false, slots, inner, span });

/** What every entry of an episode says of it. */
export const inEpisode = ({ episode }: SlotPlace) => ({ episode });
