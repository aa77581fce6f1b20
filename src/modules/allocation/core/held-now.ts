import type { CurrentPage, Row } from '../../../record/current-page.ts';
import { isEntryOf } from '../../../record/define-entry.ts';
import type { Entry } from '../../../record/entry.ts';
import { saidOrNull } from '../../../record/said.ts';
import { lastToHappen } from '../../last-to-happen.ts';
import { allocationEnded, placeholderAllocated, workerAllocated } from './holding.entry.ts';

/** Who holds a child is what happened last, not what was written last: a late note of March does not undo April. */
export const heldPage: CurrentPage = {
  table: 'allocation.current',
  types: [workerAllocated, placeholderAllocated, allocationEnded].map(({ is }) => is.type),
  rowsOf: (book, entries) => {
    const latest = lastToHappen(entries);
    if (!latest) return [];
    const { id, happened } = latest;
    return [{ book, entry: id, ...holding(latest), since_earliest: happened.earliest, since_latest: happened.latest }];
  },
};

const nobody = { worker: null, worker_name: null, placeholder: null, manager: null };

function holding(entry: Entry): Row {
  if (isEntryOf(workerAllocated, entry)) {
    const { worker, workerName } = entry.data;
    return {
      ...nobody,
      held: 'by-worker',
      worker,
      worker_name: saidOrNull(workerName),
    };
  }
  if (isEntryOf(placeholderAllocated, entry)) {
    const { kind, manager } = entry.data;
    return {
      ...nobody,
      held: 'by-placeholder',
      placeholder: kind,
      manager: saidOrNull(manager),
    };
  }
  return { ...nobody, held: 'by-nobody' };
}
