import type { Manifest } from '../manifest.ts';
import { conferenceEntries } from './core/conference.entry.ts';
import { enquiryEntries } from './core/enquiry.entry.ts';
import { protectionPlanEntries } from './core/protection-plan.entry.ts';

export const protection: Manifest = {
  name: 'protection',
  entries: [...enquiryEntries, ...conferenceEntries, ...protectionPlanEntries],
};
