import type { Manifest } from '../manifest.ts';
import { carerApprovalEntries } from './core/carer-approval.entry.ts';
import { carerHappeningEntries } from './core/carer-happening.entry.ts';

export const fostering: Manifest = { name: 'fostering', entries: [...carerApprovalEntries, ...carerHappeningEntries] };
