import { daysBetween, type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import { placeholderAllocated, workerAllocated } from '../modules/allocation/public.ts';
import type { HeldBy } from '../modules/child-page.ts';
import type { ReadEntry } from '../record/as-of.ts';
import { isEntryOf } from '../record/define-entry.ts';
import { isSaid } from '../record/said.ts';
import { type CoverageAnswers, type Covered, holderOn } from '../sight/coverage.ts';
import { type Held, heldSince, type NotHeld } from '../sight/holding.ts';

const WHY: Record<NotHeld, string> = {
  nobody: 'Nobody has been named.',
  placeholder: 'Somebody stands in, who is not a social worker of this child.',
  ended: 'The last allocation ended and nobody was named since.',
  'worker-left': 'The worker who was named has left.',
  'worker-on-leave': 'The worker who was named is away for longer than the policy allows.',
  'worker-not-registered': 'The worker who was named is not a registered social worker, which this child needs.',
  'not-known': 'Nothing is recorded of the worker who was named.',
};

const STANDS_IN = {
  manager: 'The child stands in a manager’s name.',
  team: 'The child stands with a team.',
  duty: 'The child stands with the duty desk.',
  'in-transit': 'The child is on the way between teams.',
  'awaiting-closure': 'The child waits to be closed.',
} as const;

/** Who holds the child on the day, by name, or why nobody does. */
export function heldBy(
  covered: Covered,
  coverage: CoverageAnswers,
  entries: readonly ReadEntry[],
  on: LocalDate,
): HeldBy {
  if (coverage.open === 'no') return { is: 'not-owed' };
  if (coverage.allocated === 'cannot-tell') return { is: 'cannot-tell' };
  const held = holderOn(covered, toEpochDay(on));
  const since = heldSince(held);
  const days = since === null ? null : daysBetween(since, on);
  const allocation = entries.find(({ id }) => id === held.by?.fact.entry);
  return coverage.allocated === 'yes'
    ? { is: 'worker', name: nameIn(allocation) ?? 'A worker whose name is not recorded', days }
    : {
        is: 'nobody',
        because: whyNobody(held, allocation),
        days: held.why === 'placeholder' || held.why === 'ended' ? days : null,
      };
}

/** The worker's name as the allocation has it; undefined for any other entry, or where it was not said. */
export function nameIn(allocation: ReadEntry | undefined): string | undefined {
  if (!allocation || !isEntryOf(workerAllocated, allocation)) return undefined;
  return isSaid(allocation.data.workerName) ? allocation.data.workerName : undefined;
}

function whyNobody({ why }: Held, allocation: ReadEntry | undefined): string {
  if (allocation && isEntryOf(placeholderAllocated, allocation)) return STANDS_IN[allocation.data.kind];
  const worker = nameIn(allocation);
  return `${worker === undefined ? '' : `${worker}: `}${WHY[why ?? 'nobody']}`;
}
