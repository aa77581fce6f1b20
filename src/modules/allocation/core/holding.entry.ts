import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { said, shortText, someId, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { moduleEntry } from '../../manifest.ts';

const episode = z.union([someId, z.null()]);

/** Who stands in for a worker. Each of them is *unallocated*, with this reason shown. */
export const PLACEHOLDERS = ['manager', 'team', 'duty', 'in-transit', 'awaiting-closure'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** All that is said of who holds a child stands on one thread: two people who allocate at once see each other. */
export const workerAllocated = defineEntry({
  type: 'worker-allocated',
  version: 1,
  books: ['child'],
  fields: {
    episode,
    /** The worker's book. */
    worker: someId,
    /** Their name on that day: a later change of name does not rewrite this one. */
    workerName: said(shortText),
    because: said(words),
  },
});

export const placeholderAllocated = defineEntry({
  type: 'placeholder-allocated',
  version: 1,
  books: ['child'],
  fields: {
    episode,
    kind: z.enum(PLACEHOLDERS),
    because: said(words),
    /** Who answers for the child meanwhile. */
    manager: said(shortText),
  },
});

export const allocationEnded = defineEntry({
  type: 'allocation-ended',
  version: 1,
  books: ['child'],
  fields: { episode, because: said(words) },
});

const standsIn = {
  manager: 'in a manager’s name',
  team: 'with a team',
  duty: 'with the duty desk',
  'in-transit': 'on the way between teams',
  'awaiting-closure': 'waiting to be closed',
} as const;

export const holdingEntries = [
  moduleEntry({
    is: workerAllocated.is,
    yields: ['held.by-worker'],
    facts: (entry) => [factOf(entry, 'held.by-worker', { party: entry.data.worker })],
    tells: () => 'Allocation. A worker was allocated.',
  }),
  moduleEntry({
    is: placeholderAllocated.is,
    yields: ['held.by-placeholder', ...PLACEHOLDERS.map((kind) => `placeholder.${kind}` as const)],
    facts: (entry) => [factOf(entry, 'held.by-placeholder'), factOf(entry, `placeholder.${entry.data.kind}`)],
    tells: ({ data }) => `Allocation. No worker: ${standsIn[data.kind]}.`,
  }),
  moduleEntry({
    is: allocationEnded.is,
    yields: ['held.ended'],
    facts: (entry) => [factOf(entry, 'held.ended')],
    tells: () => 'Allocation. Ended; nobody holds the child.',
  }),
];
