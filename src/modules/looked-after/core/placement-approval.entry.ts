import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { day, said, shortText, someId, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { happening } from '../../happening.ts';
import { type ModuleEntry, moduleEntry } from '../../manifest.ts';

const episode = z.union([someId, z.null()]);

/** What somebody with the authority approved about a placement. All stand on the placement's thread. */
export const PLACEMENT_APPROVALS = [
  'with-parent',
  'out-of-area',
  'at-a-distance',
  'temporary-connected-person',
  'emergency',
] as const;

export const placementApproved = defineEntry({
  type: 'placement-approved',
  version: 1,
  books: ['child'],
  fields: { episode, what: z.enum(PLACEMENT_APPROVALS), by: said(shortText) },
});

/** Regulation 25: once, for eight weeks, while the assessment of a connected person is finished. */
export const temporaryApprovalExtended = defineEntry({
  type: 'temporary-approval-extended',
  version: 1,
  books: ['child'],
  fields: { episode, until: said(day), by: said(shortText) },
});

/** Approved in full, or no longer approved. */
export const temporaryApprovalEnded = defineEntry({
  type: 'temporary-approval-ended',
  version: 1,
  books: ['child'],
  fields: { episode, because: said(words) },
});

export const placementPlanAgreed = defineEntry({
  type: 'placement-plan-agreed',
  version: 1,
  books: ['child'],
  fields: { episode, agreedBy: said(z.array(shortText)) },
});

/** Written notice of a placement to those whom the regulations name: parents, doctor, school, the other council. */
export const placementNotified = defineEntry({
  type: 'placement-notified',
  version: 1,
  books: ['child'],
  fields: { episode, told: said(z.array(shortText)) },
});

const factOfApproval = {
  'with-parent': 'placement.with-parent-approved',
  'out-of-area': 'placement.out-of-area-approved',
  'at-a-distance': 'placement.distant-approved',
  'temporary-connected-person': 'placement.temporary-approval-begun',
  emergency: 'placement.emergency-approved',
} as const;

const approvalInWords = {
  'with-parent': 'to live with a parent',
  'out-of-area': 'outside the council’s area',
  'at-a-distance': 'at a distance',
  'temporary-connected-person': 'a relative or friend for the time being',
  emergency: 'with a carer in an emergency',
} as const;

export const placementApprovalEntries: readonly ModuleEntry[] = [
  moduleEntry({
    is: placementApproved.is,
    yields: Object.values(factOfApproval),
    facts: (entry) => [factOf(entry, factOfApproval[entry.data.what])],
    tells: ({ data }) => `Placement. Approved: ${approvalInWords[data.what]}.`,
  }),
  happening(
    temporaryApprovalExtended,
    'placement.temporary-approval-extended',
    'Placement. The temporary approval was extended.',
  ),
  happening(temporaryApprovalEnded, 'placement.temporary-approval-ended', 'Placement. The temporary approval ended.'),
  happening(placementPlanAgreed, 'placement.plan-agreed', 'Placement. Its plan was agreed.'),
  happening(placementNotified, 'placement.notified', 'Placement. Those who must know were told in writing.'),
];
