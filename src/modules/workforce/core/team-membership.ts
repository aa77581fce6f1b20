import type { Id } from '../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { CurrentPage } from '../../../record/current-page.ts';
import { isEntryOf } from '../../../record/define-entry.ts';
import type { Entry } from '../../../record/entry.ts';
import { saidOrNull } from '../../../record/said.ts';
import { inOrderOfHappening } from '../../last-to-happen.ts';
import { workerJoined, workerLeft, workerMoved } from './worker.entry.ts';

/** A stretch in one team. `until` is the first day on which it is over; null while it lasts, or when nobody knows it. */
export type Membership = {
  readonly team: Id;
  readonly from: LocalDate | null;
  readonly over: boolean;
  readonly until: LocalDate | null;
};

export const membershipTypes: readonly string[] = [workerJoined, workerMoved, workerLeft].map(({ is }) => is.type);

/** Where a worker belonged, from the first team to the last; a worker without a team has none. */
export function membershipsOf(entries: readonly Entry[]): readonly Membership[] {
  const stretches: Membership[] = [];
  const end = (until: LocalDate | null): void => {
    const last = stretches.at(-1);
    if (last && !last.over) stretches[stretches.length - 1] = { ...last, over: true, until };
  };
  for (const entry of inOrderOfHappening(entries)) {
    const team = teamOf(entry);
    if (isEntryOf(workerLeft, entry)) end(entry.happened.earliest && addDays(entry.happened.earliest, 1));
    else if (team !== undefined && !(stretches.at(-1)?.team === team && !stretches.at(-1)?.over)) {
      end(entry.happened.latest);
      if (team !== null) stretches.push({ team, from: entry.happened.latest, over: false, until: null });
    }
  }
  return stretches;
}

/** The team that an entry puts the worker into; null where it says none, undefined where it is about something else. */
function teamOf(entry: Entry): Id | null | undefined {
  if (isEntryOf(workerMoved, entry)) return entry.data.team;
  return isEntryOf(workerJoined, entry) ? saidOrNull(entry.data.team) : undefined;
}

export const membershipPage: CurrentPage = {
  table: 'workforce.membership',
  types: membershipTypes,
  rowsOf: (book, entries) =>
    membershipsOf(entries).map(({ team, from, over, until }, at) => ({
      ...{ book, stay: at + 1, team, from_day: from, over, until_day: until },
    })),
};
