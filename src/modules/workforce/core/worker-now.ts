import type { LocalDate } from '../../../kernel/local-date.ts';
import { addDays } from '../../../kernel/local-date.ts';
import type { CurrentPage } from '../../../record/current-page.ts';
import { type DefinedEntry, isEntryOf } from '../../../record/define-entry.ts';
import type { Entry } from '../../../record/entry.ts';
import { saidOrNull } from '../../../record/said.ts';
import { teamFormed } from './team.entry.ts';
import { membershipsOf } from './team-membership.ts';
import { leaveBegun, leaveEnded, registrationRecorded, workerJoined, workerLeft, workerMoved } from './worker.entry.ts';

const last = <Data>(entries: readonly Entry[], of: DefinedEntry<Data>): Entry<Data> | undefined =>
  entries.findLast((entry) => isEntryOf(of, entry));

export const workerPage: CurrentPage = {
  table: 'workforce.worker',
  types: [workerJoined, workerLeft, workerMoved, registrationRecorded, leaveBegun, leaveEnded].map(({ is }) => is.type),
  rowsOf: (book, entries) => {
    const joined = last(entries, workerJoined);
    if (!joined) return [];
    const { name, grade, agency, email } = joined.data;
    const registered = last(entries, registrationRecorded);
    const left = last(entries, workerLeft);
    const hasLeft = left !== undefined && left.data.joinedOn === joined.happened.latest;
    return [
      {
        book,
        name,
        grade: saidOrNull(grade),
        // The last team stays beside the name of somebody who left.
        team: membershipsOf(entries).at(-1)?.team ?? null,
        agency: saidOrNull(agency),
        email: saidOrNull(email),
        joined_on: joined.happened.latest,
        left_on: hasLeft ? left.happened.earliest : null,
        registration_number: registered ? saidOrNull(registered.data.number) : null,
        registered_from: registered?.data.from ?? null,
        registered_until: registered ? saidOrNull(registered.data.until) : null,
        ...leaveOf(entries),
      },
    ];
  },
};

function leaveOf(entries: readonly Entry[]): { on_leave_from: LocalDate | null; on_leave_until: LocalDate | null } {
  const begun = last(entries, leaveBegun);
  if (!begun) return { on_leave_from: null, on_leave_until: null };
  const from = begun.happened.earliest;
  const back = entries.findLast((entry) => isEntryOf(leaveEnded, entry) && entry.data.begunOn === from)?.happened
    .latest;
  return { on_leave_from: from, on_leave_until: back ? addDays(back, -1) : saidOrNull(begun.data.expectedUntil) };
}

export const teamPage: CurrentPage = {
  table: 'workforce.team',
  types: [teamFormed.is.type],
  rowsOf: (book, entries) => {
    const formed = last(entries, teamFormed);
    if (!formed) return [];
    const { name, managedBy, kind, district } = formed.data;
    return [{ book, name, managed_by: saidOrNull(managedBy), kind: saidOrNull(kind), district: saidOrNull(district) }];
  },
};
