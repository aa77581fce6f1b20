import type { Manifest } from '../manifest.ts';
import { carePeriodEntries } from './core/care-period.entry.ts';
import { careReviewEntries } from './core/care-review.entry.ts';
import { educationEntries } from './core/education.entry.ts';
import { healthEntries } from './core/health.entry.ts';
import { leavingCareEntries } from './core/leaving-care.entry.ts';
import { missingEntries } from './core/missing.entry.ts';
import { placementEntries } from './core/placement.entry.ts';
import { placementApprovalEntries } from './core/placement-approval.entry.ts';
import { reportedByFileEntries } from './core/reported-by-file.entry.ts';

export const lookedAfter: Manifest = {
  name: 'looked-after',
  entries: [
    ...carePeriodEntries,
    ...placementEntries,
    ...placementApprovalEntries,
    ...careReviewEntries,
    ...healthEntries,
    ...educationEntries,
    ...missingEntries,
    ...leavingCareEntries,
    ...reportedByFileEntries,
  ],
};
