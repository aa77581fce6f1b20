import type { CurrentPage } from '../../../record/current-page.ts';
import { isEntryOf } from '../../../record/define-entry.ts';
import type { Entry } from '../../../record/entry.ts';
import { isSaid, saidOrNull } from '../../../record/said.ts';
import { inOrderOfHappening, lastToHappen } from '../../last-to-happen.ts';
import {
  carerApprovalEnded,
  carerApproved,
  carerAssessmentBegun,
  supervisingWorkerAllocated,
  supervisingWorkerEnded,
} from './carer-approval.entry.ts';

/** One row for each carer: the last approval, and who supervises them now. */
export const carerPage: CurrentPage = {
  table: 'fostering.carer',
  types: [
    carerAssessmentBegun,
    carerApproved,
    carerApprovalEnded,
    supervisingWorkerAllocated,
    supervisingWorkerEnded,
  ].map(({ is }) => is.type),
  rowsOf: (book, entries) => {
    const begun = entries.filter((entry) => isEntryOf(carerAssessmentBegun, entry));
    const approved = lastToHappen(entries.filter((entry) => isEntryOf(carerApproved, entry)));
    const last = approved ?? lastToHappen(begun);
    if (!last) return [];
    const own = entries.filter(({ about }) => about === last.about);
    const ended = lastToHappen(own.filter((entry) => isEntryOf(carerApprovalEnded, entry)));
    return [
      {
        book,
        thread: last.about,
        name: lastSaid(entries, 'name'),
        kind: lastSaid(entries, 'kind'),
        places: approved ? saidOrNull(approved.data.places) : null,
        approved: approved !== undefined,
        approved_on: approved?.happened.latest ?? null,
        ended: ended !== undefined,
        ended_on: ended?.happened.latest ?? null,
        ...supervisorOf(own),
      },
    ];
  },
};

/** What was last said of each thing stands: a second approval need not repeat the name. */
function lastSaid(entries: readonly Entry[], key: 'name' | 'kind'): string | null {
  const naming = entries.filter((entry) => isEntryOf(carerAssessmentBegun, entry) || isEntryOf(carerApproved, entry));
  const said = inOrderOfHappening(naming)
    .map((entry) => (entry.data as { name?: unknown; kind?: unknown })[key])
    .filter((value) => typeof value === 'string' && isSaid(value));
  return (said.at(-1) as string | undefined) ?? null;
}

function supervisorOf(own: readonly Entry[]): {
  supervising_worker: string | null;
  supervising_worker_name: string | null;
} {
  const last = lastToHappen(
    own.filter((entry) => isEntryOf(supervisingWorkerAllocated, entry) || isEntryOf(supervisingWorkerEnded, entry)),
  );
  if (!last || !isEntryOf(supervisingWorkerAllocated, last))
    return { supervising_worker: null, supervising_worker_name: null };
  const { worker, workerName } = last.data;
  return { supervising_worker: saidOrNull(worker), supervising_worker_name: saidOrNull(workerName) };
}
