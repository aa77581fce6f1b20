import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { said, shortText, someId, words } from '../../../record/said.ts';
import { happening, happeningOfPeriod } from '../../happening.ts';
import type { ModuleEntry } from '../../manifest.ts';

/** The personal education plan stands on the thread of the care period. */
export const educationPlanBegun = defineEntry({
  type: 'education-plan-begun',
  version: 1,
  books: ['child'],
  fields: { school: said(shortText) },
});

export const educationPlanReviewed = defineEntry({
  type: 'education-plan-reviewed',
  version: 1,
  books: ['child'],
  fields: { account: said(words) },
});

const episode = z.union([someId, z.null()]);

/** A child who moved has no school place: its own thread, until one is found. The care period is its episode. */
export const schoolPlaceNeeded = defineEntry({
  type: 'school-place-needed',
  version: 1,
  books: ['child'],
  fields: { episode, because: said(words) },
});

export const schoolPlaceFound = defineEntry({
  type: 'school-place-found',
  version: 1,
  books: ['child'],
  fields: { episode, school: said(shortText) },
});

export const educationEntries: readonly ModuleEntry[] = [
  happeningOfPeriod(educationPlanBegun, 'education.plan-begun', 'Education plan. Begun.'),
  happeningOfPeriod(educationPlanReviewed, 'education.plan-reviewed', 'Education plan. Reviewed.'),
  happening(schoolPlaceNeeded, 'education.school-place-needed', 'School. A place is needed.'),
  happening(schoolPlaceFound, 'education.school-place-found', 'School. A place was found.'),
];
