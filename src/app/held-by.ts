import { type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import { placeholderAllocated, workerAllocated } from '../modules/allocation/public.ts';
import type { HeldBy } from '../modules/child-page.ts';
import { isEntryOf } from '../record/define-entry.ts';
import type { RedactedEntry } from '../record/redacted.ts';
import { isSaid } from '../record/said.ts';
import { type CoverageAnswers, type Covered, holderOn } from '../sight/coverage.ts';
import type { Held, NotHeld } from '../sight/holding.ts';
import type { Sightline } from '../sight/lanes.ts';

const WHY: Record<NotHeld, string> = {
  nobody: 'Nobody has been named.',
  placeholder: 'Somebody stands in, who is not a social worker of this child.',
  ended: 'The last allocation ended and nobody was named since.',
  'worker-left': 'The worker has left.',
  'worker-on-leave': 'Away for longer than the policy allows.',
  'worker-not-registered': 'Not a registered social worker, which this child needs.',
  'not-known': 'Nothing is recorded of this worker.',
};

const STANDS_IN = {
  manager: 'The child stands in a manager’s name.',
  team: 'The child stands with a team.',
  duty: 'The child stands with the duty desk.',
  'in-transit': 'The child is on the way between teams.',
  'awaiting-closure': 'The child waits to be closed.',
} as const;

type HeldQuestion = {
  readonly covered: Covered;
  readonly coverage: CoverageAnswers;
  readonly sightline: Sightline | null;
  readonly entries: readonly RedactedEntry[];
  readonly on: LocalDate;
};

/** Who holds the child on the day, by name and for how long, or why nobody does. */
export function heldBy({ covered, coverage, sightline, entries, on }: HeldQuestion): HeldBy {
  if (coverage.open === 'no') return { is: 'not-owed' };
  if (coverage.allocated === 'cannot-tell') return { is: 'cannot-tell' };
  const held = holderOn(covered, toEpochDay(on));
  const lane = sightline?.lanes.find((each) => each.lane === 'held');
  const days = lane?.segments.findLast(({ until }) => until === null)?.days ?? null;
  const allocation = entries.find(({ id }) => id === held.by?.fact.entry);
  return coverage.allocated === 'yes'
    ? { is: 'worker', name: nameIn(allocation) ?? 'A worker whose name is not recorded', days }
    : { is: 'nobody', because: whyNobody(held, allocation), days };
}

/** The worker's name as the allocation has it; undefined for any other entry, or where it was not said. */
export function nameIn(allocation: RedactedEntry | undefined): string | undefined {
  if (!allocation || !isEntryOf(workerAllocated, allocation)) return undefined;
  return isSaid(allocation.data.workerName) ? allocation.data.workerName : undefined;
}

function whyNobody({ why }: Held, allocation: RedactedEntry | undefined): string {
  if (allocation && isEntryOf(placeholderAllocated, allocation)) return STANDS_IN[allocation.data.kind];
  const worker = nameIn(allocation);
  return worker === undefined ? WHY[why ?? 'nobody'] : `${worker}, who was named: ${lowerFirst(WHY[why ?? 'nobody'])}`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
