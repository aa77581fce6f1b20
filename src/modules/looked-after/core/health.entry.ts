import { z } from 'zod';
import { defineEntry } from '../../../record/define-entry.ts';
import { isSaid, said, words } from '../../../record/said.ts';
import { factOf } from '../../draft-fact.ts';
import { happeningOfPeriod, observation } from '../../happening.ts';
import { type ModuleEntry, moduleEntry } from '../../manifest.ts';

/** Everything about health stands on the thread of the care period. An assessment of unknown kind meets no duty. */
export const healthAssessed = defineEntry({
  type: 'health-assessed',
  version: 1,
  books: ['child'],
  fields: { kind: said(z.enum(['initial', 'review'])), by: said(z.enum(['doctor', 'nurse'])), account: said(words) },
});

export const dentalChecked = defineEntry({
  type: 'dental-checked',
  version: 1,
  books: ['child'],
  fields: { account: said(words) },
});

export const immunisationsRecorded = defineEntry({
  type: 'immunisations-recorded',
  version: 1,
  books: ['child'],
  fields: { upToDate: said(z.boolean()) },
});

/** Why there is no score: SDQ1 to SDQ5 of the looked-after return in words. */
export const NO_SCORE_REASONS = [
  'child-too-young-or-old',
  'carer-refused',
  'child-severely-disabled',
  'other',
  'child-refused',
] as const;

/** The strengths and difficulties questionnaire, 0 to 40; or the reason for which there is no score this year. */
export const strengthsAndDifficultiesRecorded = defineEntry({
  type: 'strengths-and-difficulties-recorded',
  version: 1,
  books: ['child'],
  fields: { score: said(z.number().int().min(0).max(40)), noScoreBecause: said(z.enum(NO_SCORE_REASONS)) },
});

/**
 * What a file says of a whole year, without a day on which it happened: kept, shown, and never turned into a date.
 * `happened` is the stretch of which it speaks.
 */
export const healthObserved = defineEntry({
  type: 'health-observed',
  version: 1,
  books: ['child'],
  fields: {
    healthAssessed: said(z.boolean()),
    teethChecked: said(z.boolean()),
    immunised: said(z.boolean()),
    developmentChecked: said(z.boolean()),
    convicted: said(z.boolean()),
    substanceMisuse: said(z.boolean()),
    interventionReceived: said(z.boolean()),
    interventionOffered: said(z.boolean()),
    strengthsScore: said(z.number().int().min(0).max(40)),
    noScoreBecause: said(z.enum(NO_SCORE_REASONS)),
  },
});

export const healthEntries: readonly ModuleEntry[] = [
  moduleEntry({
    is: healthAssessed.is,
    yields: ['health.initial-assessed', 'health.review-assessed'],
    facts: (entry) => {
      const period = { episode: entry.about };
      if (!isSaid(entry.data.kind)) return [];
      if (entry.data.kind === 'review') return [factOf(entry, 'health.review-assessed', period)];
      // Regulation 7 of the 2010 Regulations: the first one is by a doctor.
      return entry.data.by === 'nurse' ? [] : [factOf(entry, 'health.initial-assessed', period)];
    },
    tells: ({ data }) => {
      const by = isSaid(data.by) ? ` By a ${data.by}.` : '';
      if (!isSaid(data.kind)) return `Health assessment. Which kind is not known.${by}`;
      return data.kind === 'review' ? `Health assessment. Reviewed.${by}` : `Health assessment. The first one.${by}`;
    },
  }),
  happeningOfPeriod(dentalChecked, 'health.dental-checked', 'Health. Teeth were checked.'),
  moduleEntry({
    is: immunisationsRecorded.is,
    yields: ['health.immunised'],
    facts: (entry) =>
      entry.data.upToDate === true ? [factOf(entry, 'health.immunised', { episode: entry.about })] : [],
    tells: ({ data }) => {
      if (!isSaid(data.upToDate)) return 'Health. Whether immunisations are up to date is not known.';
      return data.upToDate ? 'Health. Immunisations are up to date.' : 'Health. Immunisations are not up to date.';
    },
  }),
  moduleEntry({
    is: strengthsAndDifficultiesRecorded.is,
    yields: ['health.strengths-recorded'],
    facts: (entry) =>
      isSaid(entry.data.score) || isSaid(entry.data.noScoreBecause)
        ? [factOf(entry, 'health.strengths-recorded', { episode: entry.about })]
        : [],
    tells: ({ data }) =>
      isSaid(data.score)
        ? 'Strengths and difficulties. A score was recorded.'
        : 'Strengths and difficulties. No score was recorded.',
  }),
  observation(healthObserved, 'Health. What a file says of a year was kept.'),
];
